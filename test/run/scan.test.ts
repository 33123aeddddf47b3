import { everything } from '../../src/plan/asked.ts';
import { describe, expect, it } from 'vitest';
import { canonical } from '../../src/aws/evidence/canonical.ts';
import type { AnyOperation } from '../../src/aws/operation.ts';
import type { Check } from '../../src/judge/check.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, pass, type Verdict } from '../../src/judge/verdict.ts';
import { type Collector, defineCollector, type Resource } from '../../src/collect/collector.ts';
import { exitCodeOf } from '../../src/run/outcome.ts';
import { CannotTell, type Listing, type Observed } from '../../src/observe/observed.ts';
import type { Finding, Report } from '../../src/report/model.ts';
import { scan } from '../../src/run/scan.ts';
import { documentOf } from '../support/report-document.ts';
import { failing, type Script, scripted, things, type ThingsAnswer } from '../support/fake-aws.ts';
import { expectValid } from '../support/report-schema.ts';

const ListThings = things('ListThings');
const GetThing = things('GetThing', { absent: ['NoSuchThing'] });

interface Thing extends Resource {
  readonly name: string;
}

/** Each named thing of a list, in a Region; one whose name begins with "aws-" is AWS's. */
function thingsIn(scope: 'regional' | 'global', calls: readonly AnyOperation[] = [ListThings]) {
  return defineCollector({
    id: `s3.things-${scope}`,
    service: 's3',
    scope,
    calls,
    gather: (aws): Promise<Listing<Thing>> =>
      aws.list(ListThings, {}, 'Things', (thing, { must }) => {
        const name = must(thing, 'Name');
        const region = scope === 'global' ? 'global' : aws.region;
        const managed = { by: 'aws' as const, reason: 'AWS made it' };
        const arn = `arn:aws:s3:${region}:111122223333:${name}`;
        const item = { arn, type: 'AWS::S3::Thing', name, region };
        return name.startsWith('aws-') ? { ...item, managed } : item;
      }),
  });
}

const regional = thingsIn('regional');
const global = thingsIn('global');

function checkOf(
  evaluates: Collector<Listing<Resource>>,
  evaluate: (thing: Resource) => Verdict,
  id = 's3-thing-good',
): Check {
  return defineCheck({
    id,
    title: 'Things are good',
    severity: 'high',
    responsibility: 's3.identity-and-access',
    controls: {},
    why: 'Because',
    fix: 'Mend it',
    link: 'https://docs.aws.amazon.com/',
    evaluates,
    evaluate,
  });
}

const identity = {
  Account: '111122223333',
  Arn: 'arn:aws:sts::111122223333:assumed-role/audit/me',
  UserId: 'AROA:me',
};

/** Discovery's answers are not of the shape of things: they are put into the transport as they are. */
function transportOf(script: Script, regions: readonly string[]) {
  const transport = scripted(script);
  const discovered: Readonly<Record<string, unknown>> = {
    GetCallerIdentity: identity,
    ListAccountAliases: { AccountAliases: ['acme'] },
    DescribeRegions: {
      Regions: regions.map((RegionName) => ({ RegionName, OptInStatus: 'opt-in-not-required' })),
    },
    ListRegions: {
      Regions: [
        ...regions.map((RegionName) => ({ RegionName, RegionOptStatus: 'ENABLED_BY_DEFAULT' })),
        { RegionName: 'me-south-1', RegionOptStatus: 'DISABLED' },
      ],
    },
  };
  const exchange: typeof transport.exchange = (operation, region, input, call) => {
    const known = discovered[operation.name];
    if (known === undefined) return transport.exchange(operation, region, input, call);
    const how = { at: '2026-11-22T12:00:00.000Z', requestId: 'R0', attempts: 1 };
    return Promise.resolve({ ...how, answer: canonical(known) });
  };
  return { ...transport, exchange };
}

interface Options {
  readonly regions?: readonly string[];
  readonly chosen?: readonly string[];
}

async function run(
  checks: readonly Check[],
  script: Script,
  options: Options = {},
): Promise<Report> {
  const regions = options.regions ?? ['eu-west-1', 'us-east-1'];
  const selection = { ...everything, regions: options.chosen ?? [] };
  const reader = await scan(
    { checks, selection, params: {} },
    {
      transport: transportOf(script, regions),
      startedAt: new Date('2026-11-22T12:00:00Z'),
      homeRegion: 'us-east-1',
      ended: () => ({ status: 'complete', finishedAt: '2026-11-22T12:01:00.000Z' }),
    },
  );
  return documentOf(reader);
}

