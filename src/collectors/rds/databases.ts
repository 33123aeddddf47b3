/**
 * What has settings of its own: clusters, and instances that are in none. What is set for a cluster is a matter of the
 * cluster, whatever its members say (Amazon RDS API reference, "DBCluster").
 */
import { defineCollector, type Resource } from '../../collect/collector.ts';
import { joinListings } from '../../collect/join-listings.ts';
import { dbClusters } from './clusters.ts';
import { dbInstances, type DbSettings } from './instances.ts';

export interface Database extends Resource {
  readonly engine: string;
  /** What it replicates, where it is a read replica. */
  readonly replicaOf: string | undefined;
  readonly settings: DbSettings;
}

export const databases = defineCollector({
  id: 'rds.databases',
  service: 'rds',
  scope: 'regional',
  calls: [],
  needs: { dbInstances, dbClusters },
  gather: (_, given) => {
    const alone = given.dbInstances.items.filter(({ cluster }) => cluster === undefined);
    const clusters = given.dbClusters.items.map((each) => ({ ...each, replicaOf: undefined }));
    return joinListings<Database>([
      { ...given.dbInstances, items: alone },
      { ...given.dbClusters, items: clusters },
    ]);
  },
});
