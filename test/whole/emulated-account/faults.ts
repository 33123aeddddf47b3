/**
 * The promise of the fault walk, on the wire: what goes wrong in any of AWS's protocols is a gap, never a verdict. Each
 * protocol words a denial, a throttle and an answer in its own way, and half a body breaks in another place.
 */
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Fault } from '../../../emulator/gate.ts';
import { checks } from '../../../checks/index.ts';
import { operationsOf, plan } from '../../../src/plan/plan.ts';
import type { Gap, Report } from '../../../src/report/model.ts';
import { checksThatNeed } from '../../support/checks-by-operation.ts';
import { broken, verdictsOf } from '../../support/same-verdicts.ts';
import { account } from './account.ts';

/** An operation, and how it is put on the wire. */
interface Wire {
  readonly protocol: string;
  readonly service: string;
  readonly operation: string;
}

const wires: readonly Wire[] = [
  { protocol: 'EC2 query', service: 'ec2', operation: 'DescribeVolumes' },
  { protocol: 'query', service: 'rds', operation: 'DescribeDBInstances' },
  { protocol: 'query', service: 'iam', operation: 'GetAccountSummary' },
  { protocol: 'JSON', service: 'kms', operation: 'ListKeys' },
  { protocol: 'JSON', service: 'cloudtrail', operation: 'DescribeTrails' },
  { protocol: 'JSON', service: 'config', operation: 'DescribeConfigurationRecorders' },
  { protocol: 'REST-XML', service: 's3', operation: 'GetBucketEncryption' },
  { protocol: 'REST-JSON', service: 'access-analyzer', operation: 'ListAnalyzers' },
  { protocol: 'REST-JSON', service: 'account', operation: 'GetAlternateContact' },
  { protocol: 'REST-JSON', service: 'backup', operation: 'ListProtectedResources' },
];
/** Apart: without the list of buckets nothing is asked about a bucket. */
const buckets: Wire = { protocol: 'REST-XML', service: 's3', operation: 'ListBuckets' };

