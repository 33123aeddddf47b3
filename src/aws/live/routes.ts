/**
 * How a request gets to its host: straight, or by way of a proxy, and by whose certificates the host is trusted. What goes
 * wrong on the way is told by what it is: the proxy and its refusals, and certificates that are not trusted.
 */
import { setMaxListeners } from 'node:events';
import { type ClientRequest, Agent as HttpAgent, request } from 'node:http';
import { Agent as HttpsAgent, request as requestTls } from 'node:https';
import { buildQueryString } from '@smithy/core/protocols';
import type { HttpRequest } from '@smithy/types';
import { proxyRefusedCode, proxyUnreachableCode, untrustedCode } from '../faults.ts';
import type { CaBundle } from './ca-bundle.ts';
import type { Proxy, ProxyOf } from './proxies.ts';
import { answerError } from './whole-answer.ts';

/** What stands between here and AWS. */
export interface Network {
  readonly proxyOf: ProxyOf;
  /** Whom to trust; Node's own list without it. */
  readonly ca?: CaBundle;
  /** Makes the sockets that reach TLS hosts by way of a proxy. */
  readonly tunnel?: (proxy: Proxy, options: TunnelOptions) => HttpsAgent;
}

export interface TunnelOptions {
  /** Milliseconds. */
  readonly idle: number;
  /** Ends what still waits for the proxy. */
  readonly signal: AbortSignal;
  readonly ca: string[] | undefined;
}

export const straight: Network = { proxyOf: () => undefined };

export interface Routes {
  open(wanted: HttpRequest): Opened;
  /** Closes every socket. */
  close(): void;
}

export interface Opened {
  readonly sent: ClientRequest;
  /** For messages: nothing, or which proxy it goes by. */
  readonly by: string;
  /** What an error on the way means. */
  explain(error: Error): Error;
  /** Why what came is no answer of AWS's. */
  refusal(statusCode: number): Error | undefined;
}

/** @param idle milliseconds after which a socket without work is closed */
export function createRoutes(network: Network, idle: number): Routes {
  const plain = new HttpAgent({ keepAlive: true, timeout: idle });
  const tls = new HttpsAgent({ keepAlive: true, timeout: idle });
  const tunnels = new Map<string, HttpsAgent>();
  const end = new AbortController();
  // Each connection to a proxy listens.
  setMaxListeners(0, end.signal);
  const trust = network.ca ? { ca: [...network.ca.pem] } : {};

  const tunnelTo = (proxy: Proxy): HttpsAgent => {
    const known = tunnels.get(proxy.url.href);
    if (known) return known;
    if (!network.tunnel) throw new Error('a proxy is set, but nothing that makes sockets to it');
    const made = network.tunnel(proxy, { idle, signal: end.signal, ca: trust.ca });
    tunnels.set(proxy.url.href, made);
    return made;
  };

  const send = (wanted: HttpRequest, proxy: Proxy | undefined): ClientRequest => {
    const { protocol, hostname, port, method, headers } = wanted;
    const query = buildQueryString(wanted.query ?? {});
    const path = query === '' ? wanted.path : `${wanted.path}?${query}`;
    const host = bare(hostname);
    const options = { host, port, method, path, headers };
    if (protocol !== 'http:') {
      return requestTls({ ...options, ...trust, agent: proxy ? tunnelTo(proxy) : tls });
    }
    if (!proxy) return request({ ...options, agent: plain });
    // What is not secret is asked of the proxy itself, by its whole address (RFC 9112, section 3.2.2).
    const asked = {
      host: bare(proxy.url.hostname),
      port: proxy.url.port,
      method,
      path: `http://${authority(wanted)}${path}`,
      headers: { host: authority(wanted), ...headers, ...authorizationOf(proxy) },
    };
    return proxy.url.protocol === 'http:'
      ? request({ ...asked, agent: plain })
      : requestTls({ ...asked, ...trust, agent: tls });
  };

  return {
    open: (wanted) => {
      const proxy = network.proxyOf({ protocol: wanted.protocol, host: authority(wanted) });
      const sent = send(wanted, proxy);
      let hasProxy = false;
      sent.once('socket', (socket) => {
        if (!proxy || !socket.connecting) hasProxy = true;
        else socket.once('connect', () => (hasProxy = true));
      });
      const by = proxy === undefined ? '' : ` by way of the proxy ${proxy.name}`;
      return {
        sent,
        by,
        explain: (error) => {
          const distrust = distrustOf(error, wanted.hostname, by, network.ca);
          if (distrust) return distrust;
          if (!proxy) return error;
          const [, status] = /^Bad response: (\d+)$/.exec(error.message) ?? [];
          if (status !== undefined) return refused(proxy, Number(status), wanted.hostname);
          if (hasProxy) return retold(error, `${error.message},${by}`);
          const why = `the proxy ${proxy.name} cannot be reached: ${error.message}`;
          return answerError(proxyUnreachableCode, why, error);
        },
        refusal: (statusCode) =>
          proxy && statusCode === 407 ? refused(proxy, statusCode, wanted.hostname) : undefined,
      };
    },
    close: () => {
      end.abort();
      for (const agent of [plain, tls, ...tunnels.values()]) agent.destroy();
    },
  };
}

/** An address of IPv6 without its brackets. */
function bare(hostname: string): string {
  return hostname.replace(/^\[(.*)\]$/, '$1');
}

function authority({ hostname, port }: HttpRequest): string {
  return port === undefined ? hostname : `${hostname}:${port}`;
}

function authorizationOf({ url }: Proxy): Record<string, string> {
  const { username, password } = url;
  if (username === '' && password === '') return {};
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { 'proxy-authorization': `Basic ${Buffer.from(pair).toString('base64')}` };
}

function refused({ url, name }: Proxy, status: number, host: string): Error {
  const given = url.username === '' ? 'and none is given' : 'and does not accept those given';
  return answerError(
    proxyRefusedCode,
    status === 407
      ? `the proxy ${name} asks for a user and a password, ${given} (status 407)`
      : `the proxy ${name} does not let ${host} through (status ${status})`,
  );
}

/** Node's names for chains that end in nobody whom it trusts, and for certificates that are not the host's. */
const distrust =
  /^(UNABLE_TO_|SELF_SIGNED_CERT|DEPTH_ZERO_SELF_SIGNED|CERT_|INVALID_CA|HOSTNAME_MISMATCH|ERR_TLS_CERT_ALTNAME)/;

function distrustOf(
  error: Error,
  host: string,
  by: string,
  ca: CaBundle | undefined,
): Error | undefined {
  if (!('code' in error) || typeof error.code !== 'string' || !distrust.test(error.code)) return;
  const judge = ca ? `the certificates in ${ca.path}` : "Node's own list";
  const why = `the certificate of ${host}${by} is not trusted by ${judge}: ${error.message} (${error.code})`;
  return answerError(untrustedCode, why);
}

/** The same error, in more words. */
function retold(error: Error, message: string): Error {
  const told = answerError(error.name, message, error);
  return 'code' in error ? Object.assign(told, { code: error.code }) : told;
}
