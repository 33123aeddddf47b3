import type * as ECSSdk from '@aws-sdk/client-ecs';
import { defineService, type Service } from '../../aws/operation.ts';
import { careful, type Rate } from '../../aws/quota/rates.ts';

const clusterReads: Rate = {
  burst: 50,
  refill: 20,
  group: 'cluster-read',
  source:
    'Amazon ECS developer guide, "Request throttling for the Amazon ECS API": reads of clusters have a bucket of 50 that refills with 20 a second',
};

export const ecs: Service<
  typeof ECSSdk,
  ECSSdk.ServiceInputTypes,
  ECSSdk.ServiceOutputTypes,
  ECSSdk.ECSClientResolvedConfig
> = defineService({
  id: 'ecs',
  iamPrefix: 'ecs',
  matrix: ['ecs-ec2', 'ecs-fargate'],
  scope: 'regional',
  rates: {
    usual: careful(
      'Amazon ECS developer guide, "Request throttling for the Amazon ECS API": below what it tells of reads of clusters.',
    ),
    ListClusters: clusterReads,
  },
  callsInFlight: 2,
  load: () => import('@aws-sdk/client-ecs'),
  client: (sdk, config) => new sdk.ECSClient(config),
});
