/** What the options promise, seen from outside: the built command line, and what reaches AWS. */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeEach, describe, expect, it } from 'vitest';
import { program } from '../../../scripts/program.ts';
import { checks } from '../../../checks/index.ts';
import { discoveryCalls } from '../../../src/plan/discovery-calls.ts';
import { operationsOf, plan } from '../../../src/plan/plan.ts';
import type { Report } from '../../../src/report/model.ts';
import type { EmulatedAccount } from '../../support/emulated-account.ts';
import { isAsked } from '../../support/not-asked.ts';
import { broken } from '../../support/same-verdicts.ts';
import { account as started } from './account.ts';

describe.skipIf(!started)('an option of the command line', () => {
  const account = () => started ?? expect.unreachable();

  beforeEach(() => {
    account().gate.setFaults([]);
    account().gate.calls.reset();
  });

  it('--region scans that Region alone, and says that the others are skipped', async () => {
    const { report, stderr } = await account().scan('--region', 'eu-west-1');

    expect(report.scan.regions, stderr).toEqual(['eu-west-1']);
    expect(report.scan.selection.regions).toEqual(['eu-west-1']);
    const skipped = new Map(report.scan.skippedRegions.map((each) => [each.region, each.reason]));
    expect(skipped.get('eu-central-1')).toBe('not selected');
    expect(skipped.get('us-east-1')).toBe('not selected');
    expect(skipped.has('eu-west-1')).toBe(false);

    const asked = account().gate.calls.list();
    // Services without Regions, and the buckets of the account, are asked wherever they are.
    const regional = asked.filter(({ service }) => ['kms', 'rds', 'backup'].includes(service));
    expect(new Set(regional.map((call) => call.region))).toEqual(new Set(['eu-west-1']));
    const volumes = asked.filter(({ operation }) => operation === 'DescribeVolumes');
    expect(new Set(volumes.map((call) => call.region))).toEqual(new Set(['eu-west-1']));
    const places = new Set(report.findings.map((finding) => finding.region));
    expect(places).toContain('eu-west-1');
    expect(places).toContain('global');
  });

  it('--service sends the calls of that service and of no other', async () => {
    const { report } = await account().scan('--service', 's3');

    expect(new Set(report.checks.map((check) => check.service))).toEqual(new Set(['s3']));
    const { collectors } = plan(checks.filter((check) => check.service === 's3'));
    const first = discoveryCalls(collectors).map(({ service, name }) => `${service}:${name}`);
    const beside = sentBy(account()).filter((name) => !first.includes(name));
    const services = new Set(['s3', 's3control', 'macie', 'organizations']);
    expect(new Set(beside.map((name) => name.split(':')[0]))).toEqual(services);
    expect(report.coverage.gaps).toEqual([]);
  });

  it.each(['kms-key-rotation', 's3-bucket-tls-only', 'iam-root-mfa'])(
    '--check %s needs the permissions that `policy --check` prints, and no other',
    async (id) => {
      const { report } = await account().scan('--check', id, '--region', 'eu-central-1');
      const { stdout } = await command('policy', '--check', id);

      const policy: ReturnType<typeof policyShape> = JSON.parse(stdout);
      const actions = new Map(
        operationsOf(plan(checks)).map((each) => [`${each.service}:${each.name}`, each.action]),
      );
      // ListBuckets tells the Region of every bucket here; others ask for it.
      const unasked = new Set([
        's3:GetBucketLocation',
        ...operationsOf(plan(checks))
          .filter((each) => !isAsked(each))
          .map(({ action }) => action),
      ]);
      const used = sentBy(account()).map((name) => actions.get(name) ?? name);
      expect(
        [...new Set(used)].filter((action) => action !== 'sts:GetCallerIdentity').toSorted(),
      ).toEqual(policy.Statement[0]?.Action.filter((action) => !unasked.has(action)));
      expect(new Set(report.findings.map((finding) => finding.check))).toEqual(new Set([id]));
    },
  );

  it('--set changes a verdict, and the report says what was set', async () => {
    const check = 'iam-access-key-rotated';
    const setting = `${check}.maxAgeDays=36500`;
    const plain = await account().scan('--check', check);
    const set = await account().scan('--check', check, '--set', setting);

    expect(plain.report.summary.byOutcome.fail).toBeGreaterThan(0);
    expect(set.report.summary.byOutcome.fail).toBe(0);
    const ids = ({ findings }: Report) => findings.map(({ id }) => id).toSorted();
    expect(ids(set.report)).toEqual(ids(plain.report));
    expect(plain.report.scan.selection.settings).toEqual([]);
    expect(set.report.scan.selection.settings).toEqual([setting]);
    expect(set.report.findings.map(({ reasons }) => reasons.join()).join()).toContain('36500 days');
  });

  it('--evidence keeps what `evaluate` needs to say the same, settings and selection included', async () => {
    const scanned = await account().scan(
      ...['--evidence', '--service', 'iam', '--service', 's3', '--region', 'eu-west-1'],
      ...['--set', 'iam-access-key-rotated.maxAgeDays=36500'],
    );
    account().gate.calls.reset();
    const again = join(scanned.folder, 'latest', 'again');
    const file = join(scanned.folder, 'latest', 'evidence.ndjson.gz');
    const { code } = await command('evaluate', file, '--format', 'json', '--output', again);

    expect(code).toBe(scanned.exitCode);
    const before = await readFile(join(scanned.folder, 'latest', 'report.json'), 'utf8');
    expect(await readFile(join(again, 'latest', 'report.json'), 'utf8')).toBe(before);
    expect(account().gate.calls.list()).toEqual([]);

    const strict = join(scanned.folder, 'latest', 'strict');
    const setting = 'iam-access-key-rotated.maxAgeDays=0';
    await command('evaluate', file, '--set', setting, '--format', 'json', '--output', strict);
    const report: Report = JSON.parse(
      await readFile(join(strict, 'latest', 'report.json'), 'utf8'),
    );
    expect(report.findings.filter(isOldKey).length).toBeGreaterThan(0);
    expect(scanned.report.findings.filter(isOldKey)).toEqual([]);
  });

  it('--deadline ends a scan that hangs, with a valid report of what was read', async () => {
    const home = ['--region', 'eu-central-1', '--fail-on', 'none'];
    const whole = await account().scan(...home);
    account().gate.setFaults([
      { kind: 'hang', match: { service: 'ec2', operation: 'DescribeVolumes' } },
      { kind: 'hang', match: { service: 's3', operation: 'GetBucketPolicy' } },
    ]);
    const { report, exitCode } = await account().scan(...home, '--deadline', '10s');

    expect(report.scan.status).toBe('partial');
    expect(report.scan.endedBy).toContain('deadline');
    expect([whole.exitCode, exitCode]).toEqual([0, 3]);
    const { calls, gaps } = report.coverage;
    expect(calls.ok).toBeGreaterThan(0);
    expect(calls.skipped).toBeGreaterThan(0);
    expect(calls.ok + calls.denied + calls.throttled + calls.failed + calls.skipped).toBe(
      calls.planned,
    );
    const cut = gaps.filter((gap) => gap.reason === 'deadline').map((gap) => gap.operation);
    expect(cut).toEqual(expect.arrayContaining(['DescribeVolumes', 'GetBucketPolicy']));
    expect(broken(whole.report, report)).toEqual([]);
  });

  it('--deadline that ends the list of Regions leaves findings of those that were chosen, and says that nothing of them was read', async () => {
    account().gate.setFaults([
      { kind: 'hang', match: { service: 'ec2', operation: 'DescribeRegions' } },
      { kind: 'hang', match: { service: 'account', operation: 'ListRegions' } },
    ]);
    const { report, exitCode } = await account().scan(
      ...['--region', 'eu-central-1', '--check', 'kms-key-rotation', '--deadline', '6s'],
    );

    expect(report.scan.regions).toEqual([]);
    expect(report.scan.skippedRegions).toContainEqual({
      region: 'eu-central-1',
      reason: 'no call there was answered',
    });
    expect(report.scan.status).toBe('partial');
    expect(exitCode).toBe(3);
    expect(report.findings.map((finding) => finding.outcome)).toEqual(['unknown']);
  });
});

function isOldKey({ check, outcome }: Report['findings'][number]): boolean {
  return check === 'iam-access-key-rotated' && outcome === 'fail';
}

function policyShape() {
  return { Statement: [{ Action: ['iam:GetAccountSummary'] }] };
}

/** Runs the built command line without an account; a report that finds something ends with 1. */
async function command(...args: readonly string[]): Promise<{ code: number; stdout: string }> {
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [program, ...args]);
    return { code: 0, stdout };
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'number')
      throw error;
    if (error.code === 2) throw error;
    return { code: error.code, stdout: '' };
  }
}

/** The operations that reached the emulator. */
function sentBy({ gate }: EmulatedAccount): string[] {
  const sent = gate.calls.list().map(({ service, operation }) => `${service}:${operation}`);
  return [...new Set(sent)];
}
