/** Clusters of EMR on EC2 that are there: AWS lists those that ended as well, for two months, unless told not to. */
import { defineCollector, type Resource } from '../../collect/collector.ts';
import { ListClusters } from './operations.ts';

export const clusters = defineCollector({
  id: 'emr.clusters',
  service: 'emr',
  scope: 'regional',
  calls: [ListClusters],
  gather: (aws) =>
    aws.list(
      ListClusters,
      { ClusterStates: ['STARTING', 'BOOTSTRAPPING', 'RUNNING', 'WAITING'] },
      'Clusters',
      (cluster, { must }): Resource => ({
        arn: must(cluster, 'ClusterArn'),
        type: 'AWS::EMR::Cluster',
        name: must(cluster, 'Name'),
        region: aws.region,
      }),
    ),
});
