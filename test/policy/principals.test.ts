import { describe, expect, it } from 'vitest';
import { accountOf, allowsEveryone, deniesPublic } from '../../src/policy/principals.ts';
import { openRead, policyOf } from './documents.ts';

const ACCOUNT = '111122223333';

function principalOf(fields: object) {
  const [statement] = policyOf(openRead(fields)).statements;
  return statement?.principal ?? expect.unreachable('the statement has a principal');
}

describe('principals', () => {
  const named = (Principal: unknown) => ({ Principal });
  const spared = (NotPrincipal: unknown) => ({ Principal: undefined, NotPrincipal });

  it.each<[object, { allows: boolean; denies: boolean }]>([
    [named('*'), { allows: true, denies: true }],
    [named({ AWS: '*' }), { allows: true, denies: true }],
    [named({ AWS: [ACCOUNT, '*'] }), { allows: true, denies: true }],
    [named({ AWS: [ACCOUNT] }), { allows: false, denies: false }],
    [named({ AWS: [] }), { allows: false, denies: false }],
    [named({ AWS: `arn:aws:iam::${ACCOUNT}:root` }), { allows: false, denies: false }],
    [named({ AWS: 'arn:aws:iam::*:root' }), { allows: true, denies: false }],
    [named({ AWS: 'arn:aws:iam::11112222333?:root' }), { allows: true, denies: false }],
    [named({ AWS: `arn:*:iam::${ACCOUNT}:root` }), { allows: true, denies: false }],
    [named({ AWS: `arn:aws:iam::${ACCOUNT}:role/*` }), { allows: false, denies: false }],
    [named({ AWS: '**' }), { allows: true, denies: false }],
    [named({ AWS: '?' }), { allows: true, denies: false }],
    [named({ AWS: 'AIDAEXAMPLE' }), { allows: false, denies: false }],
    [named({ Service: '*' }), { allows: true, denies: false }],
    [named({ Service: 'ec2.amazonaws.com' }), { allows: false, denies: false }],
    [named({ Federated: '*' }), { allows: true, denies: false }],
    [named({ Federated: 'accounts.google.com' }), { allows: false, denies: false }],
    [named({ CanonicalUser: '*' }), { allows: true, denies: false }],
    [named({ CanonicalUser: 'a1b2' }), { allows: false, denies: false }],
    [named({ Service: 'ec2.amazonaws.com', AWS: '*' }), { allows: true, denies: true }],
    [spared({ AWS: ACCOUNT }), { allows: true, denies: true }],
    [spared({ AWS: [ACCOUNT, 'arn:aws:iam::*:root'] }), { allows: true, denies: false }],
    [spared('*'), { allows: true, denies: false }],
    [spared({ Service: 'ec2.amazonaws.com' }), { allows: true, denies: true }],
  ])('%j', (fields, { allows, denies }) => {
    expect(allowsEveryone(principalOf(fields))).toBe(allows);
    expect(deniesPublic(principalOf(fields))).toBe(denies);
  });
});

describe('the account of a principal', () => {
  it.each([
    [ACCOUNT, ACCOUNT],
    [`arn:aws:iam::${ACCOUNT}:root`, ACCOUNT],
    [`arn:aws-cn:sts::${ACCOUNT}:assumed-role/a/b`, ACCOUNT],
    [`arn:aws:iam::${ACCOUNT}:role/*`, ACCOUNT],
    [`arn:aws:iam::${ACCOUNT}`, ACCOUNT],
    [`arn:*:iam::${ACCOUNT}:root`, undefined],
    [`arn:aws:i?m::${ACCOUNT}:root`, undefined],
    [`aws:iam:x:y:${ACCOUNT}:root`, undefined],
    [`arn:aws:iam::1${ACCOUNT}:root`, undefined],
    [`arn:aws:iam::${ACCOUNT}4:root`, undefined],
    [`1${ACCOUNT}`, undefined],
    [`${ACCOUNT}1`, undefined],
    ['11112222333', undefined],
    ['arn:aws:iam::*:root', undefined],
    ['arn:aws:iam', undefined],
    ['*', undefined],
    ['AIDAEXAMPLE', undefined],
  ])('%s: %s', (principal, account) => {
    expect(accountOf(principal)).toBe(account);
  });
});
