/** What is judged once for an organisation: pass, fail and unknown of each line. */
import { describe, expect, it } from 'vitest';
import { judgeOrganization } from '../../src/fleet/organization/judge.ts';
import { organizationShape } from '../../src/fleet/organization/model.ts';
import { createTrust, type Surroundings } from '../../src/fleet/organization/trust.ts';
import type { ReadPolicy } from '../../src/fleet/organization/reading.ts';
import type { AccountSummary } from '../../src/fleet/summary.ts';
import {
  isWhole,
  type OrganizationReading,
  readingShape,
} from '../../src/fleet/organization/reading.ts';
import {
  billing,
  denied,
  fullAccess,
  management,
  policyOf,
  readingOf,
  shop,
  statement,
  trial,
  warehouse,
} from '../support/organization-reading.ts';

const bar = { failOn: 'medium', allowUnknown: false } as const;
/** No scan was asked which accounts let in others. */
const untold = (): Surroundings => ({
  trust: createTrust(),
  closed: new Set(),
  leftOut: new Set(),
  unscanned: [],
});
const judge = (reading: OrganizationReading) => judgeOrganization(reading, bar, untold());

function line(id: string, differs: Partial<OrganizationReading>) {
  const found = judge(readingOf(differs)).judgements.find((each) => each.id === id);
  if (!found) throw new Error(`there is no ${id}`);
  return found;
}

const leaving = statement('organizations:LeaveOrganization');
const withPolicies = (...policies: readonly ReturnType<typeof policyOf>[]) => ({
  scps: { value: [fullAccess, ...policies] },
});

it('the report of it keeps to its shape, and what was read to its own', () => {
  const reading = readingOf(withPolicies(policyOf('p-1', ['ou-w'], leaving)));
  expect(readingShape.parse(JSON.parse(JSON.stringify(reading)))).toEqual(reading);
  const told = judge(reading);
  expect(organizationShape.parse(JSON.parse(JSON.stringify(told)))).toEqual(told);
});

it('what was read is whole where nothing of it is untold', () => {
  expect(isWhole(readingOf())).toBe(true);
  expect(isWhole(readingOf({ rcps: denied }))).toBe(false);
  const unread = { ...policyOf('p-1', [], leaving), content: denied };
  expect(isWhole(readingOf(withPolicies(unread)))).toBe(false);
});

describe('the policies in force for an account', () => {
  it('are those of the root, of each unit on the way, and its own', () => {
    const { bounds, policies } = judge(
      readingOf({
        ...withPolicies(
          policyOf('p-root', ['r-1'], leaving),
          policyOf('p-work', ['ou-w'], leaving),
          policyOf('p-shop', [shop], leaving),
          policyOf('p-idle', [], leaving),
        ),
        rcps: { value: [policyOf('p-rcp', ['ou-p'], leaving)] },
      }),
    );
    const of = (account: string) => bounds.find(({ accounts }) => accounts.includes(account));
    expect(of(billing)).toMatchObject({
      under: 'Root / workloads',
      accounts: [billing],
      scps: ['p-FullAWSAccess', 'p-root', 'p-work'],
      rcps: [],
    });
    expect(of(shop)?.scps).toContain('p-shop');
    expect(of(warehouse)).toMatchObject({
      under: 'Root / workloads / production',
      scps: ['p-FullAWSAccess', 'p-root', 'p-work'],
      rcps: ['p-rcp'],
    });
    expect(of(trial)?.scps).toEqual(['p-FullAWSAccess', 'p-root']);
    expect(of(management)).toMatchObject({ isManagement: true, scps: [], rcps: [], guards: {} });
    expect(policies.map(({ id }) => id)).toEqual(['p-root', 'p-work', 'p-shop', 'p-rcp']);
  });

  it('are none of a type that is not turned on', () => {
    const { bounds } = judge(
      readingOf({
        ...withPolicies(policyOf('p-root', ['r-1'], leaving)),
        policyTypes: { value: [] },
      }),
    );
    expect(bounds.flatMap(({ scps }) => scps)).toEqual([]);
  });
});