const home = ['--region', 'eu-central-1'];
describe.skipIf(!account)('a scan over HTTP', () => {
  let whole: Report;

  beforeAll(async () => {
    if (account) whole = (await account.scan(...home)).report;
  });
  beforeEach(() => {
    account?.gate.setFaults([]);
    account?.gate.calls.reset();
  });

  it('reads everything where nothing goes wrong', () => {
    expect(whole.coverage.gaps).toEqual([]);
    expect(whole.findings.filter((finding) => finding.outcome === 'unknown')).toEqual([]);
  });

  const kinds: readonly { readonly kind: SimpleFault; readonly reason: Gap['reason'] }[] = [
    { kind: 'deny', reason: 'denied' },
    { kind: 'truncate', reason: 'failed' },
    { kind: 'empty', reason: 'failed' },
    { kind: 'html', reason: 'failed' },
  ];

  describe.each(kinds)('where calls of every protocol meet $kind', ({ kind, reason }) => {
    it('tells each one, and judges nothing by it', async () => {
      const { report, exitCode } = await faultyScan(kind, wires, home);

      expect(broken(whole, report)).toEqual([]);
      expect(exitCode).toBe(1);
      for (const wire of wires) expectGap(report, wire, reason);
      expect(
        report.coverage.gaps.filter((gap) => !wires.some((wire) => isOf(gap, wire))),
        'gaps of other operations',
      ).toEqual([]);
    });

    it('does not take an account for one without buckets', async () => {
      const { report, exitCode } = await faultyScan(kind, [buckets], [...home, '--service', 's3']);

      expect(broken(onlyOf(whole, report), report)).toEqual([]);
      expectGap(report, buckets, reason);
      const told = report.findings.filter((finding) => finding.check === 's3-bucket-not-public');
      expect(told.map((finding) => finding.outcome)).toEqual(['unknown']);
      expect([1, 3]).toContain(exitCode);
    });
  });

  it('ends with 3 where nothing failed but something could not be read', async () => {
    const [, , summary] = wires;
    if (!summary) expect.unreachable();
    const { exitCode, report } = await faultyScan('deny', [summary], ['--check', 'iam-root-mfa']);

    expect(report.findings.map((finding) => finding.outcome)).toEqual(['unknown']);
    expect(exitCode).toBe(3);
  });

  it('gives up on calls that are throttled for good, and on no other', async () => {
    const throttled = [
      { protocol: 'EC2 query', service: 'ec2', operation: 'GetEbsEncryptionByDefault' },
      { protocol: 'JSON', service: 'kms', operation: 'ListKeys' },
      { protocol: 'query', service: 'iam', operation: 'GetAccountPasswordPolicy' },
      { ...buckets },
    ];
    const chosen = [
      'ebs-default-encryption',
      'kms-key-rotation',
      'iam-password-policy-min-length',
      's3-bucket-default-encryption',
      'iam-root-mfa',
    ];
    const selected = chosen.flatMap((id) => ['--check', id]);
    const { report, exitCode } = await faultyScan('throttle', throttled, [...home, ...selected]);

    expect(broken(onlyOf(whole, report), report)).toEqual([]);
    for (const wire of throttled) expectGap(report, wire, 'throttled');
    expect(report.coverage.gaps.length).toBe(throttled.length);
    expect(report.coverage.calls.throttled).toBe(throttled.length);
    expect([1, 3]).toContain(exitCode);
    for (const call of report.calls.filter((each) => each.status === 'throttled'))
      expect(call.attempts).toBeGreaterThan(3);
  }, 120_000);

  it('loses nothing where EC2 throttles for a while', async () => {
    const ofEc2 = ['--service', 'ec2'];
    const calm = await scanWith([], ofEc2);
    const operation = /^Describe(SecurityGroups|Vpcs|Volumes|Instances|NetworkInterfaces)$/;
    const match = { service: 'ec2', operation };
    const throttle: Fault = { kind: 'throttle', match, times: 40 };
    const { report } = await scanWith([throttle], ofEc2);

    const met = account?.gate.calls.list().filter((call) => call.by === 'throttle') ?? [];
    expect(met.length, 'requests that were throttled').toBe(40);
    expect(report.coverage.calls.throttled).toBe(0);
    expect(report.coverage.gaps).toEqual([]);
    expect(verdictsOf(report)).toEqual(verdictsOf(calm.report));
  }, 180_000);

  const far = 'eu-north-1';
  const two = [...home, '--region', far];

  it('tells a Region that a service control policy closes once, and skips it', async () => {
    const { report } = await scanWith(
      [{ kind: 'deny', by: 'scp', match: { region: far } }],
      [...two],
    );

    const { gaps } = report.coverage;
    expect(gaps.map(({ region, service, reason }) => ({ region, service, reason }))).toEqual([
      { region: far, service: '*', reason: 'denied' },
    ]);
    expect(gaps[0]?.cause).toContain('service control policy');
    expect(gaps[0]?.checks).toEqual(expect.arrayContaining(['ebs-default-encryption']));
    expect(report.scan.regions).toEqual(['eu-central-1']);
    const skipped = report.scan.skippedRegions.find((each) => each.region === far);
    expect(skipped?.reason).toContain('service control policy');
    expect(report.findings.filter((finding) => finding.region === far)).toEqual([]);
    expect(verdictsOf(report)).toEqual(verdictsOf(whole));
  });

  it('does not take denials by identity for a closed Region', async () => {
    const { report } = await scanWith([{ kind: 'deny', match: { region: far } }], [...two]);

    expect(report.scan.regions).toEqual(['eu-central-1']);
    const skipped = report.scan.skippedRegions.find((each) => each.region === far);
    expect(skipped?.reason).toBe('no call there was answered');
    const there = report.findings.filter((finding) => finding.region === far);
    expect(there.length).toBeGreaterThan(0);
    expect(there.filter((finding) => finding.outcome !== 'unknown')).toEqual([]);
  });

  it('says of a Region that does not accept the credentials that it may not be enabled', async () => {
    const fault: Fault = { kind: 'region-disabled', match: { region: far } };
    const { report, exitCode } = await scanWith([fault], [...two]);

    const gaps = report.coverage.gaps.filter((gap) => gap.region === far);
    expect(gaps).toEqual(report.coverage.gaps);
    expect(gaps.length).toBeGreaterThan(0);
    for (const gap of gaps) {
      expect(gap.reason, gap.operation).toBe('region-disabled');
      expect(gap.cause).toContain('may not be enabled');
    }
    const there = report.findings.filter((finding) => finding.region === far);
    expect(there.filter((finding) => finding.outcome !== 'unknown')).toEqual([]);
    expect(broken(whole, report)).toEqual([]);
    expect(exitCode).toBe(1);
  });

  it('takes half a list of Regions for none, and scans those that every account has', async () => {
    await account?.turnPages(3);
    const { report } = await scanWith(
      [
        { kind: 'deny', match: { service: 'ec2', operation: 'DescribeRegions' } },
        {
          kind: 'deny',
          match: { service: 'account', operation: 'ListRegions', input: 'NextToken' },
        },
      ],
      ['--check', 'ebs-default-encryption'],
    );
    await account?.turnPages(0);

    expect(report.scan.regions).toEqual(expect.arrayContaining(['eu-central-1', 'us-west-2']));
    expect(report.scan.skippedRegions.map((each) => each.region)).toEqual([
      'Regions that must be opted in to',
    ]);
    const operations = report.coverage.gaps.map((gap) => gap.operation).toSorted();
    expect(operations).toEqual(['DescribeRegions', 'ListRegions']);
  });
});

