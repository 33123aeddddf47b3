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

  it('takes no Deny for something that it gives', () => {
    const Condition = { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } };
    expect(verdict({ Effect: 'Deny', Action: '*', Resource: '*', Condition })).toBe('not-admin');
    expect(verdict({ ...except('s3:*'), Effect: 'Deny' }, allow({ Action: 's3:*' }))).toBe(
      'not-admin',
    );
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

  const PERMISSION_CHANGES = [
    'iam:PutUserPolicy',
    'iam:PutGroupPolicy',
    'iam:PutRolePolicy',
    'iam:AttachUserPolicy',
    'iam:AttachGroupPolicy',
    'iam:AttachRolePolicy',
    'iam:CreatePolicyVersion',
    'iam:SetDefaultPolicyVersion',
    'iam:UpdateAssumeRolePolicy',
    'iam:CreateAccessKey',
    'iam:CreateLoginProfile',
    'iam:UpdateLoginProfile',
    'iam:AddUserToGroup',
  ];
  const near = (change: string) =>
    `statement 1 allows ${change.toLowerCase()} on every resource: its holder can widen its own rights`;

  it.each(PERMISSION_CHANGES)('%s alone makes a policy come near', (change) => {
    expect(readFullAdmin(policyOf(allow({ Action: change })))).toEqual({
      verdict: 'not-admin',
      reasons: [near(change)],
    });
    // Whoever is left it is left everything.
    const others = PERMISSION_CHANGES.filter((other) => other !== change);
    expect(verdict(except(...others), allow({ Action: others.slice(0, 5) }))).toBe('admin');
    const denied = { Effect: 'Deny', NotAction: change, Resource: '*' };
    expect(verdict(allow(), denied)).toBe('admin');
  });

  it('takes NotAction of every letter for nothing, whatever stands beside it', () => {
    const each = letters.map((letter) => `${letter}*`);
    expect(verdict(except(...each), allow({ Action: each.slice(0, 20) }))).toBe('not-admin');
  });

  it('takes what leaves out all of them, or more than ten things, for less than everything', () => {
    expect(verdict(except(...PERMISSION_CHANGES))).toBe('not-admin');
    const services = (count: number) =>
      letters.slice(0, count).map((letter) => `${letter}${letter}:*`);
    expect(verdict(except(...services(10)))).toBe('admin');
    expect(verdict(except(...services(11)))).toBe('not-admin');
    expect(verdict(except(...services(11)), allow({ Action: ['aa:*', 'zz:*'] }))).toBe('admin');
    const buckets = (count: number) =>
      letters.slice(0, count).map((letter) => `arn:aws:s3:::${letter}`);
    const but = (...NotResource: string[]) => allow({ Resource: undefined, NotResource });
    expect(verdict(but(...buckets(10)))).toBe('admin');
    expect(verdict(but(...buckets(11)))).toBe('not-admin');
  });

  it.each<[string, string]>([
    ['arn:aws:iam::*:*', 'not-admin'],
    ['arn:aws:*:*:*:*', 'not-admin'],
    ['arn:aws:i*::*:*', 'not-admin'],
    ['arn:aws:iam::111122223333:*', 'not-admin'],
    ['arn:aws:iam*', 'not-admin'],
    ['*', 'not-admin'],
    ['arn:aws:iam::*:role/x', 'admin'],
    ['arn:aws:iam::*:role/*', 'admin'],
    ['arn:aws:iam::*:*:*', 'admin'],
    ['arn:aws:s3:::*', 'admin'],
    ['arn:aws:s3*', 'admin'],
  ])('NotResource %s: %s', (NotResource, expected) => {
    expect(verdict(allow({ Resource: undefined, NotResource }))).toBe(expected);
  });

  it.each<[string, object[], string, string[]]>([
    ['everything', [allow()], 'admin', ['statement 1 allows * on every resource']],
    [
      'one statement beside narrower ones',
      [allow({ Action: 's3:*' }), allow({ Sid: 'All' })],
      'admin',
      ['statement 2 (Sid All) allows * on every resource'],
    ],
    [
      'two that do so together',
      [
        allow({ Action: letters.slice(0, 13).map((l) => `${l}*`) }),
        allow({ Action: letters.slice(13).map((l) => `${l}*`) }),
      ],
      'admin',
      [
        'statement 1 allows a*, b*, c*, d*, e* and 8 more on every resource',
        'statement 2 allows n*, o*, p*, q*, r* and 8 more on every resource',
      ],
    ],
    [
      'NotAction',
      [except('s3:DeleteBucket')],
      'admin',
      ['statement 1 allows every action except s3:DeleteBucket on every resource'],
    ],
    [
      'NotAction and NotResource of nothing',
      [allow({ Action: undefined, NotAction: [], Resource: undefined, NotResource: [] })],
      'admin',
      ['statement 1 allows every action except none on every resource'],
    ],
    [
      'NotResource',
      [allow({ Resource: undefined, NotResource: 'arn:aws:s3:::a' })],
      'admin',
      ['statement 1 allows * on every resource except arn:aws:s3:::a'],
    ],
    [
      'conditions',
      [
        allow({
          Condition: {
            StringEquals: { 'aws:PrincipalOrgID': 'o-1', 'aws:SourceVpc': 'vpc-1' },
            StringLike: { 'aws:SourceVpc': 'vpc-1' },
          },
        }),
      ],
      'conditional',
      [
        'statement 1 allows * on every resource while a condition on aws:principalorgid, aws:sourcevpc holds',
      ],
    ],
    [
      'a condition on one half',
      [
        allow({ Action: letters.slice(0, 13).map((l) => `${l}*`) }),
        allow({
          Action: letters.slice(13).map((l) => `${l}*`),
          Condition: { StringEquals: { 'aws:SourceVpc': 'vpc-1' } },
        }),
      ],
      'conditional',
      [
        'statement 1 allows a*, b*, c*, d*, e* and 8 more on every resource',
        'statement 2 allows n*, o*, p*, q*, r* and 8 more on every resource while a condition on aws:sourcevpc holds',
      ],
    ],
    [
      'a Deny of all',
      [allow(), { Effect: 'Deny', Sid: 'No', Action: '*', Resource: '*' }],
      'not-admin',
      ['statement 2 (Sid No) denies every action'],
    ],
    [
      'a policy without resources',
      [allow({ Resource: undefined })],
      'admin',
      ['statement 1 allows * on every resource'],
    ],
    [
      'a Deny without resources',
      [allow(), { Effect: 'Deny', Action: '*' }],
      'not-admin',
      ['statement 2 denies every action'],
    ],
    ['what is harmless', [allow({ Action: ['s3:*', 'iam:Get*'] })], 'not-admin', []],
    [
      'one resource',
      [allow({ Action: 'iam:*', Resource: 'arn:aws:iam::*:role/x' })],
      'not-admin',
      [],
    ],
    [
      'all but one resource',
      [allow({ Action: 'iam:PutRolePolicy', Resource: undefined, NotResource: 'arn:aws:s3:::a' })],
      'not-admin',
      [
        'statement 1 allows iam:putrolepolicy on every resource except arn:aws:s3:::a: its holder can widen its own rights',
      ],
    ],
  ])('gives the reasons for %s', (_what, statements, verdict, reasons) => {
    expect(readFullAdmin(policyOf(...statements))).toEqual({ verdict, reasons });
  });

  it.each<[object, 'admin' | 'conditional']>([
    [{ StringEquals: { 'aws:PrincipalOrgID': 'o-1' } }, 'conditional'],
    [{ StringLike: { 'aws:PrincipalOrgID': ['o-1', '*'] } }, 'admin'],
    // F34: compared letter by letter, the asterisk lets nobody in.
    [{ StringEquals: { 'aws:PrincipalOrgID': ['o-1', '*'] } }, 'conditional'],
    [{ StringLike: { 'aws:PrincipalOrgID': '*?' } }, 'admin'],
    [{ StringLike: { 'aws:PrincipalOrgID': 'o*' } }, 'conditional'],
    [{ StringLike: { 'aws:PrincipalOrgID': '*o' } }, 'conditional'],
    [{ StringEquals: { 'aws:PrincipalOrgID': [] } }, 'admin'],
    [{ StringEqualsIfExists: { 'aws:PrincipalOrgID': 'o-1' } }, 'admin'],
    [
      {
        StringEqualsIfExists: { 'aws:PrincipalOrgID': 'o-1' },
        Null: { 'aws:PrincipalOrgID': 'false' },
      },
      'conditional',
    ],
    [{ Null: { 'aws:PrincipalOrgID': 'false' } }, 'admin'],
    [{ NumericNotEquals: { 's3:max-keys': '10' } }, 'admin'],
    [{ DateNotEquals: { 'aws:TokenIssueTime': '2020-01-01' } }, 'admin'],
    [{ NumericEquals: { 's3:max-keys': '10' } }, 'conditional'],
    [{ Bool: { 'aws:MultiFactorAuthPresent': ['true', 'TRUE'] } }, 'conditional'],
    [{ Bool: { 'aws:MultiFactorAuthPresent': ['true', 'false'] } }, 'admin'],
    [{ IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }, 'conditional'],
    [{ NotIpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }, 'admin'],
    [{ StringNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:user/*' } }, 'admin'],
    [{ ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:user/*' } }, 'admin'],
    [{ StringNotEqualsIgnoreCase: { 'aws:PrincipalOrgID': 'o-1' } }, 'admin'],
    [{ Bool: { 'aws:SecureTransport': 'true' } }, 'admin'],
    [{ NumericGreaterThan: { 's3:TlsVersion': '1.1' } }, 'admin'],
    [{ StringEquals: { 'aws:ResourceAccount': '111122223333' } }, 'admin'],
    [{ StringEquals: { 'aws:UserAgent': 'x' } }, 'admin'],
    [{ StringEquals: { 'aws:Referer': 'x' } }, 'admin'],
    [{ DateGreaterThan: { 'aws:CurrentTime': '2020-01-01' } }, 'admin'],
    [{ NumericGreaterThan: { 'aws:EpochTime': '1' } }, 'admin'],
    [
      { Bool: { 'aws:SecureTransport': 'true' }, StringEquals: { 'aws:SourceVpc': 'vpc-1' } },
      'conditional',
    ],
  ])('under %j: %s', (Condition, expected) => {
    expect(verdict(allow({ Condition }))).toBe(expected);
  });

  it.each<[string, object, string]>([
    ['of everything', { Action: '*', Resource: '*' }, 'not-admin'],
    ['of all letters', { Action: letters.map((l) => `${l}*`), Resource: '*' }, 'not-admin'],
    [
      'of all letters but one',
      { Action: letters.slice(1).map((l) => `${l}*`), Resource: '*' },
      'admin',
    ],
    ['of all but reads', { NotAction: ['s3:Get*', 'iam:Get*'], Resource: '*' }, 'not-admin'],
    ['of all but IAM', { NotAction: 'iam:*', Resource: '*' }, 'admin'],
    ['of everything but on a bucket', { Action: '*', NotResource: 'arn:aws:s3:::a' }, 'admin'],
    ['on nothing spared', { Action: '*', NotResource: [] }, 'not-admin'],
    [
      'under a condition',
      { Action: '*', Resource: '*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
      'admin',
    ],
  ])('a Deny %s', (_what, deny, expected) => {
    expect(verdict(allow(), { Effect: 'Deny', ...deny })).toBe(expected);
  });
});
