import check from '../../../checks/sqs/queue-not-public.ts';
import type { QueueAttributes } from '../../../src/collectors/sqs/queues.ts';
import { testCheck } from '../../support/check-tester.ts';
import { everyone, known, unreadable } from '../../support/observe.ts';
import { policyOf } from '../../support/policies.ts';
import { orders as resource } from '../../support/queues.ts';

const given = (policy: QueueAttributes['policy']) => ({
  attributes: everyone(known<QueueAttributes>({ policy, encryption: known('SQS') })),
});
const open = { Principal: '*', Action: 'sqs:SendMessage', Resource: resource.arn };
const onlyIf = (Condition: object) => given(policyOf({ ...open, Condition }));

testCheck(check, {
  pass: [
    {
      name: 'it has no policy',
      resource,
      given: given(known(null)),
      reasons: ['there is no queue policy'],
    },
    {
      name: 'the policy names the account',
      resource,
      given: given(
        policyOf({
          ...open,
          Principal: { AWS: 'arn:aws:iam::111122223333:root' },
          Action: 'sqs:*',
        }),
      ),
    },
    {
      name: 'a topic is named, as SNS asks for it',
      resource,
      given: onlyIf({
        ArnEquals: { 'aws:SourceArn': 'arn:aws:sns:eu-west-1:111122223333:orders' },
      }),
      reasons: ['aws:sourcearn'],
    },
    {
      name: 'S8 a VPC endpoint is named',
      resource,
      given: onlyIf({ StringEquals: { 'aws:SourceVpce': 'vpce-0a1b2c3d' } }),
    },
    {
      name: 'S9 an organization is named',
      resource,
      given: onlyIf({ StringEquals: { 'aws:PrincipalOrgID': 'o-example1234' } }),
    },
    {
      name: 'a Deny takes back what is allowed to everyone',
      resource,
      given: given(policyOf(open, { ...open, Effect: 'Deny', Action: 'sqs:*' })),
      reasons: ['takes all of it back'],
    },
  ],
  fail: [
    {
      name: 'everyone may send',
      resource,
      given: given(policyOf(open)),
      severity: 'critical',
      reasons: ['allows sqs:SendMessage to everyone'],
    },
    {
      name: 'S17 everyone is written as a list',
      resource,
      given: given(policyOf({ ...open, Principal: { AWS: ['*'] } })),
    },
    {
      name: 'S18 everyone may, if over TLS',
      resource,
      given: onlyIf({ Bool: { 'aws:SecureTransport': 'true' } }),
      reasons: ['does not say who calls'],
    },
    {
      name: 'every topic of every account may send',
      resource,
      given: onlyIf({ ArnLike: { 'aws:SourceArn': 'arn:aws:sns:*:*:*' } }),
      reasons: ['not fixed'],
    },
    {
      name: 'the condition also holds for requests without its key',
      resource,
      given: onlyIf({ StringEqualsIfExists: { 'aws:SourceAccount': '111122223333' } }),
    },
  ],
  unknown: [
    {
      name: 'the attributes may not be read',
      resource,
      given: { attributes: everyone(unreadable()) },
      reasons: ['the test says denied'],
    },
    { name: 'the policy cannot be understood', resource, given: given(unreadable('failed')) },
  ],
});
