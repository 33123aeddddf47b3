/** Sockets to TLS hosts by way of a proxy. A module of its own: only who has a proxy loads what it takes. */
import { HttpsProxyAgent } from 'hpagent';
import type { Proxy } from './proxies.ts';
import type { TunnelOptions } from './routes.ts';

export function tunnel({ url }: Proxy, { idle, signal, ca }: TunnelOptions): HttpsProxyAgent {
  const trust = ca ? { ca } : {};
  const proxyRequestOptions = { signal, ...trust };
  return new HttpsProxyAgent({
    keepAlive: true,
    timeout: idle,
    proxy: url,
    proxyRequestOptions,
    ...trust,
  });
}