function brief({ findings }: Report): readonly (readonly string[])[] {
  return findings.map(({ outcome, region, resource }) => [outcome, region, resource.name]);
}

function only(findings: readonly Finding[]): Finding {
  const [finding, ...more] = findings;
  if (!finding || more.length > 0) throw new Error(`${findings.length} findings`);
  return finding;
}

const good = checkOf(regional, ({ name }) =>
  name === 'bad' ? fail('it is bad') : pass('it is good'),
);
const oneGood: Script = { ListThings: { Things: [{ Name: 'good' }] } };

describe('a scan judges', () => {
  it('each resource of each Region, and points at the call that showed it', async () => {
    const report = await run([good], {
      's3:ListThings@eu-west-1': { Things: [{ Name: 'good' }, { Name: 'bad' }] },
      's3:ListThings@us-east-1': { Things: [{ Name: 'bad' }] },
    });
    expect(brief(report)).toEqual([
      ['fail', 'eu-west-1', 'bad'],
      ['fail', 'us-east-1', 'bad'],
      ['pass', 'eu-west-1', 'good'],
    ]);
    expect(report.findings.map((finding) => finding.evidence)).toEqual([
      ['s3:ListThings@eu-west-1'],
      ['s3:ListThings@us-east-1'],
      ['s3:ListThings@eu-west-1'],
    ]);
    expect(report.summary.score).toEqual({ passed: 1, of: 3 });
    expect(exitCodeOf(report, 'high')).toBe(1);
    expect(exitCodeOf(report, 'critical')).toBe(0);
    expect(exitCodeOf(report, 'none')).toBe(0);
  });

  it('nothing: one not-applicable for all Regions', async () => {
    const report = await run([good], { ListThings: { Things: [] } });
    expect(brief(report)).toEqual([['not-applicable', 'global', '111122223333']]);
    expect(only(report.findings).evidence).toHaveLength(2);
    expect(exitCodeOf(report, 'high')).toBe(0);
  });

  it('a list that is denied: one unknown, with the call and the permission', async () => {
    const report = await run([checkOf(global, () => pass('fine'))], {
      ListThings: failing('AccessDenied', 'no'),
    });
    expect(only(report.findings)).toMatchObject({
      outcome: 'unknown',
      owner: 'customer',
      reasons: ['s3:ListThings in us-east-1: AccessDenied: no (needs s3:ListThings)'],
      evidence: ['s3:ListThings@us-east-1'],
    });
    expect(report.summary.score).toEqual({ passed: 0, of: 1 });
    expect(exitCodeOf(report, 'high')).toBe(3);
  });

  it('the pages before one that was lost, and the loss', async () => {
    const report = await run(
      [good],
      {
        ListThings: failing('ThrottlingException'),
        's3:ListThings@eu-west-1': { Things: [{ Name: 'good' }], NextToken: 'more' },
      },
      { regions: ['eu-west-1'] },
    );
    expect(brief(report)).toEqual([
      ['unknown', 'eu-west-1', '111122223333'],
      ['pass', 'eu-west-1', 'good'],
    ]);
  });

  it('what AWS manages out of scope, without asking the check', async () => {
    const asked: string[] = [];
    const check = checkOf(global, ({ name }) => {
      asked.push(name);
      return fail('always');
    });
    const report = await run([check], { ListThings: { Things: [{ Name: 'aws-role' }] } });
    expect(only(report.findings)).toMatchObject({
      outcome: 'out-of-scope',
      owner: 'aws',
      reasons: ['AWS made it'],
    });
    expect(asked).toEqual([]);
    expect(report.summary.score).toEqual({ passed: 0, of: 0 });
  });

  it('on, where a check throws: that resource is unknown', async () => {
    const broken = checkOf(
      global,
      ({ name }) => {
        if (name === 'bad') throw new TypeError('x is undefined');
        return pass('fine');
      },
      's3-thing-broken',
    );
    const script = { ListThings: { Things: [{ Name: 'bad' }, { Name: 'good' }] } };
    const report = await run([broken], script);
    expect(brief(report)).toEqual([
      ['unknown', 'global', 'bad'],
      ['pass', 'global', 'good'],
    ]);
    expect(report.findings[0]?.reasons).toEqual(['the check itself failed: x is undefined']);
    expect(exitCodeOf(report, 'high')).toBe(3);
  });

  it('on, where a collector throws: what rests on it is unknown, and points at no call', async () => {
    const broken = defineCollector({
      id: 's3.broken',
      service: 's3',
      scope: 'global',
      calls: [],
      gather: (): Promise<Listing<Thing>> => Promise.reject(new TypeError('boom')),
    });
    const derived = defineCollector({
      id: 's3.derived',
      service: 's3',
      scope: 'global',
      calls: [],
      needs: { broken },
      gather: (_aws, given): Listing<Thing> => given.broken,
    });
    const report = await run(
      [
        checkOf(derived, () => pass('fine'), 's3-thing-derived'),
        checkOf(regional, () => pass('fine')),
      ],
      oneGood,
    );
    expect(brief(report).map(([outcome]) => outcome)).toEqual(['unknown', 'pass', 'pass']);
    expect(report.findings[0]).toMatchObject({
      reasons: [expect.stringContaining('the collector itself failed: boom')],
      evidence: [],
    });
  });

  it('a collector that sends what it did not declare as broken', async () => {
    const report = await run([checkOf(thingsIn('global', []), () => pass('fine'))], oneGood);
    expect(only(report.findings)).toMatchObject({
      outcome: 'unknown',
      reasons: [expect.stringContaining('sends s3:ListThings without declaring it')],
    });
  });

  it('what could not be told, with the calls that were read before', async () => {
    const source = {
      id: 's3:GetThing@us-east-1',
      service: 's3',
      operation: 'GetThing',
      region: 'us-east-1',
      regional: false,
    };
    const check = checkOf(global, () => {
      throw new CannotTell([{ reason: 'denied', detail: 'AccessDenied: no', source }]);
    });
    const report = await run([check], oneGood);
    expect(only(report.findings).reasons).toEqual(['s3:GetThing in us-east-1: AccessDenied: no']);
  });
});

