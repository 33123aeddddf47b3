import check from '../../../checks/secretsmanager/secret-not-public.ts';
import type { Policy } from '../../../src/policy/document.ts';
import { policyOf } from '../../policy/documents.ts';
import { testCheck } from '../../support/check-tester.ts';
import { everyone, known, unreadable } from '../../support/observe.ts';
import { ofRds, secret } from '../../support/secrets-manager.ts';

const use = { Effect: 'Allow', Action: 'secretsmanager:GetSecretValue', Resource: '*' };
const policy = (...statements: readonly object[]) => ({
  policies: everyone(known<Policy | null>(policyOf(...statements))),
});
const where = (operator: string, key: string, value: string) =>
  policy({ ...use, Principal: '*', Condition: { [operator]: { [key]: value } } });

const resource = secret();

testCheck(check, {
  pass: [
    {
      name: 'it has no policy',
      resource,
      given: { policies: everyone(known<Policy | null>(null)) },
      reasons: ['there is no resource policy'],
    },
    {
      name: 'it lets in another account by name',
      resource,
      given: policy({ ...use, Principal: { AWS: 'arn:aws:iam::444455556666:root' } }),
    },
    {
      name: 'it lets in everyone of an organisation',
      resource,
      given: where('StringEquals', 'aws:PrincipalOrgID', 'o-abcdefghij'),
    },
    {
      name: 'it only denies',
      resource,
      given: policy({ ...use, Effect: 'Deny', Principal: '*' }),
    },
    {
      name: 'a Deny takes back what everyone was given',
      resource,
      given: policy({ ...use, Principal: '*' }, { ...use, Effect: 'Deny', Principal: '*' }),
    },
  ],
  fail: [
    {
      name: 'it lets in everyone',
      resource,
      given: policy({ ...use, Principal: '*' }),
      severity: 'critical',
    },
    {
      name: 'S17 everyone may be written as a list',
      resource,
      given: policy({ ...use, Principal: { AWS: ['*'] } }),
    },
    {
      name: 'S18 a condition that does not limit who comes in',
      resource,
      given: where('Bool', 'aws:SecureTransport', 'true'),
    },
    {
      name: 'S14 a condition that always holds',
      resource,
      given: where('StringEquals', 'aws:ResourceAccount', '111122223333'),
    },
    {
      name: 'the same of a secret that a service made',
      resource: ofRds,
      given: policy({ ...use, Principal: '*' }),
    },
  ],
  unknown: [
    { name: 'its policy may not be read', resource, given: { policies: everyone(unreadable()) } },
  ],
  manual: [
    {
      name: 'a statement names no principal, which no policy of a resource can do',
      resource,
      given: policy(use),
    },
  ],
});
