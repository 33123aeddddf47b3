import * as sdk from '@aws-sdk/client-ec2';
import { ec2 as service } from '../../../src/collectors/ec2/service.ts';
import { emulate } from '../../service.ts';
import { HOME, OPTED_IN, SECOND } from '../../site.ts';
import type { Site } from '../../site.ts';
import iam from '../iam/service.ts';
import s3 from '../s3.ts';
import { answers, state } from './canned.ts';
import { plantEbs } from './ebs.ts';
import { plantInstances } from './instances.ts';
import {
  plantAcls,
  plantEndpoints,
  plantFlowLog,
  plantInternet,
  plantPeering,
  plantVpc,
} from './network.ts';
import type { Network } from './network.ts';
import { plantGroups, plantOldPorts } from './security-groups.ts';
import { plantUnusedRegions } from './unused-regions.ts';

/** What stands on the network of EC2's plant. */
export interface PlantedEc2 {
  readonly production: Network;
  /** The id of a security group of the production network, by its name. */
  readonly groupId: (name: string) => string;
  /** The volume of the home Region. */
  readonly volumeId: string;
}

async function plantNetworks(site: Site): Promise<Network> {
  const { logBucket } = await s3.planted(site);
  const production = await plantVpc(site, HOME, 'northwind-production', '10.20', true);
  const analytics = await plantVpc(site, HOME, 'northwind-analytics', '10.30', false);
  const warehouse = await plantVpc(site, SECOND, 'northwind-warehouse', '10.40', true);
  await plantOldPorts(site, warehouse);
  await plantVpc(site, OPTED_IN, 'milano-hub', '10.50', false);
  await plantInternet(site, production);
  await plantFlowLog(site, production, 'ALL', logBucket);
  await plantFlowLog(site, warehouse, 'REJECT', logBucket);
  await plantFlowLog(site, analytics, 'ACCEPT', logBucket);
  await plantEndpoints(site, production);
  await plantAcls(site, production);
  await plantPeering(site, production, analytics, '10.30.1.0/24', 'manual');
  const brokers = await plantVpc(site, HOME, 'northwind-brokers', '10.60', true);
  await plantPeering(site, analytics, brokers, '10.0.0.0/8', 'fail');
  return production;
}

async function plant(site: Site): Promise<PlantedEc2> {
  const { instanceProfile } = await iam.planted(site);
  await site.set(
    'state',
    ec2.state({
      [HOME]: {
        snapshotBlockPublicAccess: 'block-all-sharing',
        metadataDefaults: { httpTokens: 'required', httpPutResponseHopLimit: 2 },
      },
    }),
  );
  await plantUnusedRegions(site);
  const production = await plantNetworks(site);
  const groupId = await plantGroups(site, production);
  await plantInstances(site, production, groupId, instanceProfile);
  return { production, groupId, volumeId: await plantEbs(site) };
}

const ec2 = emulate({ service, sdk, Client: sdk.EC2Client, state, answers, plant });
export default ec2;
