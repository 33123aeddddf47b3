import type * as ElasticBeanstalkSdk from '@aws-sdk/client-elastic-beanstalk';
import { defineService, type Service } from '../../aws/operation.ts';
import { careful } from '../../aws/quota/rates.ts';

export const elasticBeanstalk: Service<
  typeof ElasticBeanstalkSdk,
  ElasticBeanstalkSdk.ServiceInputTypes,
  ElasticBeanstalkSdk.ServiceOutputTypes,
  ElasticBeanstalkSdk.ElasticBeanstalkClientResolvedConfig
> = defineService({
  id: 'elastic-beanstalk',
  iamPrefix: 'elasticbeanstalk',
  matrix: ['elastic-beanstalk'],
  scope: 'regional',
  rates: { usual: careful('Not documented.') },
  callsInFlight: 2,
  load: () => import('@aws-sdk/client-elastic-beanstalk'),
  client: (sdk, config) => new sdk.ElasticBeanstalkClient(config),
});
