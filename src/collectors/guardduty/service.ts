import type * as GuardDutySdk from '@aws-sdk/client-guardduty';
import { defineService, type Service } from '../../aws/operation.ts';
import { careful } from '../../aws/quota/rates.ts';

export const guardduty: Service<
  typeof GuardDutySdk,
  GuardDutySdk.ServiceInputTypes,
  GuardDutySdk.ServiceOutputTypes,
  GuardDutySdk.GuardDutyClientResolvedConfig
> = defineService({
  id: 'guardduty',
  iamPrefix: 'guardduty',
  matrix: ['guardduty'],
  scope: 'regional',
  rates: { usual: careful('Not documented.') },
  callsInFlight: 2,
  load: () => import('@aws-sdk/client-guardduty'),
  client: (sdk, config) => new sdk.GuardDutyClient(config),
});
