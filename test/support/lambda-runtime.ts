/** A Lambda function on this machine: the runtime API on loopback, and a process that does what Lambda's Node does. */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { json } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const bootstrap = fileURLToPath(new URL('lambda-bootstrap.mjs', import.meta.url));

/** What came of an invocation. */
export type Invoked = Readonly<{ requestId: string }> &
  (
    | { readonly result: unknown }
    | { readonly error: unknown }
    /** The function was still at work at its deadline, or its process ended. */
    | { readonly ended: 'timeout' | 'exit' }
  );

export interface LambdaFunction {
  /** The function is killed after `seconds`, as by Lambda. */
  invoke(event: unknown, seconds: number): Promise<Invoked>;
  /** What it wrote to its log so far. */
  log(): string;
  stop(): Promise<void>;
}

export interface FunctionOptions {
  /** The unpacked archive. */
  readonly folder: string;
  /** `index.handler` where nothing else is said. */
  readonly handler?: string;
  readonly name: string;
  readonly account: string;
  readonly region: string;
  readonly env: Readonly<Record<string, string>>;
}

interface Asked {
  readonly requestId: string;
  readonly event: unknown;
  readonly milliseconds: number;
  readonly done: (invoked: Invoked) => void;
}

export async function startFunction(options: FunctionOptions): Promise<LambdaFunction> {
  const { folder, handler = 'index.handler', name, account, region, env } = options;
  const arn = `arn:aws:lambda:${region}:${account}:function:${name}`;
  const queue: Asked[] = [];
  let running: Asked | undefined;
  let waiting: ServerResponse | undefined;
  let kill: NodeJS.Timeout | undefined;
  let written = '';

  const begin = () => {
    if (!waiting || running) return;
    running = queue.shift();
    if (!running) return;
    const { milliseconds, requestId } = running;
    // Loading the handler does not count.
    kill = setTimeout(() => {
      finish({ requestId, ended: 'timeout' });
      child.kill('SIGKILL');
    }, milliseconds);
    waiting
      .writeHead(200, {
        'content-type': 'application/json',
        'lambda-runtime-aws-request-id': requestId,
        'lambda-runtime-deadline-ms': Date.now() + milliseconds,
        'lambda-runtime-invoked-function-arn': arn,
      })
      .end(JSON.stringify(running.event));
    waiting = undefined;
  };
  const finish = (invoked: Invoked) => {
    const { done } = running ?? {};
    running = undefined;
    clearTimeout(kill);
    done?.(invoked);
  };
  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const path = (request.url ?? '').replace('/2018-06-01/runtime/', '');
    if (path === 'invocation/next') {
      waiting = response;
      begin();
      return;
    }
    const [, requestId = '', kind] = /^invocation\/([^/]+)\/(response|error)$/.exec(path) ?? [];
    const body = await json(request);
    response.writeHead(202).end();
    if (kind === 'response') finish({ requestId, result: body });
    else finish({ requestId, error: body });
  };
  const server = createServer((request, response) => {
    serve(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('no port');

  const child = spawn(process.execPath, [bootstrap], {
    cwd: folder,
    env: {
      AWS_LAMBDA_RUNTIME_API: `127.0.0.1:${address.port}`,
      AWS_LAMBDA_FUNCTION_NAME: name,
      AWS_REGION: region,
      AWS_DEFAULT_REGION: region,
      LAMBDA_TASK_ROOT: folder,
      TMPDIR: tmpdir(),
      TZ: ':UTC',
      _HANDLER: handler,
      ...env,
    },
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (written += text));
  }
  const gone = new Promise<void>((resolve) => {
    child.once('close', () => {
      if (running) finish({ requestId: running.requestId, ended: 'exit' });
      resolve();
    });
  });
  return {
    invoke: (event, seconds) =>
      new Promise((done) => {
        queue.push({ requestId: randomUUID(), event, milliseconds: seconds * 1000, done });
        begin();
      }),
    log: () => written,
    stop: async () => {
      child.kill('SIGKILL');
      await gone;
      server.closeAllConnections();
      server.close();
    },
  };
}