describe('organization-all-features', () => {
  const id = 'organization-all-features';
  it('passes, fails, is unknown', () => {
    expect(line(id, {}).outcome).toBe('pass');
    const organization = {
      value: { id: 'o-1', managementAccount: management, hasAllFeatures: false },
    };
    expect(line(id, { organization }).outcome).toBe('fail');
    expect(line(id, { organization: denied })).toMatchObject({
      outcome: 'unknown',
      reasons: [denied.cause],
      cure: denied.cure,
    });
  });
});

describe('organization-scp-in-force', () => {
  const id = 'organization-scp-in-force';

  it('passes where each member account has one of the organisation’s own', () => {
    const told = line(id, withPolicies(policyOf('p-1', ['r-1'], leaving)));
    expect(told).toMatchObject({ outcome: 'pass', accounts: [], cure: null });
    expect(told.reasons.join()).toContain('4 member accounts');
  });

  it('fails where some have FullAWSAccess alone, and names them', () => {
    const told = line(id, withPolicies(policyOf('p-1', ['ou-w'], leaving)));
    expect(told).toMatchObject({ outcome: 'fail', accounts: [trial] });
    expect(told.reasons.join()).toContain(`1 of 4 member accounts: ${trial}`);
  });

  it('fails where they are not turned on, whatever was written', () => {
    const told = line(id, {
      ...withPolicies(policyOf('p-1', ['r-1'], leaving)),
      policyTypes: { value: ['RESOURCE_CONTROL_POLICY'] },
    });
    expect(told.outcome).toBe('fail');
    expect(told.cure).toContain('Turn service control policies on');
  });

  it.each([
    ['the policies', { scps: denied }],
    ['the units', { units: denied }],
    ['the types', { policyTypes: denied }],
    [
      'what one is attached to',
      withPolicies({ ...policyOf('p-1', ['r-1'], leaving), targets: denied }),
    ],
  ])('is unknown where %s could not be read', (_, differs) => {
    expect(line(id, differs)).toMatchObject({ outcome: 'unknown', reasons: [denied.cause] });
  });

  it('is unknown where the accounts of one unit could not be read, unless another fails', () => {
    const units = {
      value: [
        { id: 'r-1', name: 'Root', parent: null, accounts: { value: [management, trial] } },
        { id: 'ou-w', name: 'workloads', parent: 'r-1', accounts: denied },
      ],
    };
    expect(line(id, { units })).toMatchObject({ outcome: 'fail', accounts: [trial] });
    expect(line(id, { units, ...withPolicies(policyOf('p-1', ['r-1'], leaving)) })).toMatchObject({
      outcome: 'unknown',
      reasons: [denied.cause],
    });
  });

  it('is of nothing where the organisation has no member', () => {
    const units = {
      value: [{ id: 'r-1', name: 'Root', parent: null, accounts: { value: [management] } }],
    };
    expect(line(id, { units }).outcome).toBe('not-applicable');
  });
});

/** For all but the organisation's own and services of AWS. */
function strangers(Action: string | readonly string[]) {
  return statement(Action, {
    Principal: '*',
    Condition: {
      StringNotEqualsIfExists: { 'aws:PrincipalOrgID': 'o-exampleorgid' },
      BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
    },
  });
}
const everyService = ['s3:*', 'sts:AssumeRole', 'kms:*', 'secretsmanager:*', 'sqs:*'];
const rcps = (...policies: readonly ReadPolicy[]) => ({ rcps: { value: policies } });

