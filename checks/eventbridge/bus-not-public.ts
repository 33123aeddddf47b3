import { subsetOf } from '../../src/frameworks/relation.ts';
import { servesNist } from '../../src/frameworks/serves-nist.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { eventBuses } from '../../src/collectors/eventbridge/buses.ts';
import { judgeResourcePolicy } from '../../src/reasoning/exposure/resource-policy.ts';

export default defineCheck({
  id: 'eventbridge-bus-not-public',
  title: 'The policy of the event bus does not let everyone in',
  severity: 'high',
  responsibility: 'eventbridge.identity-and-access',
  controls: {
    'cis-aws-7.0': {
      '2.21': subsetOf('event buses are one of the kinds of resource that it is about'),
    },
    'nist-800-53-r5': servesNist('who may send events is one part of access', 'AC-3', 'AC-6'),
  },
  why: 'Whoever may put events on a bus sets off the rules that listen to it, and with them functions, queues and pipelines.',
  fix: 'Name the accounts in the statement that the finding names, or limit it with a fixed aws:PrincipalOrgID. events:source and events:detail-type do not say who sends.',
  link: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-bus-perms.html',
  remedy: {
    console: 'EventBridge, Event buses, the bus, Permissions, Manage permissions.',
    cli: `aws events describe-event-bus --name BUS --query Policy --output text
aws events remove-permission --event-bus-name BUS --statement-id SID
aws events put-permission --event-bus-name BUS --statement-id of-partner --action events:PutEvents --principal ACCOUNT`,
    terraform: `resource "aws_cloudwatch_event_bus_policy" "this" {
  event_bus_name = aws_cloudwatch_event_bus.this.name
  policy         = data.aws_iam_policy_document.this.json # named accounts, or a fixed aws:PrincipalOrgID
}`,
  },

  evaluates: eventBuses,

  evaluate: (bus, { read }) =>
    judgeResourcePolicy(read(bus.policy), {
      service: 'events',
      arn: bus.arn,
      what: 'policy of the bus',
    }),
});
