import { describe, expect, it } from 'vitest';
import { readFullAdmin } from '../../src/policy/full-admin.ts';
import { policyOf } from './documents.ts';

const allow = (fields: object = {}) => ({ Effect: 'Allow', Action: '*', Resource: '*', ...fields });
const except = (...actions: string[]) => allow({ Action: undefined, NotAction: actions });
const verdict = (...statements: object[]) => readFullAdmin(policyOf(...statements)).verdict;
const POWER_USER = except('iam:*', 'organizations:*', 'account:*');
const letters = [...'abcdefghijklmnopqrstuvwxyz'];

describe('readFullAdmin', () => {
  it.each([
    ['*', [allow()]],
    ['*:*', [allow({ Action: '*:*' })]],
    ['a list with **', [allow({ Action: ['s3:GetObject', '**'] })]],
    ['all letters', [allow({ Action: letters.map((letter) => `${letter}*`) })]],
    [
      'two statements together',
      [
        allow({ Action: letters.slice(0, 9).map((l) => `${l}*`) }),
        allow({ Action: letters.slice(9).map((l) => `${l}*`) }),
      ],
    ],
    ['an ARN of wildcards', [allow({ Resource: 'arn:aws:*:*:*:*' })]],
    ['NotAction of nothing', [except()]],
    ['NotAction of something harmless', [except('s3:DeleteBucket')]],
    ['NotAction of some reads of IAM', [except('iam:Get*', 'iam:List*')]],
    ['NotResource of nothing', [allow({ Resource: undefined, NotResource: [] })]],
    [
      'NotResource of one bucket',
      [allow({ Resource: undefined, NotResource: 'arn:aws:s3:::secret/*' })],
    ],
    ['all but IAM beside IAM', [POWER_USER, allow({ Action: 'iam:*' })]],
    ['a Deny of something', [allow(), { Effect: 'Deny', Action: 'iam:*', Resource: '*' }]],
  ])('finds full administration in %s', (_how, statements) => {
    expect(verdict(...statements)).toBe('admin');
  });

  it.each([
    ['one service', [allow({ Action: 's3:*' })]],
    ['one bucket', [allow({ Resource: 'arn:aws:s3:::records/*' })]],
    ['the statement of PowerUserAccess', [POWER_USER]],
    ['NotAction of everything', [except('*')]],
    ['NotResource of IAM', [allow({ Resource: undefined, NotResource: 'arn:aws:iam::*:*' })]],
    ['all letters but one', [allow({ Action: letters.slice(1).map((letter) => `${letter}*`) })]],
    ['a Deny alone', [{ Effect: 'Deny', Action: '*', Resource: '*' }]],
  ])('finds none in %s', (_how, statements) => {
    expect(verdict(...statements)).toBe('not-admin');
  });

  it('I19 a condition on MFA or organisation makes it conditional, and a blanket Deny takes it back', () => {
    const mfa = allow({ Condition: { Bool: { 'aws:MultiFactorAuthPresent': true } } });
    const organization = allow({
      Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } },
    });
    expect(readFullAdmin(policyOf(mfa))).toEqual({
      verdict: 'conditional',
      reasons: [
        'statement 1 allows * on every resource while a condition on aws:multifactorauthpresent holds',
      ],
    });
    expect(verdict(organization)).toBe('conditional');
    expect(verdict(allow(), { Effect: 'Deny', Action: '*', Resource: '*' })).toBe('not-admin');
    expect(
      verdict(allow(), { Effect: 'Deny', NotAction: 'sts:GetCallerIdentity', Resource: '*' }),
    ).toBe('not-admin');
  });

  it('I19 a Deny with a condition, or of some resources, does not take it back', () => {
    const deny = { Effect: 'Deny', Action: '*', Resource: '*' };
    expect(
      verdict(allow(), {
        ...deny,
        Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } },
      }),
    ).toBe('admin');
    expect(verdict(allow(), { ...deny, Resource: 'arn:aws:s3:::records' })).toBe('admin');
  });

  it.each([
    ['BoolIfExists', 'aws:MultiFactorAuthPresent', 'true'],
    ['Bool', 'aws:SecureTransport', 'true'],
    ['StringLike', 'aws:PrincipalArn', '*'],
    ['StringNotEquals', 'aws:RequestedRegion', 'us-east-1'],
    ['IpAddress', 'aws:SourceIp', '0.0.0.0/0'],
    ['ForAllValues:StringEquals', 'aws:PrincipalOrgPaths', 'o-a1b2c3d4e5/*'],
  ])('is not excused by %s %s %s', (operator, key, value) => {
    expect(verdict(allow({ Condition: { [operator]: { [key]: value } } }))).toBe('admin');
  });

  it('I21 iam:* on every resource is not full administration, but the reason says what it can become', () => {
    expect(readFullAdmin(policyOf(allow({ Action: 'iam:*', Sid: 'Iam' })))).toEqual({
      verdict: 'not-admin',
      reasons: [
        'statement 1 (Sid Iam) allows iam:putuserpolicy on every resource: its holder can widen its own rights',
      ],
    });
  });
});
