/**
 * Snapshots that the customer took, of instances and clusters, and with whom they are shared. Automated snapshots
 * cannot be shared, so they are not asked for. Amazon RDS user guide, "Sharing a DB snapshot".
 */
import type { Members } from '../../aws/reads.ts';
import { defineCollector, type Resource } from '../../collect/collector.ts';
import { joinListings } from '../../collect/join-listings.ts';
import { perResource } from '../../collect/per-resource.ts';
import type { Observed } from '../../observe/observed.ts';
import { isRds, knownEngine, serviceOf } from './engines.ts';
import { pageSize } from './pages.ts';
import {
  DescribeDBSnapshots,
  DescribeDBClusterSnapshots,
  DescribeDBSnapshotAttributes,
  DescribeDBClusterSnapshotAttributes,
} from './operations.ts';

export interface ManualSnapshot extends Resource {
  readonly engine: string;
  readonly of: 'instance' | 'cluster';
  /**
   * False where it is known to be encrypted with a KMS key: such a snapshot cannot be shared with everyone. Amazon RDS
   * user guide, "Sharing public snapshots for Amazon RDS".
   */
  readonly canBePublic: boolean;
}

const manual = { SnapshotType: 'manual', MaxRecords: pageSize };

export const manualSnapshots = defineCollector({
  id: 'rds.manual-snapshots',
  service: 'rds',
  scope: 'regional',
  calls: [DescribeDBSnapshots, DescribeDBClusterSnapshots],
  gather: async (aws) => {
    const ofInstances = aws.list(DescribeDBSnapshots, manual, 'DBSnapshots', (item, members) => {
      const { must } = members;
      const engine = must(item, 'Engine');
      if (!isRds(engine)) return [];
      const snapshot: ManualSnapshot = {
        arn: must(item, 'DBSnapshotArn'),
        type: 'AWS::RDS::DBSnapshot',
        name: must(item, 'DBSnapshotIdentifier'),
        region: aws.region,
        ...serviceOf(engine),
        judgedIf: knownEngine(engine, members),
        engine,
        of: 'instance',
        canBePublic: item.Encrypted !== true && item.StorageEncryptionType !== 'sse-kms',
      };
      return snapshot;
    });
    const ofClusters = aws.list(
      DescribeDBClusterSnapshots,
      manual,
      'DBClusterSnapshots',
      (item, members) => {
        const { must } = members;
        const engine = must(item, 'Engine');
        if (!isRds(engine)) return [];
        const snapshot: ManualSnapshot = {
          arn: must(item, 'DBClusterSnapshotArn'),
          type: 'AWS::RDS::DBClusterSnapshot',
          name: must(item, 'DBClusterSnapshotIdentifier'),
          region: aws.region,
          ...serviceOf(engine),
          judgedIf: knownEngine(engine, members),
          engine,
          of: 'cluster',
          canBePublic: item.StorageEncrypted !== true && item.StorageEncryptionType !== 'sse-kms',
        };
        return snapshot;
      },
    );
    return joinListings<ManualSnapshot>(await Promise.all([ofInstances, ofClusters]));
  },
});

/** Who may restore a snapshot: account ids, or `all`. */
export type RestoreGrants = readonly string[];

/** Asked for the snapshots that could be public, and for no other. */
export const snapshotGrants = defineCollector({
  id: 'rds.snapshot-grants',
  service: 'rds',
  scope: 'regional',
  calls: [DescribeDBSnapshotAttributes, DescribeDBClusterSnapshotAttributes],
  needs: { snapshots: manualSnapshots },
  gather: (aws, { snapshots }) =>
    perResource(
      snapshots.items.filter(({ canBePublic }) => canBePublic),
      ({ of, name }): Promise<Observed<RestoreGrants>> => {
        if (of === 'instance') {
          const input = { DBSnapshotIdentifier: name };
          return aws.get(DescribeDBSnapshotAttributes, input, (answer, members) => {
            const result = members.must(answer, 'DBSnapshotAttributesResult');
            return restoreGrants(members.must(result, 'DBSnapshotAttributes'), members);
          });
        }
        const input = { DBClusterSnapshotIdentifier: name };
        return aws.get(DescribeDBClusterSnapshotAttributes, input, (answer, members) => {
          const result = members.must(answer, 'DBClusterSnapshotAttributesResult');
          return restoreGrants(members.must(result, 'DBClusterSnapshotAttributes'), members);
        });
      },
    ),
});

interface Attribute {
  readonly AttributeName?: string | undefined;
  readonly AttributeValues?: readonly string[] | undefined;
}

/** AWS sends the attribute `restore` for every manual snapshot, with an empty list where nobody was let in. */
function restoreGrants(
  attributes: readonly Attribute[],
  { must, unusable }: Members,
): RestoreGrants {
  const restore = attributes.find(({ AttributeName }) => AttributeName === 'restore');
  if (!restore) return unusable('the answer lacks the attribute restore');
  const strange = must(restore, 'AttributeValues').find((each) => !/^(all|\d{12})$/.test(each));
  if (strange !== undefined)
    unusable(`restore lets in what is no account: ${strange.slice(0, 40)}`);
  return must(restore, 'AttributeValues');
}
