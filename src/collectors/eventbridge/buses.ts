/** Event buses and their policies, which one list tells. */
import { defineCollector, type Resource } from '../../collect/collector.ts';
import type { Observed } from '../../observe/observed.ts';
import { policyIn, type Policy } from '../../policy/document.ts';
import { ListEventBuses } from './operations.ts';

/** The largest page of the operation. */
const busesPerPage = 100;

export interface EventBus extends Resource {
  /** Who made it: AWS makes one in each Region; partners of AWS send the events of others. */
  readonly kind: 'default' | 'partner' | 'custom';
  /** Null where it has none, and left out of the answer: Amazon EventBridge API reference, "EventBus". */
  readonly policy: Observed<Policy | null>;
}

/** AWS makes a default bus in each Region: it is there to be judged once somebody gave it a policy. */
export const eventBuses = defineCollector({
  id: 'eventbridge.buses',
  service: 'eventbridge',
  scope: 'regional',
  calls: [ListEventBuses],
  gather: (aws) =>
    aws.list(ListEventBuses, { Limit: busesPerPage }, 'EventBuses', (bus, members) => {
      const { Policy } = bus;
      const name = members.must(bus, 'Name');
      const made: EventBus = {
        arn: members.must(bus, 'Arn'),
        type: 'AWS::Events::EventBus',
        name,
        region: aws.region,
        kind: kindOf(name),
        policy: members.observe(() =>
          Policy ? policyIn(Policy, members, 'the policy of the bus') : null,
        ),
      };
      return made.kind === 'default' && !Policy ? [] : made;
    }),
});

/** Amazon EventBridge API reference, "CreateEventBus": names of partners' buses begin so, and no other has a slash. */
function kindOf(name: string): EventBus['kind'] {
  if (name === 'default') return 'default';
  return name.startsWith('aws.partner/') ? 'partner' : 'custom';
}
