import { Agent, createServer, request as httpRequest } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { failure, text } from './gate/answer.ts';
import type { Answer } from './gate/answer.ts';
import { createBuckets } from './gate/buckets.ts';
import type { BucketOf } from './gate/buckets.ts';
import { StateChange, createCanned } from './gate/canned.ts';
import { createFaults, faultAnswer } from './gate/faults.ts';
import type { Fault } from './gate/faults.ts';
import { createKept } from './gate/kept.ts';
import type { Keeping } from './gate/kept.ts';
import { createRecorder } from './gate/log.ts';
import type { Call, CallLog } from './gate/log.ts';
import { readRequest } from './gate/request.ts';
import type { AwsRequest } from './gate/request.ts';
import { createRouter } from './gate/route.ts';
import { services } from './services/index.ts';

export type { Call, CallLog, Fault };

/** How long the way to AWS takes, in milliseconds. */
export interface Latency {
  readonly milliseconds: number;
  /** Regions that are nearer or farther. */
  readonly regions?: Readonly<Record<string, number>>;
}

/** A running gate. Requests that no fault and no canned answer meets go on to moto. */
export interface Gate {
  /** `http://127.0.0.1:PORT`. */
  readonly endpoint: string;
  readonly calls: CallLog;
  /** Replaces all faults. */
  readonly setFaults: (faults: readonly Fault[]) => void;
  readonly setLatency: (latency: Latency) => void;
  /** Throttles by these buckets, full at first, what no fault has met. */
  readonly setBuckets: (bucketOf: BucketOf) => void;
  /** Changes what is answered in moto's place. The same over HTTP: `PUT /emulator/state`. */
  readonly setState: (change: StateChange) => void;
  /** Whether moto's answers are kept, and given again in its place. `off` at first. */
  readonly setKeeping: (keeping: Keeping) => void;
  /** Ends the gate; requests that hang are cut. */
  readonly close: () => Promise<void>;
}

export interface GateOptions {
  /** Endpoint of moto, or what answers in its place; an operation that it does not know is refused as invalid. */
  readonly upstream: string | ((request: AwsRequest) => Answer | undefined);
  /** A free one by default. */
  readonly port?: number;
  readonly latency?: Latency;
  readonly faults?: readonly Fault[];
  /** Where moto's clock stands still. SDKs set their own clock by the date of an answer. */
  readonly clock?: Date;
}

async function readBody(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

/** Of no code that a client would try again. */
const unknownOperation = {
  code: 'InvalidAction',
  message: 'The generated account does not know the operation.',
  status: 400,
} as const;

async function forward(
  agent: Agent,
  upstream: URL,
  message: IncomingMessage,
  body: Buffer,
): Promise<Answer> {
  // Host goes on as it came: moto builds queue and bucket addresses from it.
  const outgoing = httpRequest({
    agent,
    hostname: upstream.hostname,
    port: upstream.port,
    method: message.method ?? 'GET',
    path: message.url ?? '/',
    headers: message.headers,
  });
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    outgoing.once('response', resolve).once('error', reject);
    outgoing.end(body);
  });
  const headers: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(answer.headers)) {
    const hop = ['connection', 'keep-alive', 'transfer-encoding', 'content-length'].includes(name);
    if (!hop && value !== undefined) headers[name] = value;
  }
  return { status: answer.statusCode ?? 502, headers, body: await readBody(answer) };
}

/** Starts a gate in front of moto, on the loopback interface. */
export async function startGate(options: GateOptions): Promise<Gate> {
  const generated = typeof options.upstream === 'string' ? undefined : options.upstream;
  const upstream = new URL(typeof options.upstream === 'string' ? options.upstream : 'http://none');
  const agent = new Agent({ keepAlive: true });
  const faults = createFaults();
  const router = createRouter(services);
  const canned = createCanned(services);
  const kept = createKept();
  const recorder = createRecorder();
  let buckets = createBuckets(() => undefined);
  let latency: Latency = options.latency ?? { milliseconds: 0 };
  const date = options.clock === undefined ? {} : { date: options.clock.toUTCString() };
  faults.set(options.faults ?? []);

  function send(response: ServerResponse, answer: Answer, head: boolean): void {
    const headers = { ...date, ...answer.headers, 'content-length': answer.body.length };
    response.writeHead(answer.status, headers);
    response.end(head ? undefined : answer.body);
  }

  async function wholeAnswer(
    request: AwsRequest,
    message: IncomingMessage,
  ): Promise<{ answer: Answer; by: Call['by'] }> {
    if (generated) {
      const answer = generated(request);
      if (answer) return { answer, by: 'generated' };
      return { answer: failure(request, unknownOperation), by: 'unanswered' };
    }
    const own = canned.answer(request);
    if (own) return { answer: own, by: 'canned' };
    const before = kept.find(request);
    if (before) return { answer: before, by: 'kept' };
    const answer = await forward(agent, upstream, message, request.body);
    kept.keep(request, answer);
    return { answer, by: 'moto' };
  }

  async function answerOf(
    request: AwsRequest,
    message: IncomingMessage,
    fault: Fault | undefined,
  ): Promise<{ answer: Answer; by: Call['by'] }> {
    const broken = fault && faultAnswer(fault, request);
    if (fault && broken) return { answer: broken, by: fault.kind };
    const { answer, by } = await wholeAnswer(request, message);
    if (fault?.kind !== 'truncate') return { answer, by };
    const half = answer.body.subarray(0, Math.floor(answer.body.length / 2));
    return { answer: { ...answer, body: half }, by: 'truncate' };
  }

  async function handle(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(message);
    if (message.url === '/emulator/state') {
      canned.change(StateChange.parse(JSON.parse(body.toString())));
      send(response, text(204, 'text/plain', ''), false);
      return;
    }
    if (message.url?.startsWith('/emulator/') || message.url?.startsWith('/moto-api/')) {
      send(response, await forward(agent, upstream, message, body), false);
      return;
    }
    const end = recorder.begin();
    const { method = 'GET', url = '/', headers } = message;
    const request = readRequest(router, method, url, headers, body);
    const fault = faults.meet(request) ?? buckets.meet(request);
    if (fault?.kind === 'hang') {
      response.once('close', () => end(request, 0, 'hang'));
      return;
    }
    const delay = latency.regions?.[request.region] ?? latency.milliseconds;
    if (delay > 0) await sleep(delay);
    const { answer, by } = await answerOf(request, message, fault).catch((error: unknown) => {
      end(request, 502, 'moto');
      throw error;
    });
    end(request, answer.status, by);
    send(response, answer, message.method === 'HEAD');
  }

  const server = createServer((message, response) => {
    handle(message, response).catch((error: unknown) => {
      if (!response.headersSent) send(response, text(502, 'text/plain', String(error)), false);
    });
  });
  server.on('connection', recorder.connected);
  // Longer than a scan on a busy machine leaves a socket idle: Node's 5 s would cut it while a request is on its way.
  server.keepAliveTimeout = 120_000;
  server.listen(options.port ?? 0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The gate has no port.');
  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    calls: recorder.log,
    setFaults: faults.set,
    setLatency: (next) => {
      latency = next;
    },
    setBuckets: (bucketOf) => {
      buckets = createBuckets(bucketOf);
    },
    setState: canned.change,
    setKeeping: kept.set,
    close: async () => {
      server.closeAllConnections();
      agent.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