type SimpleFault = 'deny' | 'throttle' | 'truncate' | 'empty' | 'html';

function faultyScan(kind: SimpleFault, on: readonly Wire[], args: readonly string[]) {
  const faults = on.map((wire): Fault => {
    const match = { service: wire.service, operation: wire.operation };
    return { kind, match };
  });
  return scanWith(faults, args);
}

async function scanWith(faults: readonly Fault[], args: readonly string[]) {
  if (!account) expect.unreachable();
  account.gate.setFaults(faults);
  return account.scan(...args);
}

function expectGap(report: Report, wire: Wire, reason: Gap['reason']): void {
  const gaps = report.coverage.gaps.filter((gap) => isOf(gap, wire));
  expect(gaps.length, `gaps of ${wire.service}:${wire.operation}`).toBeGreaterThan(0);
  const asked = report.checks.map((check) => check.id);
  for (const gap of gaps) {
    expect(gap.reason, wire.operation).toBe(reason);
    expect(gap.iamAction).toBe(actionOf(wire));
    expect(gap.cause.length * gap.cure.length).toBeGreaterThan(0);
    const users = checksThatNeed(`${wire.service}:${wire.operation}`).map(({ id }) => id);
    expect(gap.checks).toEqual(users.filter((id) => asked.includes(id)));
    expect(gap.checks.length).toBeGreaterThan(0);
  }
}

function isOf(gap: Gap, { service, operation }: Wire): boolean {
  return gap.service === service && gap.operation === operation;
}

function actionOf({ service, operation }: Wire): string | undefined {
  return operationsOf(plan(checks)).find(
    (each) => each.service === service && each.name === operation,
  )?.action;
}

/** The report of the whole account, as far as `part` judges it. */
function onlyOf(report: Report, part: Report): Report {
  const asked = new Set(part.checks.map((check) => check.id));
  return { ...report, findings: report.findings.filter(({ check }) => asked.has(check)) };
}
