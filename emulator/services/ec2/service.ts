import * as sdk from '@aws-sdk/client-ec2';
import { ec2 as service } from '../../../src/collectors/ec2/service.ts';
import { emulate } from '../../service.ts';
import { HOME, OPTED_IN, SECOND, US } from '../../site.ts';
import type { Site } from '../../site.ts';
import iam from '../iam/service.ts';
import s3 from '../s3.ts';
import { answers, state } from './canned.ts';
import { plantEbs } from './ebs.ts';
import { plantInstances } from './instances.ts';
import { plantPublicImage, plantTemplates } from './launch.ts';
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
import {
  plantInterfaceEndpoints,
  plantOldHost,
  plantTransitGateways,
  plantUnusedAcl,
} from './warehouse.ts';

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
  for (const id of production.subnetIds) site.expect('vpc-subnet-no-auto-public-ip', id, 'pass');
  await plantInternet(site, production);
  await plantFlowLog(site, production, 'ALL', logBucket);
  await plantFlowLog(site, warehouse, 'REJECT', logBucket);
  await plantFlowLog(site, analytics, 'ACCEPT', logBucket);
  await plantEndpoints(site, production);
  await plantAcls(site, production);
  await plantPeering(site, production, analytics, '10.30.1.0/24', 'manual');
  const brokers = await plantVpc(site, HOME, 'northwind-brokers', '10.60', true);
  await plantPeering(site, analytics, brokers, '10.0.0.0/8', 'fail');
  await plantInterfaceEndpoints(site, production, warehouse);
  await plantOldHost(site, warehouse);
  await plantUnusedAcl(site, warehouse);
  await plantTransitGateways(site);
  await plantRegionSettings(site, warehouse);
  return production;
}

function tunnels(
  [first, second]: readonly [string, string],
  rest: { readonly hardened?: boolean; readonly isUp?: boolean },
) {
  return [first, second].map((address) => ({ address, ...rest }));
}

/** What moto does not keep. */
async function plantRegionSettings(site: Site, { region, subnetIds }: Network): Promise<void> {
  await site.set(
    'state',
    ec2.state({
      [HOME]: {
        snapshotBlockPublicAccess: 'block-all-sharing',
        metadataDefaults: { httpTokens: 'required', httpPutResponseHopLimit: 2 },
        spotFleets: [
          { id: 'sfr-0c0ffee0-1111-4222-8333-444455556666', encrypted: true },
          { id: 'sfr-0c0ffee0-1111-4222-8333-444455557777', encrypted: false },
        ],
      },
      [region]: {
        vpcBlockPublicAccess: 'block-bidirectional',
        vpcBlockExclusions: [`subnet/${subnetIds[1]}`],
        vpnConnections: [
          {
            id: 'vpn-0d0cc000000000001',
            tunnels: tunnels(['203.0.113.61', '203.0.113.62'], { hardened: true }),
          },
          {
            id: 'vpn-0d0cc000000000002',
            tunnels: tunnels(['203.0.113.71', '203.0.113.72'], { isUp: false }),
          },
        ],
        clientVpnEndpoints: [
          { id: 'cvpn-endpoint-0d0cc000000000001', logs: true },
          { id: 'cvpn-endpoint-0d0cc000000000002', logs: false },
        ],
      },
    }),
  );
  expectSettings(site);
}

function expectSettings(site: Site): void {
  site.expect('ebs-snapshot-block-public-access', HOME, 'pass');
  site.expect('ebs-snapshot-block-public-access', US, 'fail');
  site.expect('ec2-account-imdsv2-default', HOME, 'pass');
  site.expect('ec2-account-imdsv2-default', SECOND, 'fail');
  site.expect('vpc-block-public-access', SECOND, 'pass');
  site.expect('vpc-block-public-access', HOME, 'fail');
  for (const check of ['vpc-vpn-tunnels-up', 'vpc-vpn-tunnel-logging', 'vpc-vpn-ikev2-only']) {
    site.expect(check, 'vpn-0d0cc000000000001', 'pass');
    site.expect(check, 'vpn-0d0cc000000000002', 'fail');
  }
  site.expect('vpc-client-vpn-logging', 'cvpn-endpoint-0d0cc000000000001', 'pass');
  site.expect('vpc-client-vpn-logging', 'cvpn-endpoint-0d0cc000000000002', 'fail');
  site.expect('ec2-spot-fleet-ebs-encrypted', 'sfr-0c0ffee0-1111-4222-8333-444455556666', 'pass');
  site.expect('ec2-spot-fleet-ebs-encrypted', 'sfr-0c0ffee0-1111-4222-8333-444455557777', 'fail');
}

async function plant(site: Site): Promise<PlantedEc2> {
  const { instanceProfile } = await iam.planted(site);
  await plantUnusedRegions(site);
  await plantTemplates(site);
  await plantPublicImage(site);
  const production = await plantNetworks(site);
  const groupId = await plantGroups(site, production);
  await plantInstances(site, production, groupId, instanceProfile);
  return { production, groupId, volumeId: await plantEbs(site) };
}

const ec2 = emulate({ service, sdk, Client: sdk.EC2Client, state, answers, plant });
export default ec2;
