/** What of a Region's data AWS Backup could back up, by the kinds that it names. */
import { defineCollector, type Resource } from '../../collect/collector.ts';
import { any } from '../../observe/logic.ts';
import type { Listing, Read } from '../../observe/observed.ts';
import { tables } from '../dynamodb/tables.ts';
import { instances } from '../ec2/instances.ts';
import { volumes } from '../ec2/volumes.ts';
import { fileSystems } from '../efs/file-systems.ts';
import { dbClusters } from '../rds/clusters.ts';
import { dbInstances } from '../rds/instances.ts';
import type { Bucket } from '../s3/buckets.ts';

/** The lists that hold the resources of a kind. */
export type DataStores = ReadonlyMap<string, readonly Listing<Resource>[]>;

export const dataStores = defineCollector({
  id: 'backup.data-stores',
  service: 'backup',
  scope: 'regional',
  calls: [],
  needs: { volumes, instances, dbInstances, dbClusters, tables, fileSystems },
  gather: (_aws, given): DataStores =>
    new Map<string, readonly Listing<Resource>[]>([
      ['EBS', [given.volumes]],
      ['EC2', [given.instances]],
      ['RDS', [given.dbInstances, given.dbClusters]],
      ['Aurora', [given.dbClusters]],
      ['DynamoDB', [given.tables]],
      ['EFS', [given.fileSystems]],
    ]),
});

/** Whether a Region has a volume, a database, a table, a file system or a bucket. Throws `CannotTell`. */
export function holdsData(
  read: Read,
  region: string,
  stores: DataStores,
  buckets: Listing<Pick<Bucket, 'location'>>,
): boolean {
  const lists = ['EBS', 'RDS', 'DynamoDB', 'EFS'].flatMap((kind) => stores.get(kind) ?? []);
  return any(...lists.map((list) => () => read.some(list, () => true)), () =>
    read.some(buckets, ({ location }) => read(location) === region),
  );
}
