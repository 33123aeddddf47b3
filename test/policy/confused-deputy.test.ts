import { expect, it } from 'vitest';
import { readOpenServices } from '../../src/policy/confused-deputy.ts';
import { sendsSource } from '../../src/policy/source-senders.ts';
import { policyOf } from './documents.ts';

const trusting = (Service: string | string[], more: object = {}) =>
  policyOf({ Effect: 'Allow', Principal: { Service }, Action: 'sts:AssumeRole', ...more });
const when = (Condition: object) => ({ Condition });
const scheduler = 'scheduler.amazonaws.com';
const open = (policy: ReturnType<typeof policyOf>) =>
  readOpenServices(policy, sendsSource).flatMap(({ services }) => services);

it('a service that tells its source is let in for anybody', () => {
  const [found] = readOpenServices(trusting(scheduler), sendsSource);
  expect(found?.services).toEqual([scheduler]);
  expect(found?.reason).toBe(
    `statement 1 lets in ${scheduler} without a condition on aws:SourceArn or aws:SourceAccount`,
  );
});

it('I26 a service that never tells its source is not meant', () => {
  expect(open(trusting(['ec2.amazonaws.com', 'lambda.amazonaws.com']))).toEqual([]);
  expect(open(trusting(['ec2.amazonaws.com', scheduler]))).toEqual([scheduler]);
});

it.each([
  ['the account', { StringEquals: { 'aws:SourceAccount': '111122223333' } }],
  ['an ARN', { ArnLike: { 'aws:SourceArn': 'arn:aws:scheduler:*:111122223333:schedule/*' } }],
  ['the organization', { StringEquals: { 'aws:SourceOrgID': 'o-exampleorgid' } }],
])('%s pins the source', (_name, condition) => {
  expect(open(trusting(scheduler, when(condition)))).toEqual([]);
});

it.each([
  ['a wildcard', { StringLike: { 'aws:SourceAccount': '*' } }],
  ['an ARN of any account', { ArnLike: { 'aws:SourceArn': 'arn:aws:scheduler:*:*:schedule/*' } }],
  [
    'a condition that also holds without the key',
    { StringEqualsIfExists: { 'aws:SourceAccount': '111122223333' } },
  ],
  ['a key that services do not send', { StringEquals: { 'aws:PrincipalOrgID': 'o-exampleorgid' } }],
  ['all accounts but one', { StringNotEquals: { 'aws:SourceAccount': '111122223333' } }],
])('%s pins nothing', (_name, condition) => {
  expect(open(trusting(scheduler, when(condition)))).toEqual([scheduler]);
});

it('neither a Deny nor another kind of principal lets in a service', () => {
  expect(open(trusting(scheduler, { Effect: 'Deny' }))).toEqual([]);
  expect(open(trusting(scheduler, { Principal: { AWS: '111122223333' } }))).toEqual([]);
  expect(open(trusting(scheduler, { Principal: '*' }))).toEqual([]);
});
