/** What of a Region's data AWS Backup could back up, by the kinds that it names. */
import { defineCollector, type Resource } from '../../collect/collector.ts';
import type { Listing } from '../../observe/observed.ts';
import { tables } from '../dynamodb/tables.ts';
import { instances } from '../ec2/instances.ts';
import { volumes } from '../ec2/volumes.ts';
import { fileSystems } from '../efs/file-systems.ts';
import { dbClusters } from '../rds/clusters.ts';
import { dbInstances } from '../rds/instances.ts';

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
