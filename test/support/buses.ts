/** An event bus for tests of checks. */
import type { EventBus } from '../../src/collectors/eventbridge/buses.ts';
import { known } from './observe.ts';

export const orderBus: EventBus = {
  arn: 'arn:aws:events:eu-west-1:111122223333:event-bus/orders',
  type: 'AWS::Events::EventBus',
  name: 'orders',
  region: 'eu-west-1',
  kind: 'custom',
  policy: known(null),
};