describe('organization-rcp-in-force', () => {
  const id = 'organization-rcp-in-force';

  it('passes, or names the members without one', () => {
    const everywhere = rcps(policyOf('p-1', ['r-1'], strangers('s3:*')));
    expect(line(id, everywhere)).toMatchObject({ outcome: 'pass', accounts: [] });
    const some = line(id, rcps(policyOf('p-1', ['ou-w'], strangers('s3:*'))));
    expect(some).toMatchObject({ outcome: 'fail', severity: 'low', accounts: [trial] });
    expect(some.reasons.join()).toContain('nothing but RCPFullAWSAccess is in force');
  });

  it('fails where they are not turned on, and the lines of what they deny do not', () => {
    const off = { policyTypes: { value: ['SERVICE_CONTROL_POLICY'] } };
    const told = line(id, off);
    expect(told.outcome).toBe('fail');
    expect(told.cure).toContain('Turn resource control policies on');
    for (const guard of ['organization-rcp-outside', 'organization-rcp-plain-http']) {
      expect(line(guard, off).outcome).toBe('not-applicable');
      expect(line(guard, {}).outcome).toBe('not-applicable');
    }
  });
});

describe('organization-rcp-outside', () => {
  const id = 'organization-rcp-outside';
  const at = (target: string, ...actions: readonly string[]) =>
    line(id, rcps(policyOf('p-1', [target], strangers(actions))));

  it('passes where strangers are kept from every service of it, in each member', () => {
    expect(at('r-1', ...everyService)).toMatchObject({ outcome: 'pass', accounts: [] });
  });

  it('fails, and says of which actions and where', () => {
    const told = at('r-1', 's3:*', 'kms:*');
    expect(told.outcome).toBe('fail');
    expect(told.reasons).toEqual([
      expect.stringMatching(
        /^nothing denies sts:AssumeRole, secretsmanager:GetSecretValue, sqs:SendMessage to principals of other organisations in 4 of 4/,
      ),
    ]);
    expect(at('ou-w', ...everyService)).toMatchObject({ outcome: 'fail', accounts: [trial] });
  });

  it('is unknown where it hangs on more, or could not be read', () => {
    const one = statement(everyService, { Principal: '*', Resource: 'arn:aws:s3:::data/*' });
    expect(line(id, rcps(policyOf('p-1', ['r-1'], one))).outcome).toBe('unknown');
    const unread = { ...policyOf('p-1', ['r-1'], one), content: denied };
    expect(line(id, rcps(unread)).outcome).toBe('unknown');
    expect(line(id, { rcps: denied }).outcome).toBe('unknown');
  });

  it('does not take an SCP for one, and says in bounds what is left', () => {
    expect(line(id, withPolicies(policyOf('p-1', ['r-1'], strangers(everyService)))).outcome).toBe(
      'not-applicable',
    );
    const { bounds } = judge(readingOf(rcps(policyOf('p-1', ['ou-w'], strangers(everyService)))));
    const left = (account: string) =>
      bounds.find(({ accounts }) => accounts.includes(account))?.guards[id];
    expect([billing, trial, management].map(left)).toEqual([
      'denied-but-for',
      'not-denied',
      undefined,
    ]);
  });
});

it('organization-rcp-plain-http passes where plain HTTP is denied', () => {
  const id = 'organization-rcp-plain-http';
  const tls = statement('s3:*', {
    Principal: '*',
    Condition: { BoolIfExists: { 'aws:SecureTransport': 'false' } },
  });
  expect(line(id, rcps(policyOf('p-1', ['r-1'], tls))).outcome).toBe('pass');
  expect(line(id, rcps(policyOf('p-1', ['r-1'], strangers('sqs:*'))))).toMatchObject({
    outcome: 'fail',
    reasons: [expect.stringContaining('nothing denies s3:GetObject, s3:PutObject over plain HTTP')],
  });
});