describe('a report', () => {
  const mixed: Script = {
    's3:ListThings@eu-west-1': { Things: [{ Name: 'b' }, { Name: 'bad' }, { Name: 'a' }] },
    's3:ListThings@us-east-1': { Things: [{ Name: 'a' }, { Name: 'bad' }] },
  };

  it('is the same to the byte, however the answers and the checks were ordered', async () => {
    const other = checkOf(regional, () => fail('no'), 's3-thing-another');
    const first = await run([good, other], mixed);
    const second = await run([good, other], mixed);
    expect(JSON.stringify(second)).toBe(JSON.stringify(first));
    const turned = await run([other, good], mixed, { regions: ['us-east-1', 'eu-west-1'] });
    expect(turned.findings).toEqual(first.findings);
  });

  it('gives a finding the same id in another scan, and no two findings one', async () => {
    const before = await run([good], mixed);
    const after = await run([good], {
      ...mixed,
      's3:ListThings@us-east-1': { Things: [{ Name: 'bad' }] },
    });
    const idOf = (report: Report, name: string, region: string) =>
      report.findings.find((each) => each.resource.name === name && each.region === region)?.id;
    expect(idOf(after, 'bad', 'us-east-1')).toBe(idOf(before, 'bad', 'us-east-1'));
    expect(new Set(before.findings.map((finding) => finding.id)).size).toBe(5);
  });

  it('tells a finding of the account from one of a list that was not whole', async () => {
    const account = defineCollector({
      id: 's3.account',
      service: 's3',
      scope: 'global',
      calls: [ListThings],
      gather: async (aws): Promise<Listing<Resource>> => {
        const { gaps, sources } = await aws.list(ListThings, {}, 'Things', () => []);
        const arn = `arn:aws:iam::${aws.account}:root`;
        const item = { arn, type: 'AWS::::Account', name: aws.account, region: 'global' };
        return { items: [item], gaps, sources };
      },
    });
    const report = await run([checkOf(account, () => pass('fine'))], {
      ListThings: failing('AccessDenied'),
    });
    expect(brief(report).map(([outcome]) => outcome)).toEqual(['unknown', 'pass']);
    expect(new Set(report.findings.map((finding) => finding.id)).size).toBe(2);
  });

  it('names only calls that it lists', async () => {
    const report = await run([good], mixed);
    const ids = new Set(report.calls.map((call) => call.id));
    expect(report.findings.flatMap((finding) => finding.evidence).every((id) => ids.has(id))).toBe(
      true,
    );
  });
});

