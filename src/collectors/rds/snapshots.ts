/**
 * Snapshots that the customer took, of instances and clusters, and with whom they are shared. Automated snapshots
 * cannot be shared, so they are not asked for. Amazon RDS user guide, "Sharing a DB snapshot".
 */
import type { AnyOperation } from '../../aws/operation.ts';
import type { Aws, Members } from '../../aws/reads.ts';
import { type Collector, defineCollector, type Resource } from '../../collect/collector.ts';
import { joinListings } from '../../collect/join-listings.ts';
import { type PerResource, perResource } from '../../collect/per-resource.ts';
import type { Listing, Observed } from '../../observe/observed.ts';
import type { StorageEncryption } from '../../reasoning/storage-encryption.ts';
import { readEncryption, type Stored } from './encryption.ts';
import { isDocumentDb, isNeptune, isRds, knownEngine, serviceOf } from './engines.ts';
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
  readonly encryption: Observed<StorageEncryption>;
}

const manual = { SnapshotType: 'manual', MaxRecords: pageSize };

export const manualSnapshots = defineCollector({
  id: 'rds.manual-snapshots',
  service: 'rds',
  scope: 'regional',
  recordedAs: ['AWS::RDS::DBSnapshot', 'AWS::RDS::DBClusterSnapshot'],
  calls: [DescribeDBSnapshots, DescribeDBClusterSnapshots],
  gather: async (aws) => {
    const ofInstances = aws.list(DescribeDBSnapshots, manual, 'DBSnapshots', (item, members) => {
      const { must, observe } = members;
      const engine = must(item, 'Engine');
      if (!isRds(engine)) return [];
      const stored = { ...item, StorageEncrypted: item.Encrypted };
      const snapshot: ManualSnapshot = {
        arn: must(item, 'DBSnapshotArn'),
        type: 'AWS::RDS::DBSnapshot',
        name: must(item, 'DBSnapshotIdentifier'),
        region: aws.region,
        ...serviceOf(engine),
        judgedIf: knownEngine(engine, members),
        engine,
        of: 'instance',
        canBePublic: canBePublic(stored),
        encryption: observe(() => readEncryption(stored, members)),
      };
      return snapshot;
    });
    return joinListings<ManualSnapshot>(
      await Promise.all([ofInstances, clusterSnapshotsWhere(aws, isRds)]),
    );
  },
});

export const neptuneSnapshots = defineCollector({
  id: 'neptune.manual-snapshots',
  service: 'neptune',
  scope: 'regional',
  recordedAs: ['AWS::RDS::DBClusterSnapshot'],
  calls: [DescribeDBClusterSnapshots],
  gather: (aws) => clusterSnapshotsWhere(aws, isNeptune),
});

export const documentDbSnapshots = defineCollector({
  id: 'documentdb.manual-snapshots',
  service: 'documentdb',
  scope: 'regional',
  recordedAs: ['AWS::RDS::DBClusterSnapshot'],
  calls: [DescribeDBClusterSnapshots],
  gather: (aws) => clusterSnapshotsWhere(aws, isDocumentDb),
});

/** The same call for each of the three services: it is sent once. */
function clusterSnapshotsWhere(aws: Aws, isWanted: (engine: string) => boolean) {
  return aws.list(DescribeDBClusterSnapshots, manual, 'DBClusterSnapshots', (item, members) => {
    const { must, observe } = members;
    const engine = must(item, 'Engine');
    if (!isWanted(engine)) return [];
    const snapshot: ManualSnapshot = {
      arn: must(item, 'DBClusterSnapshotArn'),
      type: 'AWS::RDS::DBClusterSnapshot',
      name: must(item, 'DBClusterSnapshotIdentifier'),
      region: aws.region,
      ...serviceOf(engine),
      judgedIf: knownEngine(engine, members),
      engine,
      of: 'cluster',
      canBePublic: canBePublic(item),
      encryption: observe(() => readEncryption(item, members)),
    };
    return snapshot;
  });
}

function canBePublic({ StorageEncrypted, StorageEncryptionType }: Stored): boolean {
  return StorageEncrypted !== true && StorageEncryptionType !== 'sse-kms';
}

/** Who may restore a snapshot: account ids, or `all`. */
export type RestoreGrants = readonly string[];

const ofClusters = [DescribeDBClusterSnapshotAttributes];

/** Asked for the snapshots that could be public, and for no other. */
export const snapshotGrants = grantsOf('rds', manualSnapshots, [
  DescribeDBSnapshotAttributes,
  DescribeDBClusterSnapshotAttributes,
]);
export const neptuneSnapshotGrants = grantsOf('neptune', neptuneSnapshots, ofClusters);
export const documentDbSnapshotGrants = grantsOf('documentdb', documentDbSnapshots, ofClusters);

function grantsOf(
  service: 'rds' | 'neptune' | 'documentdb',
  snapshots: Collector<Listing<ManualSnapshot>>,
  calls: readonly AnyOperation[],
): Collector<PerResource<RestoreGrants>> {
  return defineCollector({
    id: `${service}.snapshot-grants`,
    service,
    scope: 'regional',
    calls,
    needs: { snapshots },
    gather: (aws, given) =>
      perResource(
        given.snapshots.items.filter((snapshot) => snapshot.canBePublic),
        (snapshot) => grantsFor(aws, snapshot),
      ),
  });
}

function grantsFor(
  aws: Aws,
  { of, name }: Pick<ManualSnapshot, 'of' | 'name'>,
): Promise<Observed<RestoreGrants>> {
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
}

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
