import { createServer, type Server, type ServerResponse } from 'node:http';
import { createServer as createTcpServer, type Server as TcpServer } from 'node:net';
import { HttpRequest } from '@smithy/core/protocols';
import { afterEach, describe, expect, it } from 'vitest';
import { createWire, type Wire, type WireLimits } from '../../../src/aws/live/wire.ts';

let wire: Wire | undefined;
const ends: (() => void)[] = [];
afterEach(() => {
  wire?.close();
  for (const end of ends.splice(0)) end();
});

interface Wired {
  readonly server: Server;
  readonly seen: { readonly url: string; readonly body: string }[];
  ask(facts?: Partial<HttpRequest>, limit?: number): ReturnType<Wire['handle']>;
}

/** A server on this machine, and a wire to it. */
async function wiredTo(
  serve: (response: ServerResponse) => void,
  limits: Partial<WireLimits> = {},
): Promise<Wired> {
  const seen: { readonly url: string; readonly body: string }[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      seen.push({ url: `${request.method} ${request.url}`, body });
      serve(response);
    });
  });
  ends.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const port = await listen(server);
  wire = createWire({ connect: 1000, answer: 20_000, bytes: 1000, ...limits });
  const made = wire;
  return {
    server,
    seen,
    ask: (facts, requestTimeout) =>
      made.handle(
        new HttpRequest({
          protocol: 'http:',
          hostname: '127.0.0.1',
          port,
          method: 'GET',
          path: '/',
          ...facts,
        }),
        requestTimeout === undefined ? {} : { requestTimeout },
      ),
  };
}

async function listen(server: TcpServer): Promise<number> {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('no port');
  return address.port;
}

/** Resolves when the server has lost the connection. */
function lost(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.on('connection', (socket) => socket.on('close', () => resolve()));
  });
}

describe('the wire', () => {
  it('carries method, path, query, headers and body, and brings the whole answer back', async () => {
    const { ask, seen } = await wiredTo((response) => {
      response.setHeader('x-amzn-requestid', 'R1').setHeader('set-cookie', ['a', 'b']);
      response.write('{"Key');
      response.end('s":[]}');
    });
    const { response } = await ask({
      method: 'POST',
      path: '/things',
      query: { of: 'a b', list: ['1', '2'] },
      body: 'Action=List',
    });
    expect(response.statusCode).toBe(200);
    expect(Buffer.from(response.body).toString()).toBe('{"Keys":[]}');
    expect(response.headers).toMatchObject({ 'x-amzn-requestid': 'R1', 'set-cookie': 'a,b' });
    expect(seen).toEqual([{ url: 'POST /things?list=1&list=2&of=a%20b', body: 'Action=List' }]);
  });

  it('hands over an error of AWS with its body', async () => {
    const { ask } = await wiredTo((response) => response.writeHead(403).end('<Error/>'));
    const { response } = await ask();
    expect(response.statusCode).toBe(403);
    expect(Buffer.from(response.body).toString()).toBe('<Error/>');
  });

  it('refuses an answer that is empty or ends in the middle', async () => {
    const empty = await wiredTo((response) => response.end());
    await expect(empty.ask()).rejects.toMatchObject({ name: 'EmptyAnswer' });
    const cut = await wiredTo((response) => response.end('<Answer><Things>'));
    await expect(cut.ask()).rejects.toMatchObject({ name: 'TruncatedAnswer' });
  });

  it('uses one socket for calls in turn', async () => {
    const { ask, server } = await wiredTo((response) => response.end('{}'));
    let sockets = 0;
    server.on('connection', () => (sockets += 1));
    for (let call = 0; call < 3; call += 1) await ask();
    expect(sockets).toBe(1);
  });

  it('tells a connection that breaks, before and within the answer', async () => {
    const before = await wiredTo((response) => response.destroy());
    await expect(before.ask()).rejects.toMatchObject({ code: 'ECONNRESET' });
    const within = await wiredTo((response) => {
      response.writeHead(200, { 'content-length': '100' }).write('{"half');
      setImmediate(() => response.destroy());
    });
    await expect(within.ask()).rejects.toMatchObject({ code: 'ECONNRESET' });
  });
});

describe('every wait has a bound (F62)', () => {
  const silences: readonly { name: string; serve: (response: ServerResponse) => void }[] = [
    { name: 'says nothing', serve: () => undefined },
    {
      name: 'sends headers and a few bytes, then nothing',
      serve: (response) => response.writeHead(200).write('{"Th'),
    },
    {
      name: 'sends a byte now and then',
      serve: (response) => {
        response.writeHead(200);
        const drip = setInterval(() => response.write(' '), 5);
        response.on('close', () => clearInterval(drip));
      },
    },
  ];

  it.each(silences)('a server that $name is given up, and its socket closed', async ({ serve }) => {
    const { ask, server } = await wiredTo(serve, { answer: 100, bytes: 1_000_000 });
    const gone = lost(server);
    await expect(ask()).rejects.toMatchObject({
      name: 'TimeoutError',
      message: 'no whole answer within 0.1 s',
    });
    await gone;
  });

  it('a call may have less time than others', async () => {
    const { ask } = await wiredTo(() => undefined);
    await expect(ask({}, 50)).rejects.toMatchObject({ message: 'no whole answer within 0.05 s' });
  });

  it('an answer that does not end is given up at its size', async () => {
    const { ask, server } = await wiredTo((response) => {
      response.writeHead(200);
      const flood = setInterval(() => response.write('x'.repeat(300)), 1);
      response.on('close', () => clearInterval(flood));
    });
    const gone = lost(server);
    await expect(ask()).rejects.toMatchObject({
      name: 'AnswerTooLarge',
      message: 'the answer is larger than 1000 bytes',
    });
    await gone;
  });

  it('a TLS handshake that is not answered is no connection', async () => {
    const mute = createTcpServer(() => undefined);
    const port = await listen(mute);
    ends.push(() => mute.close());
    const { ask } = await wiredTo((response) => response.end('{}'), { connect: 100 });
    await expect(ask({ protocol: 'https:', port })).rejects.toMatchObject({
      name: 'TimeoutError',
      message: 'no connection within 0.1 s',
    });
  });

  it('what is in flight fails when the wire is closed', async () => {
    const { ask, server } = await wiredTo(() => undefined);
    const asked = new Promise((resolve) => server.on('request', resolve));
    const answer = ask();
    await asked;
    wire?.close();
    await expect(answer).rejects.toThrow(/socket hang up|aborted/);
  });
});
