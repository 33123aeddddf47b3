/** Provisioned clusters of Redshift. */
import { defineCollector, type Resource } from '../../collect/collector.ts';
import type { Observed } from '../../observe/observed.ts';
import { DescribeClusters } from './operations.ts';

export interface Cluster extends Resource {
  readonly encrypted: Observed<boolean>;
  readonly publiclyAccessible: Observed<boolean>;
}

/** The largest page of the operation. */
const clustersPerPage = 100;

export const clusters = defineCollector({
  id: 'redshift.clusters',
  service: 'redshift',
  scope: 'regional',
  recordedAs: ['AWS::Redshift::Cluster'],
  calls: [DescribeClusters],
  gather: (aws) =>
    aws.list(
      DescribeClusters,
      { MaxRecords: clustersPerPage },
      'Clusters',
      (cluster, { must, field }): Cluster | readonly Cluster[] => {
        const name = must(cluster, 'ClusterIdentifier');
        if (must(cluster, 'ClusterStatus') === 'deleting') return [];
        return {
          arn: `arn:${aws.partition}:redshift:${aws.region}:${aws.account}:cluster:${name}`,
          type: 'AWS::Redshift::Cluster',
          name,
          region: aws.region,
          encrypted: field(cluster, 'Encrypted'),
          publiclyAccessible: field(cluster, 'PubliclyAccessible'),
        };
      },
    ),
});