describe.each([
  ['organization-scp-leave', ['organizations:LeaveOrganization']],
  ['organization-scp-cloudtrail', ['cloudtrail:StopLogging', 'cloudtrail:DeleteTrail']],
  [
    'organization-scp-guardduty',
    [
      'guardduty:DeleteDetector',
      'guardduty:UpdateDetector',
      'guardduty:DisassociateFromAdministratorAccount',
    ],
  ],
  [
    'organization-scp-config',
    [
      'config:StopConfigurationRecorder',
      'config:DeleteConfigurationRecorder',
      'config:DeleteDeliveryChannel',
    ],
  ],
])('%s', (id, actions) => {
  const at = (targets: readonly string[], ...statements: readonly object[]) =>
    line(id, withPolicies(policyOf('p-1', targets, ...statements)));

  it('passes where it is denied to each member, but for who is named', () => {
    expect(at(['r-1'], statement(actions)).outcome).toBe('pass');
    const role = 'arn:aws:iam::*:role/audit';
    const spared = at(
      ['ou-w', 'ou-s'],
      statement(actions, { Condition: { ArnNotLike: { 'aws:PrincipalArn': role } } }),
    );
    expect(spared.outcome).toBe('pass');
    expect(spared.reasons.join()).toContain(`to all but ${role}`);
  });

  it('fails where one action is left to one member', () => {
    const [action = ''] = actions;
    const partly = at(['ou-w'], statement(actions));
    expect(partly).toMatchObject({ outcome: 'fail', accounts: [trial] });
    expect(partly.cure).toContain(action);
    expect(at(['r-1'], statement(actions.slice(1).concat('s3:*'))).outcome).toBe('fail');
  });

  it('is unknown where it hangs on the request, or a policy could not be read', () => {
    const region = { Condition: { StringEquals: { 'aws:RequestedRegion': 'eu-west-1' } } };
    expect(at(['r-1'], statement(actions, region))).toMatchObject({
      outcome: 'unknown',
      accounts: [billing, shop, warehouse, trial],
    });
    const unread = { ...policyOf('p-1', ['r-1']), content: denied };
    expect(line(id, withPolicies(unread)).outcome).toBe('unknown');
    const strange = { ...policyOf('p-1', ['r-1']), content: { value: '{"Statement":' } };
    expect(line(id, withPolicies(strange)).outcome).toBe('unknown');
  });
});

describe('organization-central-root-access', () => {
  const id = 'organization-central-root-access';
  it('passes, fails, is unknown', () => {
    const on = line(id, { rootFeatures: { value: ['RootCredentialsManagement'] } });
    expect(on).toMatchObject({
      outcome: 'pass',
      reasons: ['root credentials management is on, root sessions are off'],
    });
    expect(line(id, { rootFeatures: { value: ['RootSessions'] } }).outcome).toBe('fail');
    expect(line(id, { rootFeatures: denied })).toMatchObject({ outcome: 'unknown', cure: 'Ask.' });
  });
});

describe('organization-trail', () => {
  const id = 'organization-trail';
  const trail = {
    arn: `arn:aws:cloudtrail:us-east-1:${management}:trail/all`,
    name: 'all',
    coversEveryRegion: true,
    isLogging: { value: true },
    deliveryError: { value: null },
    recordsManagement: { value: true },
  };
  const outcome = (...trails: readonly object[]) =>
    line(id, {
      trails: readingShape.shape.trails.parse({
        value: trails.map((each) => ({ ...trail, ...each })),
      }),
    }).outcome;

  it('passes where one serves, whatever others do', () => {
    expect(outcome({})).toBe('pass');
    expect(outcome({ isLogging: denied }, { coversEveryRegion: false }, {})).toBe('pass');
  });

  it.each([
    ['there is none', []],
    ['it covers one Region', [{ coversEveryRegion: false }]],
    ['it is off', [{ isLogging: { value: false } }]],
    ['it cannot deliver', [{ deliveryError: { value: 'AccessDenied' } }]],
    ['it leaves out management events', [{ recordsManagement: { value: false } }]],
    [
      'it is off, and the rest is not known',
      [{ isLogging: { value: false }, recordsManagement: denied }],
    ],
  ])('fails where %s', (_, trails) => {
    expect(outcome(...trails)).toBe('fail');
  });

  it('is unknown where none is known to serve, and one may', () => {
    expect(outcome({ recordsManagement: denied })).toBe('unknown');
    expect(outcome({ isLogging: denied }, { coversEveryRegion: false })).toBe('unknown');
    expect(line(id, { trails: denied }).outcome).toBe('unknown');
  });
});

