import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFullAdmin } from '../../src/policy/full-admin.ts';
import { readPublicAccess } from '../../src/policy/public.ts';
import { refusesPlainHttp } from '../../src/policy/tls.ts';
import { readTrust } from '../../src/policy/trust.ts';
import { policyOf } from './documents.ts';

const ACCOUNT = '111122223333';
const BUCKET = 'arn:aws:s3:::records';

const principal = fc.constantFrom<unknown>(
  '*',
  { AWS: '*' },
  { AWS: [ACCOUNT] },
  { AWS: [`arn:aws:iam::${ACCOUNT}:root`, '*'] },
  { Service: 'ec2.amazonaws.com' },
  { Federated: `arn:aws:iam::${ACCOUNT}:oidc-provider/token.actions.githubusercontent.com` },
);
const action = fc.constantFrom(
  '*',
  's3:*',
  's3:GetObject',
  's3:Put*',
  'iam:*',
  'sts:AssumeRole',
  'sts:*',
  'a*',
);
const resource = fc.constantFrom('*', BUCKET, `${BUCKET}/*`, 'arn:aws:*:*:*:*');
const condition = fc.constantFrom<object | undefined>(
  undefined,
  { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } },
  { StringNotEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } },
  { StringEqualsIfExists: { 'aws:SourceVpc': 'vpc-1' } },
  { Bool: { 'aws:SecureTransport': 'false' } },
  { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
  { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } },
  { StringLike: { 'token.actions.githubusercontent.com:sub': 'repo:acme/*' } },
);
const statement = (effects: readonly string[]) =>
  fc.record({
    Effect: fc.constantFrom(...effects),
    Principal: principal,
    Action: fc.uniqueArray(action, { minLength: 1, maxLength: 3 }),
    Resource: fc.uniqueArray(resource, { minLength: 1, maxLength: 2 }),
    Condition: condition,
  });
type Made = {
  Effect: string;
  Principal: unknown;
  Action: string[];
  Resource: string[];
  Condition: object | undefined;
};
const anyStatement: fc.Arbitrary<Made> = statement(['Allow', 'Deny']);
const statements: fc.Arbitrary<Made[]> = fc.array(anyStatement, { maxLength: 5 });

const ADMIN_RANK = { 'not-admin': 0, conditional: 1, admin: 2 };

/** How open a policy is under every reading: higher is worse. */
function openness(made: readonly object[]) {
  const policy = policyOf(...made);
  const bucket = readPublicAccess(policy, { service: 's3' });
  return {
    bucket: Number(bucket.public),
    bucketRead: Number(bucket.access.read),
    bucketWrite: Number(bucket.access.write),
    queue: Number(readPublicAccess(policy, { service: 'sqs' }).public),
    trust: Number(readTrust(policy).open),
    admin: ADMIN_RANK[readFullAdmin(policy).verdict],
    http: Number(refusesPlainHttp(policy, BUCKET).objects === undefined),
  };
}

function expectNoWorse(after: ReturnType<typeof openness>, before: ReturnType<typeof openness>) {
  for (const [reading, value] of Object.entries(after)) {
    expect(value, reading).toBeLessThanOrEqual(
      Object.entries(before).find(([name]) => name === reading)?.[1] ?? -1,
    );
  }
}

function mixCase(text: string): string {
  return [...text]
    .map((char, at) => (at % 2 === 0 ? char.toUpperCase() : char.toLowerCase()))
    .join('');
}

describe('readings of policies', () => {
  it('never open through another Deny', () => {
    fc.assert(
      fc.property(statements, statement(['Deny']), (made, deny) => {
        expectNoWorse(openness([...made, deny]), openness(made));
      }),
    );
  });

  it('never close through another Allow', () => {
    fc.assert(
      fc.property(statements, statement(['Allow']), (made, allow) => {
        expectNoWorse(openness(made), openness([...made, allow]));
      }),
    );
  });

  it('do not depend on the order of statements, actions and resources', () => {
    fc.assert(
      fc.property(statements, (made) => {
        const turned = made.toReversed().map((one) => ({
          ...one,
          Action: one.Action.toReversed(),
          Resource: one.Resource.toReversed(),
        }));
        expect(openness(turned)).toEqual(openness(made));
      }),
    );
  });

  it('do not depend on the letter case of actions and condition keys', () => {
    fc.assert(
      fc.property(statements, (made) => {
        const mixed = made.map((one) => ({
          ...one,
          Action: one.Action.map(mixCase),
          Condition:
            one.Condition &&
            Object.fromEntries(
              Object.entries(one.Condition).map(([operator, block]) => [
                operator,
                Object.fromEntries(
                  Object.entries(block).map(([key, value]) => [mixCase(key), value]),
                ),
              ]),
            ),
        }));
        expect(openness(mixed)).toEqual(openness(made));
      }),
    );
  });

  it('do not depend on whether one thing is written as text or as a list', () => {
    fc.assert(
      fc.property(statements, (made) => {
        const unlisted = made.map((one) => ({
          ...one,
          Action: one.Action.length === 1 ? one.Action[0] : one.Action,
          Resource: one.Resource.length === 1 ? one.Resource[0] : one.Resource,
        }));
        expect(openness(unlisted)).toEqual(openness(made));
      }),
    );
  });

  it('take all of an Allow back by a Deny of everything, even what is no whole action name', () => {
    const allow = { Effect: 'Allow', Principal: '*', Action: ['a*', '*'], Resource: '*' };
    const deny = { Effect: 'Deny', Principal: '*', Action: '*', Resource: '*' };
    expect(openness([allow, deny]).queue).toBe(0);
  });

  it('never get better when an Allow gets wider', () => {
    fc.assert(
      fc.property(
        statements,
        fc.constantFrom('Principal', 'Action', 'Resource', 'Condition'),
        (made, field) => {
          const wide = { Principal: '*', Action: ['*'], Resource: ['*'], Condition: undefined };
          const widened = made.map((one) =>
            one.Effect === 'Allow' ? { ...one, [field]: wide[field] } : one,
          );
          expectNoWorse(openness(made), openness(widened));
        },
      ),
    );
  });
});
