/** A proxy on this machine. Whatever host it is asked for, it leads to the AWS of the test. */
import { createServer, type IncomingMessage, request } from 'node:http';
import { connect, type Socket } from 'node:net';

export interface LoopbackProxy {
  /** `http://127.0.0.1:port` */
  readonly url: string;
  readonly port: number;
  /** Where it was asked to lead to: `host:port` of a tunnel, the whole address of a plain request. */
  readonly asked: readonly string[];
  close(): Promise<void>;
}

export interface ProxyOptions {
  /** Where it leads to. */
  readonly port: number;
  /** `user:password`, if it wants them. */
  readonly wants?: string;
  /** What becomes of a tunnel to a host: a status instead, or silence. */
  readonly fate?: (host: string) => number | 'silence' | undefined;
}

export async function startProxy({ port, wants, fate }: ProxyOptions): Promise<LoopbackProxy> {
  const asked: string[] = [];
  const sockets = new Set<Socket>();
  const mayPass = ({ headers }: IncomingMessage) =>
    wants === undefined ||
    headers['proxy-authorization'] === `Basic ${Buffer.from(wants).toString('base64')}`;

  const server = createServer((incoming, response) => {
    asked.push(incoming.url ?? '');
    if (!mayPass(incoming)) {
      response.writeHead(407, { 'proxy-authenticate': 'Basic' }).end('<html>Who are you?</html>');
      return;
    }
    const { pathname, search } = new URL(incoming.url ?? '');
    const { method, headers } = incoming;
    const onward = request({ port, method, headers, path: `${pathname}${search}` }, (answer) => {
      response.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    incoming.pipe(onward);
  });
  server.on('connect', (incoming: IncomingMessage, socket: Socket) => {
    const to = incoming.url ?? '';
    asked.push(to);
    sockets.add(socket);
    socket.on('error', () => undefined);
    const what = mayPass(incoming) ? fate?.(to) : 407;
    if (what === 'silence') return;
    if (what !== undefined) {
      socket.end(`HTTP/1.1 ${what} No\r\ncontent-length: 0\r\n\r\n`);
      return;
    }
    const onward = connect(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      onward.pipe(socket);
      socket.pipe(onward);
    });
    sockets.add(onward);
    onward.on('error', () => socket.destroy());
    socket.on('close', () => onward.destroy());
  });

  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    port: address.port,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
        for (const socket of sockets) socket.destroy();
      }),
  };
}