describe('organization-config-aggregator', () => {
  const id = 'organization-config-aggregator';
  const aggregators = (regions: readonly string[] | null) => ({
    aggregators: { value: [{ name: 'all', region: 'eu-west-1', regions }] },
  });
  const byAnother = {
    administrators: {
      value: [{ account: trial, services: { value: ['config.amazonaws.com'] } }],
    },
  };

  it('passes with one of all Regions, and leaves one of some to a person', () => {
    expect(line(id, aggregators(null)).outcome).toBe('pass');
    expect(line(id, aggregators(['eu-west-1']))).toMatchObject({
      outcome: 'manual',
      reasons: ['all in eu-west-1 gathers eu-west-1', expect.stringContaining('person')],
    });
  });

  it('fails where the management account has none, and nobody else could', () => {
    expect(line(id, {}).outcome).toBe('fail');
    const own = { account: trial, services: { value: ['guardduty.amazonaws.com'] } };
    expect(line(id, { administrators: { value: [own] } }).outcome).toBe('fail');
  });

  it('is unknown where another account may have one, or it could not be read', () => {
    expect(line(id, byAnother)).toMatchObject({ outcome: 'unknown' });
    expect(line(id, byAnother).reasons.join()).toContain(trial);
    expect(line(id, { askedBy: trial, ...byAnother }).reasons.join()).toContain(management);
    expect(line(id, { aggregators: denied }).outcome).toBe('unknown');
    expect(line(id, { administrators: denied }).outcome).toBe('unknown');
  });
});

describe('organization-delegated-administrators', () => {
  const id = 'organization-delegated-administrators';
  it('fails where nobody is, is for a person where somebody is, and unknown where that is', () => {
    expect(line(id, {}).outcome).toBe('fail');
    const services = { value: ['guardduty.amazonaws.com'] };
    const one = line(id, { administrators: { value: [{ account: trial, services }] } });
    expect(one).toMatchObject({
      outcome: 'manual',
      reasons: [`account ${trial} runs guardduty.amazonaws.com`],
    });
    const partly = line(id, { administrators: { value: [{ account: trial, services: denied }] } });
    expect(partly.reasons.join()).toContain(denied.cause);
    expect(line(id, { administrators: denied }).outcome).toBe('unknown');
  });
});

