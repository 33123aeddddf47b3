/**
 * HTTP for all clients: one set of sockets, and a bound on everything. The SDK's own handler stops its clock when the
 * headers are there, so that a body of a byte a second would hold the scan; here the whole answer has a time and a size.
 */
import type { IncomingMessage } from 'node:http';
import type { HttpRequest, HttpResponse } from '@smithy/types';
import { type Limits, usualLimits } from './limits.ts';
import { createRoutes, type Network, straight } from './routes.ts';
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

export function createWire(limits: WireLimits = usualLimits, network: Network = straight): Wire {
  const routes = createRoutes(network, idle);

  return {
    handle: (wanted, { requestTimeout: patience = limits.answer } = {}) =>
      new Promise((resolve, reject) => {
        const { sent, by, explain, refusal } = routes.open(wanted);
        const stop = (error: Error) => {
          clearTimeout(connecting);
          clearTimeout(answering);
          sent.destroy();
          reject(error);
        };
        const answering = setTimeout(() => {
          stop(timedOut(`no whole answer${by}`, patience));
        }, patience);
        // Begins before there is a socket: one by way of a proxy is only there when the proxy has opened it.
        const connecting = setTimeout(() => {
          stop(timedOut(`no connection${by}`, limits.connect));
        }, limits.connect);
        const connected = () => {
          clearTimeout(connecting);
        };

        sent.on('error', (error) => {
          stop(explain(error));
        });
        sent.on('socket', (socket) => {
          const isTls = wanted.protocol !== 'http:';
          if (sent.reusedSocket || (!isTls && !socket.connecting)) connected();
          else socket.once(isTls ? 'secureConnect' : 'connect', connected);
        });
        sent.on('response', (incoming) => {
          const refused = refusal(incoming.statusCode ?? 0);
          if (refused) {
            stop(refused);
            return;
          }
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
    close: routes.close,
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