describe('coverage', () => {
  it('names the operation, the permission and the checks of what was denied', async () => {
    const report = await run([good], {
      's3:ListThings@eu-west-1': failing('AccessDenied', 'no'),
      's3:ListThings@us-east-1': { Things: [] },
    });
    expect(report.coverage.gaps).toEqual([
      expect.objectContaining({
        service: 's3',
        operation: 'ListThings',
        region: 'eu-west-1',
        reason: 'denied',
        iamAction: 's3:ListThings',
        count: 1,
        checks: ['s3-thing-good'],
        cause: expect.stringContaining('AccessDenied: no'),
        cure: expect.stringContaining('Allow s3:ListThings'),
      }),
    ]);
    expect(report.coverage.calls).toMatchObject({ denied: 1, ok: report.calls.length - 1 });
  });

  it('counts an answer that could not be used as lost, as the list of calls does', async () => {
    const report = await run([good], {
      's3:ListThings@eu-west-1': {},
      's3:ListThings@us-east-1': { Things: [] },
    });
    expect(report.coverage.gaps).toMatchObject([
      { reason: 'failed', cause: expect.stringContaining('the answer lacks Things') },
    ]);
    expect(report.coverage.calls).toMatchObject({ failed: 1 });
    const lost = report.calls.filter((call) => call.status === 'failed');
    expect(lost.map((call) => call.id)).toEqual(['s3:ListThings@eu-west-1']);
  });

  it('does not put our words into the mouth of AWS where the scan ended', async () => {
    const report = await run([good], {
      ListThings: failing('ScanEnded', 'not read: the deadline was reached'),
    });
    const [gap] = report.coverage.gaps;
    expect(gap).toMatchObject({ reason: 'deadline', cause: expect.not.stringContaining('AWS:') });
    expect(gap?.cause).toContain('Not read: the deadline was reached.');
    expect(report.coverage.calls.skipped).toBe(2);
  });
});

describe('Regions', () => {
  it('that were not chosen or not enabled are skipped, with the reason', async () => {
    const report = await run([good], oneGood, { chosen: ['eu-west-1'] });
    expect(report.scan.regions).toEqual(['eu-west-1']);
    expect(report.scan.skippedRegions).toEqual([
      { region: 'me-south-1', reason: 'not enabled for the account' },
      { region: 'us-east-1', reason: 'not selected' },
    ]);
  });

  it('that do not exist are refused, with those that were meant', async () => {
    await expect(run([good], oneGood, { chosen: ['eu-wst-1'] })).rejects.toThrow(
      'unknown region "eu-wst-1". Did you mean eu-west-1',
    );
  });

  it('that are all disabled leave nothing to scan, which is no clean report', async () => {
    await expect(run([good], oneGood, { chosen: ['me-south-1'] })).rejects.toThrow(
      'the account has not enabled me-south-1',
    );
  });
});

describe('an operation that declares its absence', () => {
  it('is an answer, and no gap', async () => {
    const collector = defineCollector({
      id: 's3.setting',
      service: 's3',
      scope: 'global',
      calls: [GetThing],
      gather: async (aws): Promise<Listing<Thing & { readonly setting: unknown }>> => {
        const setting = await aws.get(GetThing, {}, () => 'set', { whenAbsent: 'not set' });
        const arn = 'arn:aws:s3:::a';
        const item = { arn, type: 'AWS::S3::Thing', name: 'a', region: 'global', setting };
        return { items: [item], gaps: [], sources: [] };
      },
    });
    const report = await run([checkOf(collector, () => pass('fine'))], {
      GetThing: failing('NoSuchThing'),
    });
    expect(report.coverage.gaps).toEqual([]);
    expect(report.calls.find((call) => call.operation === 'GetThing')).toMatchObject({
      status: 'ok',
      error: { code: 'NoSuchThing' },
    });
    expect(exitCodeOf(report, 'high')).toBe(0);
  });
});

