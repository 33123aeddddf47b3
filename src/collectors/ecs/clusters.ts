/** Clusters of ECS. */
import { defineCollector, type Resource } from '../../collect/collector.ts';
import { ListClusters } from './operations.ts';

/** The largest page of the lists of ECS. */
export const itemsPerPage = 100;

export const clusters = defineCollector({
  id: 'ecs.clusters',
  service: 'ecs-ec2',
  scope: 'regional',
  recordedAs: ['AWS::ECS::Cluster'],
  calls: [ListClusters],
  gather: (aws) =>
    aws.list(ListClusters, { maxResults: itemsPerPage }, 'clusterArns', (arn): Resource => ({
      arn,
      type: 'AWS::ECS::Cluster',
      name: arn.slice(arn.indexOf('/') + 1),
      region: aws.region,
    })),
});
