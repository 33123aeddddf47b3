import check from '../../../checks/kms/key-not-public.ts';
import { parsePolicy } from '../../../src/policy/document.ts';
import { testCheck } from '../../support/check-tester.ts';
import { kmsKey } from '../../support/kms.ts';
import { everyone, known, unreadable } from '../../support/observe.ts';

const own = {
  Sid: 'Owner',
  Effect: 'Allow',
  Principal: { AWS: 'arn:aws:iam::111122223333:root' },
  Action: 'kms:*',
  Resource: '*',
};
const use = { Sid: 'Use', Effect: 'Allow', Action: 'kms:Decrypt', Resource: '*' };

function policy(...statements: readonly object[]) {
  const document = { Version: '2012-10-17', Statement: [own, ...statements] };
  const parsed = parsePolicy(JSON.stringify(document));
  if (!parsed.ok) throw new Error(parsed.fault);
  return { policies: everyone(known(parsed.policy)) };
}

const everyoneWhere = (operator: string, key: string, value: string) =>
  policy({ ...use, Principal: { AWS: '*' }, Condition: { [operator]: { [key]: value } } });

const resource = kmsKey();

testCheck(check, {
  pass: [
    { name: 'the root statement of a new key is not public', resource, given: policy() },
    {
      name: 'everyone, but of a fixed account',
      resource,
      given: everyoneWhere('StringEquals', 'kms:CallerAccount', '111122223333'),
      reasons: [/kms:calleraccount/i],
    },
    {
      name: 'everyone, but of an organisation',
      resource,
      given: everyoneWhere('StringEquals', 'aws:PrincipalOrgID', 'o-abcdefghij'),
    },
    {
      name: 'F34 an asterisk under StringEquals is an asterisk: nobody gets in',
      resource,
      given: everyoneWhere(
        'StringEquals',
        'aws:SourceArn',
        'arn:aws:cloudtrail:*:123456789012:trail/*',
      ),
    },
    {
      name: 'F35 every request to KMS has kms:CallerAccount, so it need not be demanded',
      resource,
      given: everyoneWhere('StringEqualsIfExists', 'kms:CallerAccount', '111122223333'),
    },
    {
      name: 'another account by name is shared, not public',
      resource,
      given: policy({ ...use, Principal: { AWS: '444455556666' } }),
    },
    {
      name: 'a Deny without conditions takes it back',
      resource,
      given: policy(
        { ...use, Principal: '*' },
        { ...use, Sid: 'Not', Effect: 'Deny', Principal: '*' },
      ),
    },
  ],
  fail: [
    {
      name: 'everyone may decrypt',
      resource,
      given: policy({ ...use, Principal: '*' }),
      reasons: ['statement 2 (Sid Use)', 'kms:Decrypt'],
      severity: 'critical',
    },
    {
      name: 'everyone, in the list form of a principal',
      resource,
      given: policy({ ...use, Principal: { AWS: ['444455556666', '*'] } }),
    },
    {
      name: 'kms:ViaService alone does not limit the account',
      resource,
      given: everyoneWhere('StringEquals', 'kms:ViaService', 's3.eu-west-1.amazonaws.com'),
    },
    {
      name: 'IfExists does not limit who lacks the key',
      resource,
      given: everyoneWhere('StringEqualsIfExists', 'aws:PrincipalOrgID', 'o-abcdefghij'),
    },
    {
      name: 'an account with a wildcard is not fixed',
      resource,
      given: everyoneWhere('StringLike', 'kms:CallerAccount', '*'),
    },
    {
      name: 'the policy is public whatever else the key is',
      resource: { ...resource, metadata: unreadable() },
      given: policy({ ...use, Principal: '*' }),
    },
  ],
  unknown: [
    {
      name: 'the policy may not be read',
      resource,
      given: { policies: everyone(unreadable()) },
    },
    {
      name: 'F73: whether AWS manages the key was not read, whatever its policy says',
      resource: { ...resource, judgedIf: unreadable() },
      given: policy(),
    },
  ],
  manual: [
    {
      name: 'a statement names no principal',
      resource,
      given: policy(use),
      reasons: ['statement 2'],
    },
  ],
  'out-of-scope': [
    {
      name: 'a key that AWS manages',
      resource: { ...resource, managed: { by: 'aws', reason: 'AWS manages it' } },
      given: policy({ ...use, Principal: '*' }),
    },
  ],
});