describe.each<[string, 's3' | 'ec2', object, object]>([
  [
    'organization-s3-block-public-access',
    's3',
    { s3_attributes: { public_access_block_configuration: 'all' } },
    { s3_attributes: { public_access_block_configuration: { '@@assign': 'none' } } },
  ],
  [
    'organization-ebs-snapshot-block-public-access',
    'ec2',
    { ec2_attributes: { snapshot_block_public_access: { state: 'block_all_sharing' } } },
    { ec2_attributes: { snapshot_block_public_access: { state: 'unblocked' } } },
  ],
  [
    'organization-ami-block-public-access',
    'ec2',
    {
      ec2_attributes: { image_block_public_access: { state: { '@@assign': 'block_new_sharing' } } },
    },
    { ec2_attributes: { image_block_public_access: { state: 'unblocked' } } },
  ],
  [
    'organization-vpc-block-public-access',
    'ec2',
    {
      ec2_attributes: {
        vpc_block_public_access: { internet_gateway_block: { mode: 'block_ingress' } },
      },
    },
    { ec2_attributes: { vpc_block_public_access: { internet_gateway: { mode: 'off' } } } },
  ],
  [
    'organization-imdsv2-default',
    'ec2',
    { ec2_attributes: { instance_metadata_defaults: { http_tokens: 'required' } } },
    { ec2_attributes: { instance_metadata_defaults: { http_tokens: 'no_preference' } } },
  ],
])('%s', (id, of, on, off) => {
  const group = (content: object | null, ...accounts: readonly string[]) => ({
    accounts,
    content: { value: content === null ? null : JSON.stringify(content) },
  });
  const told = (...groups: readonly object[]) =>
    line(id, { [of]: readingShape.shape[of].parse({ value: groups }) });

  it('passes where it is blocked, and says who decides for themselves', () => {
    expect(told(group(on, billing))).toMatchObject({ outcome: 'pass' });
    const partly = told(group(on, billing), group({}, shop), group(null, trial));
    expect(partly.outcome).toBe('pass');
    expect(partly.reasons[1]).toBe('2 others decide for themselves, and are judged');
  });

  it('fails where the organisation turns it off, and names the accounts', () => {
    expect(told(group(on, billing), group(off, shop))).toMatchObject({
      outcome: 'fail',
      accounts: [shop],
    });
  });

  it('is unknown where a policy could not be read, or says what nobody knows', () => {
    const unread = { accounts: [trial], content: denied };
    expect(told(group(on, billing), unread)).toMatchObject({
      outcome: 'unknown',
      accounts: [trial],
      reasons: [denied.cause],
    });
    expect(told({ accounts: [trial], content: { value: '{' } }).outcome).toBe('unknown');
    const strange = JSON.parse(
      JSON.stringify(on).replace(/"(all|required|block_\w+)"(?!:)/, '"otherwise"'),
    );
    expect(told(group(strange, trial)).outcome).toBe('unknown');
    expect(line(id, { [of]: denied }).outcome).toBe('unknown');
  });

  it('is of nothing where the organisation sets nothing', () => {
    expect(told(group(null, billing)).outcome).toBe('not-applicable');
  });
});

