import { services } from './services/index.ts';
import { openSite } from './site.ts';
import type { Planted, PlantOptions } from './site.ts';

export type { Planted };

/**
 * Builds the sample company, Northwind Harbour Logistics, in an empty emulated account: about 150 resources
 * in four Regions, set well and badly. `endpoint` is that of a gate, since part of the state lives there.
 * The answer says what checks must find.
 */
export async function plant(
  endpoint: string,
  options: PlantOptions = {},
): Promise<readonly Planted[]> {
  const site = openSite(endpoint, options);
  for (const service of services) await service.planted(site);
  return site.planted;
}
