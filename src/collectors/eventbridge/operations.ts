/** The operations of Amazon EventBridge that are sent, each with its IAM action and what its answers mean. */
import { eventbridge } from './service.ts';

export const ListEventBuses = eventbridge.operation(
  'ListEventBuses',
  (sdk) => sdk.ListEventBusesCommand,
  { action: 'events:ListEventBuses', pages: 'NextToken' },
);
