import * as sdk from '@aws-sdk/client-redshift';
import { redshift as service } from '../../src/collectors/redshift/service.ts';
import { emulate } from '../service.ts';
import { HOME, SECOND } from '../site.ts';
import type { Site } from '../site.ts';

const CLUSTERS = [
  { name: 'nwh-sales', region: HOME, encrypted: true, isPublic: false },
  { name: 'nwh-sales-trial', region: SECOND, encrypted: false, isPublic: true },
] as const;

/** A cluster that is as it should be, and one that was tried out and forgotten. */
async function plant(site: Site): Promise<void> {
  for (const { name, region, encrypted, isPublic } of CLUSTERS) {
    await site.client(sdk.RedshiftClient, region, 200).send(
      new sdk.CreateClusterCommand({
        ClusterIdentifier: name,
        NodeType: 'ra3.large',
        ClusterType: 'single-node',
        DBName: 'sales',
        MasterUsername: 'warehouse',
        MasterUserPassword: 'Planted-0nly-here',
        Encrypted: encrypted,
        PubliclyAccessible: isPublic,
      }),
    );
    site.expect('redshift-cluster-encrypted', name, encrypted ? 'pass' : 'fail');
    site.expect('redshift-cluster-not-public', name, isPublic ? 'fail' : 'pass');
  }
}

export default emulate({ service, sdk, Client: sdk.RedshiftClient, plant });
