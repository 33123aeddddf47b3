/** What service control policies leave of an action, level by level. */
import { describe, expect, it } from 'vitest';
import { type ControlLevel, readControl, weakest } from '../../src/policy/control-policies.ts';
import { parsePolicy } from '../../src/policy/document.ts';

const action = 'cloudtrail:StopLogging';

type Written = Readonly<Record<string, unknown>>;

function policy(name: string, ...statements: readonly Written[]) {
  const text = JSON.stringify({ Version: '2012-10-17', Statement: statements });
  const parsed = parsePolicy(text);
  if (!parsed.ok) throw new Error(parsed.fault);
  return { name, policy: parsed.policy };
}

const all = policy('FullAWSAccess', { Effect: 'Allow', Action: '*', Resource: '*' });
const deny = (more: Written = {}) => ({ Effect: 'Deny', Action: action, Resource: '*', ...more });
const level = (name: string, ...policies: ControlLevel['policies']): ControlLevel => ({
  name,
  policies,
});
/** The root and a unit allow all; what is attached to the account is given. */
const atAccount = (...policies: ControlLevel['policies']) => [
  level('Root', all),
  level('workloads', all),
  level('111122223333', ...policies),
];

function sparing(operator: string, ...arns: readonly string[]): Written {
  return { Condition: { [operator]: { 'aws:PrincipalArn': arns } } };
}

describe('an action is denied', () => {
  it.each([
    ['by its name', deny()],
    ['by a pattern', deny({ Action: ['cloudtrail:Stop*'] })],
    ['in other letters', deny({ Action: 'CLOUDTRAIL:stoplogging' })],
    ['by what it does not leave out', { Effect: 'Deny', NotAction: 's3:*', Resource: '*' }],
    ['on resources of whatever partition', deny({ Resource: 'arn:*:*:*:*:*' })],
  ])('%s', (_, statement) => {
    const held = readControl(action, atAccount(all, policy('guard', statement)));
    expect(held).toEqual({ state: 'denied', reasons: ['guard, statement 1 denies it'] });
  });

  it('at whatever level', () => {
    const root = level('Root', all, policy('guard', deny()));
    expect(readControl(action, [root, level('account', all)]).state).toBe('denied');
  });

  it('where one level allows other actions alone', () => {
    const few = policy('few', { Effect: 'Allow', Action: ['ec2:*', 's3:*'], Resource: '*' });
    expect(readControl(action, [level('Root', all), level('sandbox', few)])).toEqual({
      state: 'denied',
      reasons: ['nothing at sandbox allows it'],
    });
    expect(readControl('s3:PutObject', [level('Root', all), level('sandbox', few)]).state).toBe(
      'not-denied',
    );
  });

  it('though another policy could not be read', () => {
    const unread = { name: 'other', policy: undefined };
    expect(readControl(action, atAccount(all, unread, policy('guard', deny()))).state).toBe(
      'denied',
    );
  });
});

describe('an action is denied to all but those that are named', () => {
  const role = 'arn:aws:iam::*:role/AWSControlTowerExecution';

  it.each(['ArnNotLike', 'ArnNotEquals', 'StringNotLike', 'ArnNotLikeIfExists'])(
    'by %s of a principal',
    (operator) => {
      const guard = policy('guard', deny({ Sid: 'Trail', ...sparing(operator, role) }));
      expect(readControl(action, atAccount(all, guard))).toEqual({
        state: 'denied-but-for',
        reasons: [`guard, statement 1 (Sid Trail) denies it to all but ${role}`],
      });
    },
  );

  it('but not where everybody is spared', () => {
    for (const everyone of ['*', 'arn:aws:iam::*:role/*', 'arn:aws:iam::111122223333:*']) {
      const guard = policy('guard', deny(sparing('ArnNotLike', everyone)));
      expect(readControl(action, atAccount(all, guard)).state, everyone).toBe('in-part');
    }
  });
});

describe('it hangs on the request', () => {
  it.each<[string, Written]>([
    [
      'by the Region',
      deny({ Condition: { StringEquals: { 'aws:RequestedRegion': 'eu-west-1' } } }),
    ],
    ['by the resource', deny({ Resource: 'arn:aws:cloudtrail:*:*:trail/organization' })],
    ['by what is left out', { Effect: 'Deny', Action: action, NotResource: 'arn:aws:s3:::logs' }],
    ['for some principals alone', deny(sparing('ArnLike', 'arn:aws:iam::*:root'))],
    [
      'by two conditions of which one is another',
      deny({
        Condition: {
          ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/audit' },
          Bool: { 'aws:MultiFactorAuthPresent': 'false' },
        },
      }),
    ],
  ])('%s', (_, statement) => {
    expect(readControl(action, atAccount(all, policy('guard', statement))).state).toBe('in-part');
  });

  it('where a level allows it on a condition', () => {
    const some = policy('some', {
      Effect: 'Allow',
      Action: '*',
      Resource: '*',
      Condition: { StringEquals: { 'aws:RequestedRegion': 'eu-west-1' } },
    });
    expect(readControl(action, atAccount(some)).state).toBe('in-part');
  });
});

it('is not denied by a Deny of something else', () => {
  const guard = policy('guard', deny({ Action: 'cloudtrail:DeleteTrail' }));
  expect(readControl(action, atAccount(all, guard))).toEqual({ state: 'not-denied', reasons: [] });
});

it('is unread where a policy could not be read, or a level has none', () => {
  const unread = { name: 'other', policy: undefined };
  expect(readControl(action, atAccount(all, unread))).toEqual({
    state: 'unread',
    reasons: ['other could not be read'],
  });
  expect(readControl(action, atAccount()).state).toBe('unread');
  expect(readControl(action, atAccount(unread)).state).toBe('unread');
});

it('of several actions the one that is least denied counts', () => {
  const held = (state: 'denied' | 'in-part' | 'not-denied') => ({ state, reasons: [] });
  expect(weakest([held('denied'), held('in-part')])).toBe('in-part');
  expect(weakest([held('denied'), held('not-denied'), held('in-part')])).toBe('not-denied');
});
