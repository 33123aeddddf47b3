import { DescribeRegionsCommand } from '@aws-sdk/client-ec2';
import { plantAccount } from './plant/account.ts';
import { plantEbs, plantInstances, removeDefaultVpc } from './plant/compute.ts';
import { plantIam } from './plant/iam.ts';
import { plantIamRoles } from './plant/iam-roles.ts';
import { plantKms } from './plant/kms.ts';
import { plantLogging } from './plant/logging.ts';
import {
  plantAcls,
  plantEndpoints,
  plantFlowLog,
  plantGroups,
  plantInternet,
  plantPeering,
  plantVpc,
} from './plant/network.ts';
import { plantRds } from './plant/rds.ts';
import { plantS3 } from './plant/s3.ts';
import { HOME, OPTED_IN, SECOND, US, must, openSite } from './plant/site.ts';
import type { Planted, Site } from './plant/site.ts';

export type { Planted };

async function plantNetworks(site: Site): Promise<void> {
  const production = await plantVpc(site, HOME, 'northwind-production', '10.20', true);
  const analytics = await plantVpc(site, HOME, 'northwind-analytics', '10.30', false);
  const warehouse = await plantVpc(site, SECOND, 'northwind-warehouse', '10.40', true);
  await plantVpc(site, OPTED_IN, 'milano-hub', '10.50', false);
  await plantInternet(site, production);
  await plantFlowLog(site, production, 'ALL');
  await plantFlowLog(site, warehouse, 'REJECT');
  await plantFlowLog(site, analytics, 'ACCEPT');
  await plantEndpoints(site, production);
  await plantAcls(site, production);
  await plantPeering(site, production, analytics, '10.30.1.0/24', 'manual');
  const brokers = await plantVpc(site, HOME, 'northwind-brokers', '10.60', true);
  await plantPeering(site, analytics, brokers, '10.0.0.0/8', 'fail');
  const groupId = await plantGroups(site, production);
  await plantInstances(site, production, groupId);
  await plantRds(site, production, groupId);
}

/** Regions in which the company runs nothing: without default VPCs, but for one that was forgotten. */
async function plantUnusedRegions(site: Site): Promise<void> {
  const answer = await site.ec2(US).send(new DescribeRegionsCommand({}));
  const used = [HOME, SECOND, US, 'us-west-2'];
  const names = must(answer.Regions, 'Regions').map(({ RegionName }) => must(RegionName, 'name'));
  for (const region of names.filter((name) => !used.includes(name))) {
    await removeDefaultVpc(site, region);
  }
}

/**
 * Builds the sample company, Northwind Harbour Logistics, in an empty emulated account: about 150 resources
 * in four Regions, set well and badly. `endpoint` is that of a gate, since part of the state lives there.
 * The answer says what checks must find.
 */
export async function plant(endpoint: string): Promise<readonly Planted[]> {
  const site = openSite(endpoint);
  await plantAccount(site);
  await plantIam(site);
  await plantIamRoles(site);
  const keyArn = await plantKms(site);
  await plantS3(site, keyArn('nwh-data'));
  await plantLogging(site, keyArn('nwh-trail'));
  await plantUnusedRegions(site);
  await plantNetworks(site);
  await plantEbs(site);
  return site.planted;
}
