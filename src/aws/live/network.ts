/** What stands between here and AWS, as the environment and the profile say. */
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
