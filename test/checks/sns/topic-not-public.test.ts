import check from '../../../checks/sns/topic-not-public.ts';
import type { TopicAttributes } from '../../../src/collectors/sns/topics.ts';
import { testCheck } from '../../support/check-tester.ts';
import { everyone, known, unreadable } from '../../support/observe.ts';
import { policyOf } from '../../support/policies.ts';
import { alerts as resource } from '../../support/topics.ts';

const given = (policy: TopicAttributes['policy']) => ({
  attributes: everyone(known<TopicAttributes>({ policy, key: undefined })),
});
const open = {
  Principal: { AWS: '*' },
  Action: ['SNS:Subscribe', 'SNS:Publish'],
  Resource: resource.arn,
};
const onlyIf = (Condition: object) => given(policyOf({ ...open, Condition }));

testCheck(check, {
  pass: [
    {
      name: 'the policy is the one that AWS makes: everyone, if of the account that owns the topic',
      resource,
      given: onlyIf({ StringEquals: { 'AWS:SourceOwner': '111122223333' } }),
      reasons: ['aws:sourceowner'],
    },
    {
      name: 'a service may publish for one account',
      resource,
      given: given(policyOf({ ...open, Principal: { Service: 'cloudwatch.amazonaws.com' } })),
    },
    {
      name: 'a bucket is named',
      resource,
      given: onlyIf({ ArnLike: { 'aws:SourceArn': 'arn:aws:s3:::uploads' } }),
    },
  ],
  fail: [
    {
      name: 'everyone may publish and subscribe',
      resource,
      given: given(policyOf(open)),
      severity: 'critical',
      reasons: ['to everyone'],
    },
    {
      name: 'everyone may subscribe with an address of one domain',
      resource,
      given: onlyIf({ StringLike: { 'SNS:Endpoint': '*@example.com' } }),
      reasons: ['does not say who calls'],
    },
    {
      name: 'one of two statements is open',
      resource,
      given: given(
        policyOf(
          { ...open, Condition: { StringEquals: { 'AWS:SourceOwner': '111122223333' } } },
          open,
        ),
      ),
    },
  ],
  unknown: [
    {
      name: 'the attributes may not be read',
      resource,
      given: { attributes: everyone(unreadable()) },
      reasons: ['the test says denied'],
    },
    {
      name: 'the policy is missing, and every topic has one',
      resource,
      given: given(unreadable('failed')),
    },
  ],
});
