import * as sdk from '@aws-sdk/client-emr';
import { z } from 'zod';
import { emr as service } from '../../src/collectors/emr/service.ts';
import { success } from '../gate/answer.ts';
import { emulate } from '../service.ts';
import { ACCOUNT_ID, HOME, SECOND, US } from '../site.ts';
import type { Site } from '../site.ts';

/** Moto would start instances for a cluster: the clusters are canned. */
const state = z.strictObject({ clusters: z.array(z.string()).default([]) });

/** The home Region blocks public access, the second one does not, and a third lets a port through. */
async function plant(site: Site): Promise<void> {
  const one = { clusters: ['j-0A1B2C3D4E5F6'] };
  await site.set('state', emr.state({ [HOME]: one, [SECOND]: one, [US]: one }));
  const settings = [
    { region: HOME, isOn: true, ports: [22], outcome: 'pass' },
    { region: SECOND, isOn: false, ports: [], outcome: 'fail' },
    { region: US, isOn: true, ports: [22, 8088], outcome: 'fail' },
  ] as const;
  for (const { region, isOn, ports, outcome } of settings) {
    const client = site.client(sdk.EMRClient, region, 60);
    await client.send(
      new sdk.PutBlockPublicAccessConfigurationCommand({
        BlockPublicAccessConfiguration: {
          BlockPublicSecurityGroupRules: isOn,
          PermittedPublicSecurityGroupRuleRanges: ports.map((port) => ({
            MinRange: port,
            MaxRange: port,
          })),
        },
      }),
    );
    site.expect('emr-block-public-access', region, outcome);
  }
}

const emr = emulate({
  service,
  sdk,
  Client: sdk.EMRClient,
  state,
  answers: {
    ListClusters: (request, { clusters }) =>
      success(request, {
        Clusters: clusters.map((id) => ({
          Id: id,
          Name: 'nwh-manifests',
          ClusterArn: `arn:aws:elasticmapreduce:${request.region}:${ACCOUNT_ID}:cluster/${id}`,
        })),
      }),
  },
  plant,
});
export default emr;
