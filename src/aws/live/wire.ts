/**
 * HTTP for all clients: one set of sockets, and a bound on everything. The SDK's own handler stops its clock when the
 * headers are there, so that a body of a byte a second would hold the scan; here the whole answer has a time and a size.
 */
import { type ClientRequest, Agent as HttpAgent, type IncomingMessage, request } from 'node:http';
import { Agent as HttpsAgent, request as requestTls } from 'node:https';
import { buildQueryString } from '@smithy/core/protocols';
import type { HttpRequest, HttpResponse } from '@smithy/types';
import { type Limits, usualLimits } from './limits.ts';
import { answerError, brokenAnswer } from './whole-answer.ts';

/** What the SDK wants of a request handler, as far as reads need it. */
export interface Wire {
  handle(
    request: HttpRequest,
    options?: { readonly requestTimeout?: number },
  ): Promise<{ response: HttpResponse }>;
  /** Nothing: the clients share the wire, and each of them destroys its handler. */
  destroy(): void;
  /** Closes every socket; what is in flight fails. */
  close(): void;
}

export type WireLimits = Pick<Limits, 'connect' | 'answer' | 'bytes'>;

/** The code of an answer that does not end where every honest one has ended. */
const tooLargeCode = 'AnswerTooLarge';

/**
 * Milliseconds after which a socket without work is closed. AWS's hosts close theirs after some 20 seconds or more; a
 * request that crosses that costs an attempt.
 */
const idle = 15_000;

export function createWire(limits: WireLimits = usualLimits): Wire {
  const plain = new HttpAgent({ keepAlive: true, timeout: idle });
  const tls = new HttpsAgent({ keepAlive: true, timeout: idle });

  const open = (wanted: HttpRequest): ClientRequest => {
    const { protocol, hostname, port, method, headers } = wanted;
    const query = buildQueryString(wanted.query ?? {});
    const path = query === '' ? wanted.path : `${wanted.path}?${query}`;
    const host = hostname.replace(/^\[(.*)\]$/, '$1');
    const options = { host, port, method, path, headers };
    return protocol === 'http:'
      ? request({ ...options, agent: plain })
      : requestTls({ ...options, agent: tls });
  };

  return {
    handle: (wanted, { requestTimeout: patience = limits.answer } = {}) =>
      new Promise((resolve, reject) => {
        const sent = open(wanted);
        let connecting: NodeJS.Timeout | undefined;
        const stop = (error: Error) => {
          clearTimeout(connecting);
          clearTimeout(answering);
          sent.destroy();
          reject(error);
        };
        const answering = setTimeout(() => {
          stop(timedOut('no whole answer', patience));
        }, patience);

        sent.on('error', stop);
        sent.on('socket', (socket) => {
          if (!socket.connecting) return;
          connecting = setTimeout(() => {
            stop(timedOut('no connection', limits.connect));
          }, limits.connect);
          socket.once(wanted.protocol === 'http:' ? 'connect' : 'secureConnect', () => {
            clearTimeout(connecting);
          });
        });
        sent.on('response', (incoming) => {
          collect(incoming, limits.bytes, stop, (body) => {
            clearTimeout(answering);
            const statusCode = incoming.statusCode ?? 0;
            const broken = brokenAnswer(statusCode, body);
            if (broken) reject(broken);
            else resolve({ response: { statusCode, headers: headersOf(incoming), body } });
          });
        });
        sent.end(wanted.body);
      }),
    destroy: () => undefined,
    close: () => {
      plain.destroy();
      tls.destroy();
    },
  };
}

function collect(
  incoming: IncomingMessage,
  most: number,
  stop: (error: Error) => void,
  done: (body: Uint8Array) => void,
): void {
  const chunks: Buffer[] = [];
  let bytes = 0;
  incoming.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    bytes += chunk.byteLength;
    if (bytes > most) stop(answerError(tooLargeCode, `the answer is larger than ${most} bytes`));
  });
  incoming.on('error', stop);
  incoming.on('end', () => {
    const [first] = chunks;
    done(chunks.length === 1 && first ? first : Buffer.concat(chunks));
  });
}

function headersOf({ headers }: IncomingMessage): Record<string, string> {
  const plain: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) plain[name] = Array.isArray(value) ? value.join(',') : value;
  }
  return plain;
}

function timedOut(what: string, milliseconds: number): Error {
  return answerError('TimeoutError', `${what} within ${milliseconds / 1000} s`);
}