describe('a fault of ours (F66)', () => {
  const broken = defineCollector({
    id: 's3.broken',
    service: 's3',
    scope: 'regional',
    calls: [],
    gather: (aws): Promise<Listing<Thing>> =>
      aws.region === 'us-east-1'
        ? Promise.reject(new TypeError('boom'))
        : Promise.resolve({ items: [], gaps: [], sources: [] }),
  });

  it('is a gap of its own where a collector breaks: named, with the checks that rest on it', async () => {
    const report = await run(
      [checkOf(broken, () => pass('fine'), 's3-thing-broken'), good],
      oneGood,
    );
    expectValid(report);
    expect(report.coverage.gaps).toEqual([
      {
        service: 's3',
        operation: 's3.broken',
        region: 'us-east-1',
        regions: ['us-east-1'],
        reason: 'fault',
        cause: 'srm-scan itself is at fault: the collector itself failed: boom',
        cure: expect.stringContaining('Report it'),
        iamAction: '',
        count: 1,
        checks: ['s3-thing-broken'],
      },
    ]);
    expect(exitCodeOf(report, 'high')).toBe(3);
  });

  it('is one gap where a check breaks, with the Regions and the number of resources', async () => {
    const check = checkOf(regional, ({ name }) => {
      if (name.startsWith('bad')) throw new TypeError('x is undefined');
      return pass('fine');
    });
    const names = (...all: readonly string[]) => ({ Things: all.map((Name) => ({ Name })) });
    const report = await run([check], {
      's3:ListThings@eu-west-1': names('bad-1', 'good', 'bad-2'),
      's3:ListThings@us-east-1': names('bad-3'),
    });
    expectValid(report);
    expect(report.coverage.gaps).toMatchObject([
      {
        operation: 's3-thing-good',
        region: '*',
        regions: ['eu-west-1', 'us-east-1'],
        reason: 'fault',
        count: 3,
      },
    ]);
    expect(report.coverage.gaps[0]).toMatchObject({
      service: 's3',
      cause: 'srm-scan itself is at fault: the check itself failed: x is undefined',
      checks: ['s3-thing-good'],
    });
    expect(exitCodeOf(report, 'high')).toBe(3);
  });
});

describe('a call that two collectors want (F15)', () => {
  const settingOf = (id: string, read: (answer: ThingsAnswer) => string) =>
    defineCollector({
      id,
      service: 's3',
      scope: 'global',
      calls: [GetThing],
      gather: async (aws): Promise<Listing<Resource & { readonly setting: Observed<string> }>> => {
        const setting = await aws.get(GetThing, { Of: 'a' }, (answer, { unusable }) => {
          const value = read(answer);
          return value === '' ? unusable(`${id} cannot use it`) : value;
        });
        const arn = 'arn:aws:s3:::a';
        return {
          items: [{ arn, type: 'AWS::S3::Thing', name: 'a', region: 'global', setting }],
          gaps: [],
          sources: [],
        };
      },
    });
  const checkSetting = (id: string, evaluates: ReturnType<typeof settingOf>) =>
    defineCheck({
      ...checkOf(evaluates, () => pass(''), id),
      evaluates,
      needs: {},
      controls: {},
      params: {},
      responsibility: 's3.identity-and-access',
      evaluate: ({ setting }, { read }) => pass(read(setting)),
    });
  const first = settingOf('s3.first', (answer) => answer.Things?.[0]?.Name ?? '');
  const later = defineCollector({
    id: 's3.later',
    service: 's3',
    scope: 'global',
    calls: [GetThing],
    needs: { first },
    gather: (aws) => aws.get(GetThing, { Of: 'a' }, (answer, { must }) => must(answer, 'Ready')),
  });

  it('is one call of the report, and both findings name it', async () => {
    const second = settingOf('s3.second', (answer) => String(answer.Ready));
    const report = await run([checkSetting('s3-first', first), checkSetting('s3-second', second)], {
      GetThing: { Things: [{ Name: 'set' }], Ready: true },
    });
    const [call, ...more] = report.calls.filter(({ operation }) => operation === 'GetThing');
    expect(more).toEqual([]);
    expect(
      report.findings.map(({ check, reasons, evidence }) => [check, reasons, evidence]),
    ).toEqual([
      ['s3-first', ['set'], [call?.id]],
      ['s3-second', ['true'], [call?.id]],
    ]);
  });

  it('is kept for one that asks much later', async () => {
    const check = defineCheck({
      ...checkOf(first, () => pass('')),
      evaluates: first,
      needs: { later },
      controls: {},
      params: {},
      responsibility: 's3.identity-and-access',
      evaluate: (_thing, { read, later: ready }) => pass(String(read(ready))),
    });
    const report = await run([check], { GetThing: { Things: [{ Name: 'set' }], Ready: true } });
    expect(only(report.findings)).toMatchObject({ outcome: 'pass', reasons: ['true'] });
  });

  it('is lost for the checks that rest on the one who cannot use its answer, and for no other', async () => {
    const picky = settingOf('s3.picky', (answer) => answer.NextToken ?? '');
    const report = await run([checkSetting('s3-first', first), checkSetting('s3-picky', picky)], {
      GetThing: { Things: [{ Name: 'set' }] },
    });
    expect(report.coverage.gaps).toMatchObject([
      { operation: 'GetThing', reason: 'failed', checks: ['s3-picky'] },
    ]);
    expect(report.findings.map(({ check, outcome }) => [check, outcome])).toEqual([
      ['s3-picky', 'unknown'],
      ['s3-first', 'pass'],
    ]);
  });
});
