import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, notApplicable, pass } from '../../src/judge/verdict.ts';
import { eventBuses } from '../../src/collectors/eventbridge/buses.ts';

export default defineCheck({
  id: 'eventbridge-bus-policy-attached',
  title: 'The custom event bus has a policy that says who may use it',
  severity: 'low',
  responsibility: 'eventbridge.identity-and-access',
  controls: { 'aws-fsbp': { 'EventBridge.3': equal } },
  why: 'Without a policy every identity of the account that may put events puts them on any bus. A policy says which of them, and which other accounts, the bus is for.',
  fix: 'Attach a policy that names who may put events on the bus and make rules on it.',
  link: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-bus-perms.html',
  remedy: {
    console: 'EventBridge, Event buses, the bus, Permissions, Manage permissions.',
    cli: 'aws events put-permission --event-bus-name BUS --policy file://policy.json',
    terraform: `resource "aws_cloudwatch_event_bus_policy" "this" {
  event_bus_name = aws_cloudwatch_event_bus.this.name
  policy         = data.aws_iam_policy_document.this.json
}`,
  },

  evaluates: eventBuses,

  evaluate(bus, { read }) {
    if (bus.kind !== 'custom') return notApplicable(`it is the ${wordsOf[bus.kind]}`);
    return read(bus.policy) === null ? fail('the bus has no policy') : pass('the bus has a policy');
  },
});

const wordsOf = {
  default: 'bus that AWS made in the Region',
  partner: 'bus of a partner of AWS',
} as const;
