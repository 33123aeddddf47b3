/** An organisation of 25 accounts, scanned by the built command line over HTTP: what goes wrong with some stops no other. */
import type { ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { requestsOfRun } from '../../bench/organization/calls.ts';
import { type FleetReport, fleetShape } from '../../src/fleet/model.ts';
import { type EmulatedOrganization, startOrganization } from '../support/emulated-organization.ts';
import { runCli, temporaryFolder } from '../support/run-cli.ts';
import { writeKeys } from '../support/signing-keys.ts';

const emulated = await startOrganization();
let folder: ReturnType<typeof temporaryFolder>;

afterAll(async () => emulated?.stop());
beforeEach(() => {
  folder = temporaryFolder();
  emulated?.gate.setFaults([]);
  emulated?.gate.setLatency({ milliseconds: 0 });
  emulated?.gate.calls.reset();
});
afterEach(() => folder.remove());

const selected = ['--region', 'us-east-1', '--check', 's3-bucket-versioning', '--format', 'json'];

function given(): EmulatedOrganization {
  if (!emulated) throw new Error('there is no organisation');
  return emulated;
}

const scan = (args: readonly string[], options: Parameters<typeof runCli>[1] = {}) =>
  runCli([...args, ...selected], { env: given().env, ...options });
const into = (...args: readonly string[]) => scan([...args, '--output', folder.path]);

/** The one folder of a run over many accounts. */
function runFolder(): string {
  const [name = ''] = readdirSync(folder.path).filter((each) => each.startsWith('fleet-'));
  return join(folder.path, name);
}
const reportIn = (path: string): FleetReport =>
  fleetShape.parse(JSON.parse(readFileSync(join(path, 'fleet.json'), 'utf8')));

const scannedFolders = (path: string) => readdirSync(path).filter((name) => /^\d{12}-/.test(name));

/** Sends the signal when so many accounts are scanned. */
function killWhen(child: ChildProcess, signal: NodeJS.Signals, scanned: number): void {
  const watch = setInterval(() => {
    if (child.exitCode !== null || child.signalCode !== null) {
      clearInterval(watch);
      return;
    }
    const hasBegun = readdirSync(folder.path).some((each) => each.startsWith('fleet-'));
    if (!hasBegun || scannedFolders(runFolder()).length < scanned) return;
    clearInterval(watch);
    child.kill(signal);
  }, 50);
}

/** What is told of the accounts, without the moments. */
function timeless({ fleet: _moments, accounts, organization, ...report }: FleetReport) {
  const told = accounts.map(
    ({ startedAt: _began, finishedAt: _ended, report: path, ...account }) => ({
      ...account,
      report: path?.replace(/-\d{4}-.*Z/, ''),
    }),
  );
  return { ...report, accounts: told, organization: { ...organization, readAt: '' } };
}

function sentByService({ gate }: EmulatedOrganization): Record<string, number> {
  const sent: Record<string, number> = {};
  for (const { service } of gate.calls.list()) sent[service] = (sent[service] ?? 0) + 1;
  return sent;
}

const sumOf = (numbers: Readonly<Record<string, number>>) =>
  Object.values(numbers).reduce((sum, number) => sum + number, 0);

const countOf = (name: string) => given().gate.calls.counts()[name] ?? 0;

// One after the other: they share the gate.
describe.skipIf(!emulated)('srm-scan --org', () => {
  it('scans 22 of 25, and tells of each of the others why not; --resume scans those alone', async () => {
    const org = given();
    org.gate.setFaults(org.faults);
    const { code, stdout, stderr } = await into(
      '--org',
      '--parallel',
      '8',
      '--deadline',
      '40s',
      '--external-id',
      '42',
    );
    expect(code, stderr).toBe(3);
    const path = runFolder();
    const first = reportIn(path);
    expect(first.totals).toMatchObject({
      accounts: 25,
      complete: 22,
      partial: 0,
      unscanned: 2,
      suspended: 1,
    });
    const reasons = new Map(first.unscanned.map((each) => [each.account, each]));
    expect(reasons.get(org.refusing)).toMatchObject({ reason: 'refused' });
    expect(reasons.get(org.refusing)?.cause).toContain(`${org.refusing}:role/srm-scan-read`);
    expect(reasons.get(org.silent)).toMatchObject({
      reason: 'timed-out',
      cause: 'the deadline was reached',
    });
    expect(reasons.get(org.suspended)).toMatchObject({ reason: 'suspended' });
    for (const { cure } of first.unscanned) expect(cure).not.toBe('');

    for (const { id, bySeverity, report } of first.accounts) {
      const faulty = org.faulty.get(id);
      expect(bySeverity.low, id).toBe(faulty);
      expect(statSync(join(path, report ?? '')).isFile()).toBe(true);
    }
    expect(stdout).toContain('2 could not be scanned; 1 is suspended and left out');
    for (const line of stdout.split('\n')) {
      if (!line.includes(path)) expect(line.length).toBeLessThanOrEqual(80);
    }
    expect(readdirSync(path).filter((name) => name.endsWith('.part') || name === 'latest')).toEqual(
      [],
    );

    // What the reports count is what was sent, by account and service; the run adds who it is, the list, and a role for each
    // account but its own. The cost model counts the same.
    const roles = org.gate.calls.list().filter(({ operation }) => operation === 'AssumeRole');
    const asked = new Set(roles.map(({ inputHash }) => inputHash));
    expect(asked.size).toBe(23);
    const counted = sentByService(org);
    // Nobody answered for one of them, and it was asked for again.
    counted['sts'] = (counted['sts'] ?? 0) - roles.length + asked.size;
    const { requests: scans } = first;
    const organization = first.organization?.requests;
    const run = { scans, listed: 25, roles: 23, asksWho: true, organization };
    expect(requestsOfRun(run)).toEqual(counted);
    for (const { id, requests, requestsByService = {} } of first.accounts) {
      expect(sumOf(requestsByService), id).toBe(requests);
    }
    expect(sumOf(scans)).toBe(first.accounts.reduce((sum, { requests }) => sum + requests, 0));
    expect(stdout).toContain(`Requests sent: ${sumOf(scans)}. By service: s3 ${scans['s3']}`);

    // What the organisation decides is judged once, and no call for it is sent twice.
    expect(first.organization).toMatchObject({ managementAccount: org.management });
    const bounds = first.organization?.bounds ?? [];
    const below = bounds.filter(({ scps }) => scps.includes(org.unit.policy));
    expect(below.flatMap(({ accounts }) => accounts).toSorted()).toEqual(
      org.unit.accounts.filter((id) => id !== org.suspended).toSorted(),
    );
    const leaving = first.organization?.judgements.find(
      ({ id }) => id === 'organization-scp-leave',
    );
    expect(leaving?.outcome).toBe('fail');
    for (const { accounts, guards, isManagement } of bounds) {
      const isFree = guards['organization-scp-leave'] === 'not-denied';
      expect(isFree && !isManagement, accounts.join()).toBe(
        accounts.every((id) => leaving?.accounts.includes(id)),
      );
    }
    const once = org.gate.calls.list().filter(({ service }) => service === 'organizations');
    expect(new Set(once.map(({ operation, inputHash }) => operation + inputHash)).size).toBe(
      once.length,
    );

    org.gate.setFaults([]);
    org.gate.calls.reset();
    const before = scannedFolders(path);

    // What was kept of the organisation and changed since is refused before any account is asked.
    const kept = join(path, 'organization.json');
    const reading = readFileSync(kept, 'utf8');
    writeFileSync(kept, '{}');
    const refused = await scan(['--resume', path, '--external-id', '42']);
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused.stderr).toContain('organization.json: it is not what srm-scan wrote there');
    expect(countOf('sts:AssumeRole')).toBe(0);
    writeFileSync(kept, reading);
    org.gate.calls.reset();

    const resumed = await scan(['--resume', path, '--external-id', '42']);
    expect(resumed.code, resumed.stderr).toBe(0);
    expect(countOf('sts:AssumeRole')).toBe(2);
    const second = reportIn(path);
    expect(second.totals).toMatchObject({ accounts: 25, complete: 24, unscanned: 0, suspended: 1 });
    expect(scannedFolders(path)).toEqual(expect.arrayContaining(before));
    expect(scannedFolders(path)).toHaveLength(24);

    org.gate.calls.reset();
    expect((await scan(['--resume', path, '--external-id', '42'])).code).toBe(0);
    expect(countOf('sts:AssumeRole')).toBe(0);
    expect(timeless(reportIn(path))).toEqual(timeless(second));
    const { code: verified, stdout: vouched } = await runCli(['verify', path]);
    expect(verified, vouched).toBe(0);
    expect(vouched).toContain('Accounts: 25, of which 24 complete');
  }, 300_000);

  it('killed half-way and resumed, gives the report of a run that was not', async () => {
    const org = given();
    const whole = temporaryFolder();
    await scan(['--org', '--output', whole.path]);
    const [name = ''] = readdirSync(whole.path).filter((each) => each.startsWith('fleet-'));
    const uninterrupted = reportIn(join(whole.path, name));
    whole.remove();

    org.gate.setLatency({ milliseconds: 150 });
    await scan(['--org', '--parallel', '2', '--output', folder.path], {
      env: org.env,
      started: (child) => killWhen(child, 'SIGKILL', 5),
    });
    org.gate.setLatency({ milliseconds: 0 });
    const path = runFolder();
    const done = scannedFolders(path).length;
    expect(done).toBeGreaterThanOrEqual(5);
    expect(done).toBeLessThan(24);
    expect(readdirSync(path)).not.toContain('fleet.json');
    expect(readdirSync(path)).not.toContain('manifest.json');

    // What is there can be told of before it is gone on with, and who is missing is named.
    expect((await runCli(['fleet', path])).code).toBe(3);
    expect(reportIn(path).unscanned.filter(({ reason }) => reason === 'not-reached')).toHaveLength(
      24 - done,
    );
    org.gate.calls.reset();
    expect((await runCli(['verify', path])).code).toBe(0);
    const key = writeKeys(folder.path, 'owner');
    const { code, stderr } = await scan(['--resume', path, '--sign', `file:${key.key}`]);
    expect(code, stderr).toBe(0);
    expect(scannedFolders(path)).toHaveLength(24);
    expect((await runCli(['verify', path, '--key', key.pub])).code).toBe(0);
    const texts = () =>
      ['manifest.json', 'manifest.dsse.json'].map((name) => readFileSync(join(path, name), 'utf8'));
    const before = texts();
    expect((await scan(['--resume', path, '--sign', `file:${key.key}`])).code).toBe(0);
    expect(texts()).toEqual(before);
    expect(timeless(reportIn(path))).toEqual(timeless(uninterrupted));
  }, 300_000);

  it('ends at Ctrl-C with the report of what is there', async () => {
    const org = given();
    org.gate.setLatency({ milliseconds: 200 });
    const { code, stderr } = await scan(['--org', '--parallel', '2', '--output', folder.path], {
      env: org.env,
      started: (child) => killWhen(child, 'SIGINT', 2),
    });
    expect(code, stderr).toBe(3);
    const { totals, unscanned } = reportIn(runFolder());
    expect(totals.complete).toBeGreaterThanOrEqual(2);
    expect(totals.complete + totals.partial + totals.unscanned).toBe(24);
    expect(unscanned.filter(({ reason }) => reason === 'not-reached').length).toBeGreaterThan(10);
    expect(stderr).toContain(`--resume ${runFolder()}`);
  }, 120_000);

  it('takes those below a unit, or of a file, and refuses to go on with something else', async () => {
    const org = given();
    const { unit, accounts, suspended, management } = org;
    await into('--ou', unit.id);
    const below = unit.accounts.filter((id) => id !== suspended).toSorted();
    expect(
      reportIn(runFolder())
        .accounts.map(({ id }) => id)
        .toSorted(),
    ).toEqual(below);

    const other = await runCli(
      ['--resume', runFolder(), '--region', 'us-east-1', '--check', 's3-bucket-default-encryption'],
      { env: org.env },
    );
    expect(other).toMatchObject({ code: 2, stdout: '' });
    expect(other.stderr).toContain('was begun for other checks');

    const list = join(folder.path, 'accounts.txt');
    writeFileSync(list, `# two\n${management}\n${accounts[1] ?? ''} # team-1\n`);
    const named = temporaryFolder();
    await scan(['--accounts', list, '--output', named.path]);
    const [name = ''] = readdirSync(named.path).filter((each) => each.startsWith('fleet-'));
    const report = reportIn(join(named.path, name));
    expect(report.accounts.map(({ id }) => id).toSorted()).toEqual(
      [management, accounts[1] ?? ''].toSorted(),
    );
    named.remove();
  }, 120_000);

  it('writes nothing where the accounts cannot be listed', async () => {
    const org = given();
    org.gate.setFaults([{ kind: 'deny', match: { service: 'organizations' } }]);
    const { code, stderr, stdout } = await into('--org');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('the accounts of the organisation cannot be listed: AccessDenied');
    expect(stderr).toContain('srm-scan policy --org');
    expect(readdirSync(folder.path)).toEqual([]);
  });

  it('holds the rates of each account while eight are scanned at once', async () => {
    const org = given();
    const eight = org.accounts.filter((id) => id !== org.suspended).slice(0, 8);
    for (const account of eight) await org.plantTopics(account, 40);
    const list = join(folder.path, 'accounts.json');
    writeFileSync(list, JSON.stringify(eight));
    org.gate.calls.reset();
    const ran = await runCli(
      [
        '--accounts',
        list,
        '--parallel',
        '8',
        '--region',
        'us-east-1',
        '--service',
        'sns',
        '--output',
        folder.path,
      ],
      { env: org.env },
    );
    expect([0, 1, 3], ran.stderr).toContain(ran.code);
    const calls = org.gate.calls
      .list()
      .filter(({ operation }) => operation === 'GetTopicAttributes')
      .map(({ accessKeyId, at }) => ({ accessKeyId, at }));
    expect(calls).toHaveLength(8 * 40);
    const keys = new Set(calls.map(({ accessKeyId }) => accessKeyId));
    expect(keys.size).toBe(8);
    for (const key of keys) {
      // SNS endpoints and quotas: 30 a second, of which half is used; a burst as large comes before.
      const times = calls.filter(({ accessKeyId }) => accessKeyId === key).map(({ at }) => at);
      expect(mostWithin(1000, times), key).toBeLessThanOrEqual(30 + 2);
    }
    // Together they were faster than one may be: none waited for the rate of another.
    expect(
      mostWithin(
        1000,
        calls.map(({ at }) => at),
      ),
    ).toBeGreaterThan(40);
  }, 180_000);
});

/** The most of the moments that lie within so many milliseconds. */
function mostWithin(milliseconds: number, moments: readonly number[]): number {
  const sorted = moments.toSorted((a, b) => a - b);
  let from = 0;
  let most = 0;
  for (const [to, moment] of sorted.entries()) {
    while (moment - (sorted[from] ?? moment) >= milliseconds) from += 1;
    most = Math.max(most, to - from + 1);
  }
  return most;
}