describe('which accounts let in others', () => {
  const [stranger, closed] = ['999999999999', '777777777777'] as const;
  const role = (account: string) => `arn:aws:iam::${account}:role/partner`;
  /** What the scan of an account told: all of it was read, and the accounts are let in by a role. */
  const letting = (...accounts: readonly string[]): NonNullable<AccountSummary['letIn']> => ({
    kinds: ['AWS::IAM::Role'],
    unread: 0,
    accounts: accounts.map((account) => ({ account, count: 1, resources: [role(account)] })),
    further: 0,
  });
  const judgeTrust = (
    told: Readonly<Record<string, AccountSummary['letIn']>>,
    {
      reading = readingOf(),
      ...differs
    }: Partial<Surroundings> & {
      readonly reading?: OrganizationReading;
    } = {},
  ) => {
    const trust = createTrust();
    for (const [account, letIn] of Object.entries(told)) trust.add(account, letIn);
    const surroundings = { ...untold(), closed: new Set([closed]), trust, ...differs };
    const judged = judgeOrganization(reading, bar, surroundings);
    const outcomeOf = (what: string) =>
      judged.judgements.find(({ id }) => id === `organization-trust-${what}-accounts`);
    return { rows: judged.letIn, closed: outcomeOf('closed'), outside: outcomeOf('outside') };
  };

  it('is told of each that is let in: whose it is, by whom, and by which resources', () => {
    const told = { [shop]: letting(billing, stranger), [trial]: letting(stranger, closed) };
    const { rows, ...lines } = judgeTrust(told);
    const row = (account: string, whose: string, ...by: readonly string[]) => ({
      account,
      whose,
      by,
      count: by.length,
      resources: by.map(() => role(account)),
    });
    expect(rows).toEqual([
      row(closed, 'closed', trial),
      row(stranger, 'outside', shop, trial),
      row(billing, 'organization', shop),
    ]);
    expect(lines.closed).toMatchObject({
      outcome: 'fail',
      accounts: [trial],
      reasons: [`account ${closed} is closed or suspended; ${trial} let it in, by 1 policy`],
    });
    expect(lines.outside).toMatchObject({
      outcome: 'manual',
      accounts: [shop, trial],
      reasons: [
        `account ${stranger} is no active account of this organisation; ${shop}, ${trial} let it in, by 2 policies`,
      ],
    });
  });

  it('says of one that was left out, of which no state is known, that it may be closed, and no more', () => {
    const given = { closed: new Set<string>(), leftOut: new Set([stranger]) };
    const { rows, ...lines } = judgeTrust({ [shop]: letting(billing, stranger) }, given);
    expect(rows?.map(({ account, whose }) => [account, whose])).toEqual([
      [stranger, 'left-out'],
      [billing, 'organization'],
    ]);
    expect(lines.closed).toMatchObject({
      outcome: 'unknown',
      accounts: [shop],
      reasons: [
        `account ${stranger} was left out, and whether it was closed or never activated was not kept; ${shop} let it in, by 1 policy`,
      ],
    });
    expect(lines.outside?.outcome).toBe('pass');
    const unnamed = judgeTrust({ [shop]: letting(billing) }, given);
    expect(unnamed.closed?.outcome).toBe('pass');
    // What is known to be closed fails whatever else is not known.
    const both = { ...given, closed: new Set([closed]) };
    expect(judgeTrust({ [shop]: letting(closed, stranger) }, both).closed).toMatchObject({
      outcome: 'fail',
      accounts: [shop],
    });
  });

  it('comes to the same in whatever order the accounts are added', () => {
    const told = { [shop]: letting(billing, stranger), [trial]: letting(stranger, closed) };
    const turned = Object.fromEntries(Object.entries(told).toReversed());
    expect(judgeTrust(turned)).toEqual(judgeTrust(told));
  });

  it('passes where all was read, and only the organisation is let in', () => {
    const { closed: ofClosed, outside } = judgeTrust({
      [shop]: letting(billing),
      [trial]: letting(),
    });
    expect([ofClosed?.outcome, outside?.outcome]).toEqual(['pass', 'pass']);
    expect(judgeTrust({ [shop]: letting() }, { closed: new Set() }).closed?.outcome).toBe(
      'not-applicable',
    );
  });

  it.each<[string, Parameters<typeof judgeTrust>]>([
    ['a policy', [{ [shop]: { ...letting(), unread: 1 } }]],
    ['accounts beyond those that a summary names', [{ [shop]: { ...letting(), further: 1 } }]],
    ['the policies of an account', [{ [shop]: letting(), [trial]: undefined }]],
    ['an account', [{ [shop]: letting() }, { unscanned: [trial] }]],
  ])('is not known where %s was not read', (_, given) => {
    const { closed: ofClosed, outside } = judgeTrust(...given);
    expect([ofClosed?.outcome, outside?.outcome]).toEqual(['unknown', 'unknown']);
    expect(outside?.accounts).toHaveLength(1);
  });

  it('says nothing of whose they are where the accounts of the organisation could not be read', () => {
    const reading = readingOf({ units: denied });
    const { rows, ...lines } = judgeTrust({ [shop]: letting(stranger, closed) }, { reading });
    expect(rows).toBeUndefined();
    expect(lines.closed).toMatchObject({ outcome: 'unknown', reasons: [denied.cause] });
    expect(lines.outside).toMatchObject({ outcome: 'unknown', reasons: [denied.cause] });
  });

  it('is no line where no scan was asked for it', () => {
    const { rows, ...lines } = judgeTrust({ [shop]: undefined });
    expect({ rows, ...lines }).toEqual({ rows: undefined, closed: undefined, outside: undefined });
  });
});

describe('how it stands', () => {
  it('is as that of an account: what fails counts from the bar on, what is unknown unless allowed', () => {
    const reading = readingOf({ trails: denied });
    const critical = { ...bar, failOn: 'critical' } as const;
    expect(judge(readingOf()).standing).toBe('fails');
    expect(judgeOrganization(readingOf(), critical, untold()).standing).toBe('good');
    expect(judgeOrganization(reading, critical, untold()).standing).toBe('unread');
    expect(judgeOrganization(reading, { ...critical, allowUnknown: true }, untold()).standing).toBe(
      'good',
    );
  });
});
