import type * as EventBridgeSdk from '@aws-sdk/client-eventbridge';
import { defineService, type Service } from '../../aws/operation.ts';
import { careful } from '../../aws/quota/rates.ts';

export const eventbridge: Service<
  typeof EventBridgeSdk,
  EventBridgeSdk.ServiceInputTypes,
  EventBridgeSdk.ServiceOutputTypes,
  EventBridgeSdk.EventBridgeClientResolvedConfig
> = defineService({
  id: 'eventbridge',
  iamPrefix: 'events',
  matrix: ['eventbridge'],
  scope: 'regional',
  rates: { usual: careful('Not documented for operations that list.') },
  callsInFlight: 4,
  load: () => import('@aws-sdk/client-eventbridge'),
  client: (sdk, config) => new sdk.EventBridgeClient(config),
});
