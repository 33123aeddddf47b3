import * as sdk from '@aws-sdk/client-emr';
import { z } from 'zod';
import { emr as service } from '../../src/collectors/emr/service.ts';
import { success } from '../gate/answer.ts';
import { emulate } from '../service.ts';
import { ACCOUNT_ID, HOME, SECOND, US } from '../site.ts';
import type { Site } from '../site.ts';

/**
 * Moto would start instances for a cluster, and keeps one block of public access for all Regions: both are canned. What
 * stands here where nothing is planted is what AWS sets for a new account.
 */
const state = z.strictObject({
  clusters: z.array(z.string()).default([]),
  isBlocked: z.boolean().default(true),
  permitted: z.array(z.number()).default([22]),
});

/** The home Region blocks public access, the second one does not, and a third lets a port through. */
async function plant(site: Site): Promise<void> {
  const clusters = ['j-0A1B2C3D4E5F6'];
  await site.set(
    'state',
    emr.state({
      [HOME]: { clusters },
      [SECOND]: { clusters, isBlocked: false, permitted: [] },
      [US]: { clusters, permitted: [22, 8088] },
    }),
  );
  site.expect('emr-block-public-access', HOME, 'pass');
  site.expect('emr-block-public-access', SECOND, 'fail');
  site.expect('emr-block-public-access', US, 'fail');
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
          Status: { State: 'WAITING' },
          ClusterArn: `arn:aws:elasticmapreduce:${request.region}:${ACCOUNT_ID}:cluster/${id}`,
        })),
      }),
    GetBlockPublicAccessConfiguration: (request, { isBlocked, permitted }) =>
      success(request, {
        BlockPublicAccessConfiguration: {
          BlockPublicSecurityGroupRules: isBlocked,
          PermittedPublicSecurityGroupRuleRanges: permitted.map((port) => ({
            MinRange: port,
            MaxRange: port,
          })),
        },
        BlockPublicAccessConfigurationMetadata: {
          CreationDateTime: 1_577_836_800,
          CreatedByArn: `arn:aws:iam::${ACCOUNT_ID}:root`,
        },
      }),
  },
  plant,
});
export default emr;
