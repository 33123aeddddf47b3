/** What stands between here and AWS, as the environment and the profile say. */
import { Agent } from 'node:https';
import { readCaBundle } from './ca-bundle.ts';
import { type Environment, proxiesOf } from './proxies.ts';
import type { Network } from './routes.ts';

/**
 * @param ofProfile the profile's `ca_bundle`, which the environment's comes before
 * @throws UserError where a proxy is no address, or a bundle cannot be read
 */
export async function openNetwork(
  env: Environment,
  ofProfile: string | undefined,
): Promise<Network> {
  const proxyOf = proxiesOf(env);
  const fromEnv = env['AWS_CA_BUNDLE'] || undefined;
  const path = fromEnv ?? (ofProfile || undefined);
  const by = fromEnv === undefined ? 'ca_bundle of the profile' : 'AWS_CA_BUNDLE';
  return {
    proxyOf,
    ...(path === undefined ? {} : { ca: await readCaBundle({ by, path }) }),
    ...(env['HTTPS_PROXY'] || env['https_proxy'] ? await import('./tunnel.ts') : {}),
  };
}

/** Milliseconds. */
const idle = 15_000;

/**
 * The same for a client that has a wire of its own: the sockets to a host, or undefined where nothing stands between.
 * @param signal ends what still waits for the proxy
 */
export async function agentTo(
  host: string,
  env: Environment,
  signal: AbortSignal,
): Promise<Agent | undefined> {
  const { proxyOf, tunnel, ca } = await openNetwork(env, undefined);
  const pem = ca && [...ca.pem];
  const proxy = proxyOf({ protocol: 'https:', host });
  if (proxy && tunnel) return tunnel(proxy, { idle, signal, ca: pem });
  return pem && new Agent({ keepAlive: true, timeout: idle, ca: pem });
}
