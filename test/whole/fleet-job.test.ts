/** An organisation of 25 accounts, scanned by the state machine: the emulator interprets it, the archive's functions do the work. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import {
  CreateBucketCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutBucketVersioningCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import {
  EventBridgeClient,
  type EventBridgeClientConfig,
  PutRuleCommand,
  PutTargetsCommand,
} from '@aws-sdk/client-eventbridge';
import {
  CreateQueueCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SQSClient,
  type SQSClientConfig,
} from '@aws-sdk/client-sqs';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { eventShape } from '../../src/fleet/events.ts';
import { type FleetReport, fleetShape } from '../../src/fleet/model.ts';
import { runKeys } from '../../src/run/fleet-job/store.ts';
import { openDatabase } from '../support/duckdb.ts';
import { type EmulatedOrganization, startOrganization } from '../support/emulated-organization.ts';
import { runCli } from '../support/run-cli.ts';
import { type EmulatedMachine, kills, startMachine, type Step } from '../support/state-machine.ts';

const archive = fileURLToPath(new URL('../../dist/lambda.zip', import.meta.url));
const bucket = 'fleet-reports';
const told = z.looseObject({ run: z.string(), reports: z.array(z.string()) });

let org: EmulatedOrganization | undefined;
let machine: EmulatedMachine | undefined;
let s3: S3Client;
let folder: string;

const event = z.object({
  source: z.literal('srm-scan'),
  'detail-type': z.enum(['Account Scan Ended', 'Fleet Scan Ended']),
  detail: eventShape,
});
let events: () => Promise<readonly z.infer<typeof event>[]>;

/** A rule of a user's own, which takes every event into a queue. */
async function openQueue(config: SQSClientConfig & EventBridgeClientConfig) {
  const sqs = new SQSClient(config);
  const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: 'told' }));
  const { Attributes } = await sqs.send(
    new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn'] }),
  );
  const bridge = new EventBridgeClient(config);
  const EventPattern = JSON.stringify({ source: ['srm-scan'] });
  await bridge.send(new PutRuleCommand({ Name: 'told', EventPattern }));
  await bridge.send(
    new PutTargetsCommand({
      Rule: 'told',
      Targets: [{ Id: 'queue', Arn: Attributes?.['QueueArn'] }],
    }),
  );
  const schema: object = JSON.parse(readFileSync('docs/events.schema.json', 'utf8'));
  const ajv = new Ajv({ allErrors: true });
  addFormats.default(ajv);
  /** Those since the last time. */
  return async () => {
    const all: z.infer<typeof event>[] = [];
    for (;;) {
      const { Messages = [] } = await sqs.send(
        new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }),
      );
      if (Messages.length === 0) return all;
      for (const { Body = '', ReceiptHandle } of Messages) {
        await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
        const one = event.parse(JSON.parse(Body));
        expect(ajv.validate(schema, JSON.parse(Body).detail), ajv.errorsText()).toBe(true);
        all.push(one);
      }
    }
  };
}

beforeAll(async () => {
  org = await startOrganization();
  if (!org) return;
  const { gate, env } = org;
  const credentials = {
    accessKeyId: env['AWS_ACCESS_KEY_ID'] ?? '',
    secretAccessKey: env['AWS_SECRET_ACCESS_KEY'] ?? '',
  };
  const region = 'us-east-1';
  s3 = new S3Client({ endpoint: gate.endpoint, region, credentials, forcePathStyle: true });
  await s3.send(new CreateBucketCommand({ Bucket: bucket }));
  // As the template has it: it is scanned too, in the account where it is.
  await s3.send(
    new PutBucketVersioningCommand({
      Bucket: bucket,
      VersioningConfiguration: { Status: 'Enabled' },
    }),
  );
  events = await openQueue({ endpoint: gate.endpoint, region, credentials });
  folder = await mkdtemp(join(tmpdir(), 'srm-scan-fleet-zip-'));
  await promisify(execFile)('python3', ['-m', 'zipfile', '-e', archive, folder]);
  machine = await startMachine({
    endpoint: gate.endpoint,
    region,
    credentials,
    folder,
    account: org.management,
    atOnce: 3,
    // Of these 30 are kept for the report.
    seconds: 40,
    env: {
      ...env,
      REPORT_BUCKET: bucket,
      REPORT_PREFIX: 'audits',
      REPORT_FORMATS: 'json',
      FLEET_ROLE_NAME: 'srm-scan-read',
      FLEET_SEND_ROLE_NAME: 'srm-scan-send',
      FLEET_UNITS: '',
      FLEET_CONCURRENCY: '3',
      SCAN_EXTERNAL_ID: '42',
      SCAN_REGIONS: region,
      SCAN_CHECKS: 's3-bucket-versioning',
    },
  });
}, 400_000);
afterAll(async () => {
  await machine?.stop();
  await org?.stop();
  s3?.destroy();
  if (folder) await rm(folder, { recursive: true, force: true });
});

async function textOf(address: string): Promise<string> {
  const Key = address.replace(`s3://${bucket}/`, '');
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key }));
  return Body?.transformToString() ?? expect.unreachable();
}

/** Each key with the tag of what is in it. */
async function objects(): Promise<ReadonlyMap<string, string>> {
  const { Contents = [] } = await s3.send(
    new ListObjectsV2Command({ Bucket: bucket, Prefix: 'audits/fleet/' }),
  );
  return new Map(Contents.map(({ Key = '', ETag = '' }) => [Key, ETag]));
}

/** Keys of the table of findings, of one run. */
async function tableKeys(of: string): Promise<readonly string[]> {
  const { Contents = [] } = await s3.send(
    new ListObjectsV2Command({ Bucket: bucket, Prefix: 'audits/findings/' }),
  );
  return Contents.flatMap(({ Key = '' }) => (Key.endsWith(`/${of}.parquet`) ? [Key] : []));
}

/** What the functions of the step answered since the last time. */
function answersOf(step: Step): readonly unknown[] {
  const answers = machine?.invocations.filter((each) => each.step === step) ?? [];
  return answers.map(({ result }) => result);
}

/** An account of three buckets. */
function slowOf({ accounts }: EmulatedOrganization): string {
  return accounts[5] ?? '';
}

const of = z.looseObject({ account: z.string() });
const ownReport = z.looseObject({
  scan: z.looseObject({ parts: z.array(z.unknown()).optional() }),
  calls: z.array(z.looseObject({ id: z.string(), attempts: z.number() })),
  findings: z.array(z.unknown()),
});

/** The report of an account, by what its function answered. */
async function scanOf(result: unknown) {
  const { reports } = z.looseObject({ reports: z.array(z.string()) }).parse(result);
  const address = reports.find((each) => each.endsWith('.json'));
  return ownReport.parse(JSON.parse(await textOf(address ?? '')));
}

async function lastReport() {
  const { run, reports } = told.parse(answersOf('reportFleet').at(-1));
  const [page = '', data = ''] = reports;
  const report: FleetReport = fleetShape.parse(JSON.parse(await textOf(data)));
  return { run, page, data, report };
}

// One after the other: they are runs of one organisation.
describe.skipIf(process.env['NO_EMULATOR'] !== undefined)('the state machine', () => {
  let run = '';

  it('scans 22 of 25, and tells of each of the others why not', async () => {
    if (!org || !machine) return;
    // Where one bucket does not answer until its function has no more time.
    const slow = slowOf(org);
    const [unsent = ''] = org.accounts.filter(
      (id) => id !== slow && (org?.faulty.get(id) ?? 0) > 0,
    );
    org.gate.setFaults([
      ...org.faults,
      {
        kind: 'hang',
        match: { operation: 'GetBucketVersioning', input: `nwh-${slow}-1` },
        times: 1,
      },
      {
        kind: 'deny',
        match: {
          service: 'sts',
          operation: 'AssumeRole',
          input: `${unsent}%3Arole%2Fsrm-scan-send`,
        },
      },
    ]);
    org.gate.calls.reset();
    const ended = await machine.run({});
    expect(ended, ended.cause).toMatchObject({ status: 'FAILED', error: 'AccountsNotScanned' });

    const { page, data, report, ...last } = await lastReport();
    run = last.run;
    expect(run).toMatch(/^\d{8}T\d{6}Z$/);
    expect(report.totals).toMatchObject({
      accounts: 25,
      complete: 22,
      partial: 0,
      unscanned: 2,
      suspended: 1,
    });
    const reasons = new Map(report.unscanned.map((each) => [each.account, each]));
    expect(reasons.get(org.refusing)).toMatchObject({ reason: 'refused' });
    expect(reasons.get(org.refusing)?.cause).toContain(`${org.refusing}:role/srm-scan-read`);
    expect(reasons.get(org.silent)).toMatchObject({ reason: 'timed-out' });
    expect(reasons.get(org.silent)?.cause).toContain('the deadline was reached');
    for (const id of [org.refusing, org.silent])
      expect(reasons.get(id)?.cure).toContain(`start the state machine with {"run": "${run}"}`);
    expect(reasons.get(org.suspended)).toMatchObject({ reason: 'suspended' });

    for (const { id, bySeverity, report: path } of report.accounts) {
      expect(bySeverity.low, id).toBe(org.faulty.get(id));
      // Each links to its own report.
      const address = posix.join(posix.dirname(data.replace('s3://', '/')), path ?? '');
      const own = z
        .looseObject({ scan: z.looseObject({ account: z.looseObject({ id: z.string() }) }) })
        .parse(JSON.parse(await textOf(address.replace(/^\//, 's3://'))));
      expect(own.scan.account.id).toBe(id);
    }
    expect(await textOf(page)).toMatch(/^<!doctype html>[^]*<\/html>\s*$/i);

    const ends = await events();
    const ofAccounts = ends.flatMap(({ detail }) => ('account' in detail ? [detail] : []));
    const byAccount = new Map(ofAccounts.map((each) => [each.account, each]));
    expect(ofAccounts).toHaveLength(24);
    expect(byAccount.size).toBe(24);
    for (const { id, status, bySeverity } of report.accounts)
      expect(byAccount.get(id)).toMatchObject({ run, result: status, bySeverity });
    expect(byAccount.get(org.refusing)).toMatchObject({ result: 'refused', reports: [] });
    expect(byAccount.get(org.silent)).toMatchObject({ result: 'timed-out', reports: [] });
    expect(byAccount.get(org.management)?.reports.join(' ')).toContain('report.json');
    expect(ends.flatMap(({ detail }) => ('accounts' in detail ? [detail] : []))).toEqual([
      expect.objectContaining({
        run,
        accounts: 25,
        complete: 22,
        unscanned: 2,
        unsent: 1,
        reports: [page, data, data.replace('fleet.json', 'manifest.json')],
      }),
    ]);

    // Failures went to the Security Hub of their own account; where no role sends them, that is told, and is no fault of the scan.
    for (const { id, sent } of report.accounts) {
      const told = { imported: id === unsent ? 0 : org.faulty.get(id), refused: 0 };
      expect(sent, id).toMatchObject(told);
      expect(byAccount.get(id)?.sent).toEqual(sent);
      expect(sent?.why ?? '').toMatch(id === unsent ? /none came from STS.*srm-scan-send/ : /^$/);
    }

    // What the report counts is what the scans sent. Besides, the functions read the organisation (and the Regions of its
    // management account), assume a role in each account, and read and write their own objects.
    const { requests } = report;
    const counts = org.gate.calls.counts();
    const sent = (...operations: readonly string[]) =>
      operations.reduce((sum, name) => sum + (counts[name] ?? 0), 0);
    expect(requests).toEqual({
      account: sent('account:ListRegions') - 1,
      s3: sent('s3:ListBuckets', 's3:GetBucketVersioning'),
      sts: sent('sts:GetCallerIdentity'),
    });
    const roles = org.gate.calls.list().filter(({ operation }) => operation === 'AssumeRole');
    // To read each, and to send the findings of each that was read.
    expect(new Set(roles.map(({ inputHash }) => inputHash)).size).toBe(24 + 22);
    expect(
      Object.keys(counts)
        .filter((name) => /^(account|s3|sts):/.test(name))
        .toSorted(),
    ).toEqual([
      'account:ListRegions',
      's3:GetBucketVersioning',
      's3:GetObject',
      's3:ListBuckets',
      's3:ListObjectsV2',
      's3:PutObject',
      'sts:AssumeRole',
      'sts:GetCallerIdentity',
    ]);
  }, 120_000);

  it('had another function go on where the time of one was not enough, as if one had read all', async () => {
    if (!org || !machine) return;
    const slow = slowOf(org);
    const both = machine.invocations.filter(
      ({ step, input }) => step === 'scanAccount' && of.parse(input).account === slow,
    );
    const next = { run, account: slow, reading: { id: expect.any(String), part: 2 } };
    expect(both).toEqual([
      expect.objectContaining({
        input: { run, account: slow },
        result: { account: slow, result: 'goes on', next },
      }),
      expect.objectContaining({ input: next, result: expect.objectContaining({ account: slow }) }),
    ]);
    const inParts = await scanOf(both[1]?.result);
    expect(inParts.scan).toMatchObject({ status: 'complete', parts: [{ calls: 6 }, { calls: 1 }] });
    const asked = inParts.calls.map(({ id, attempts }) => [id, attempts]);
    expect(asked.filter(([, attempts]) => attempts !== 1)).toEqual([
      [expect.stringContaining('s3:GetBucketVersioning@'), 2],
    ]);

    const once = await machine.invoke('scanAccount', { run: '20991229T000000Z', account: slow });
    const atOnce = await scanOf(z.object({ result: z.unknown() }).parse(once).result);
    expect(atOnce.scan.parts).toBeUndefined();
    expect(inParts.findings).toEqual(atOnce.findings);
  }, 60_000);

  it('tells of an account whose later function got no credentials as not scanned, and scans it again', async () => {
    if (!org || !machine) return;
    const account = slowOf(org);
    const again = { run: '20991227T000000Z', account };
    const goesOn = z.object({ result: z.object({ result: z.string(), next: z.unknown() }) });
    const bucketCall = { operation: 'GetBucketVersioning', input: `nwh-${account}-1` };
    org.gate.setFaults([{ kind: 'hang', match: bucketCall, times: 1 }]);
    const { result } = goesOn.parse(await machine.invoke('scanAccount', again));
    expect(result.result).toBe('goes on');
    const role = { service: 'sts', operation: 'AssumeRole', input: `${account}%3Arole%2F` };
    org.gate.setFaults([{ kind: 'deny', match: role }]);
    expect(await machine.invoke('scanAccount', result.next)).toMatchObject({
      result: {
        result: 'refused',
        cause: expect.stringMatching(/^part 2 of the reading got no further: .*AccessDenied/),
      },
    });
    const left = [...(await objects()).keys()].filter((key) => key.includes(again.run));
    expect(left.filter((key) => key.includes('/unscanned/'))).toHaveLength(1);
    expect(left.filter((key) => key.endsWith('/summary.json'))).toEqual([]);
    org.gate.setFaults([]);
    expect(await machine.invoke('scanAccount', again)).toMatchObject({
      result: { account, result: 'complete' },
    });
  }, 60_000);

  it('goes on from nothing that was changed, and tells of a function that ended within', async () => {
    if (!org || !machine) return;
    const account = slowOf(org);
    const run = '20991228T000000Z';
    const partOf = async (id: string, part: number, Body: string) =>
      s3.send(
        new PutObjectCommand({
          Bucket: bucket,
          Key: runKeys('audits', run).part(account, id, part),
          Body,
        }),
      );
    const goOn = (id: string, fault?: object) =>
      machine?.invoke('scanAccount', {
        run,
        account,
        reading: { id, part: 2 },
        ...(fault && { fault }),
      });
    await partOf('broken', 1, 'no evidence');
    expect(await goOn('broken')).toMatchObject({
      result: {
        result: 'failed',
        cause: expect.stringMatching(/broken\/1\.ndjson\.gz: it is not/),
      },
    });
    expect(await goOn('killed', { Error: 'Sandbox.Timedout', Cause: '' })).toMatchObject({
      result: { result: 'timed-out' },
    });
    // Its own part is there: it was ended before its answer came through.
    await partOf('again', 2, 'whatever');
    expect(await goOn('again')).toMatchObject({
      result: { result: 'goes on', next: { reading: { id: 'again', part: 3 } } },
    });
  }, 60_000);

  it('leaves the findings of each scanned account once, as a part of one table', async () => {
    if (!org) return;
    const { report } = await lastReport();
    const keys = await tableKeys(run);
    const day = run.replace(/^(....)(..)(..).*$/, '$1-$2-$3');
    expect(keys).toEqual(
      report.accounts
        .map(({ id }) => `audits/findings/date=${day}/account=${id}/${run}.parquet`)
        .toSorted(),
    );
    const database = await openDatabase();
    for (const key of keys) {
      const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
      const path = join(folder, key.replaceAll('/', '_'));
      await writeFile(path, (await Body?.transformToByteArray()) ?? '');
    }
    const rows = await database.query(
      `SELECT account, count(*)::int AS fails FROM read_parquet('${folder}/*.parquet')
       WHERE outcome = 'fail' AND severity = 'low' GROUP BY account`,
    );
    database.close();
    const fails = new Map(rows.map((row) => [row['account'], row['fails']]));
    for (const { id } of report.accounts) expect(fails.get(id) ?? 0, id).toBe(org.faulty.get(id));
  });

  it('started again with the same run, scans what is missing alone, and changes nothing that was right', async () => {
    if (!org || !machine) return;
    const before = await objects();
    machine.invocations.length = 0;
    org.gate.setFaults([]);
    const ended = await machine.run({ run });
    expect(ended, ended.cause).toMatchObject({ status: 'SUCCEEDED' });

    const scanned = z
      .array(z.object({ account: z.string(), result: z.string() }))
      .parse(answersOf('scanAccount'))
      .filter(({ result }) => result !== 'already scanned');
    expect(scanned.toSorted((a, b) => (a.account < b.account ? -1 : 1))).toEqual(
      [org.refusing, org.silent].toSorted().map((account) => ({ account, result: 'complete' })),
    );
    const { report } = await lastReport();
    expect(report.totals).toMatchObject({ accounts: 25, complete: 24, unscanned: 0, suspended: 1 });
    // Those that were told are not told again.
    const ends = await events();
    expect(
      ends.flatMap(({ detail }) => ('account' in detail ? [detail.account] : [])).toSorted(),
    ).toEqual([org.refusing, org.silent].toSorted());
    expect(ends).toHaveLength(3);
    const after = await objects();
    for (const [key, tag] of before) expect(after.get(key), key).toBe(tag);
  }, 120_000);

  it('binds each report to what it was made of, as can be told where all of it was copied to', async () => {
    const path = await mkdtemp(join(tmpdir(), 'srm-scan-copied-'));
    const base = `audits/fleet/run=${run}/`;
    const keys = [...(await objects()).keys()].filter((key) => key.startsWith(base));
    for (const key of keys) {
      const place = join(path, key.slice(base.length));
      await mkdir(dirname(place), { recursive: true });
      const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
      await writeFile(place, (await Body?.transformToByteArray()) ?? expect.unreachable());
    }
    const reports = (await readdir(join(path, 'report'))).toSorted();
    expect(reports).toHaveLength(2);
    const [first = '', last = ''] = reports.map((name) => join(path, 'report', name));
    const { code, stdout, stderr } = await runCli(['verify', last]);
    expect({ code, stderr }, stdout).toEqual({ code: 0, stderr: '' });
    const unread = await runCli(['verify', path]);
    expect(unread.stderr).toContain(`such as ${last}`);
    // Those that were scanned since are in no report of before.
    expect((await runCli(['verify', first])).stdout).toMatch(
      /^\.\.\/\.\.\/account=\d{12}\/.+ was added: the manifest does not have it$/m,
    );
    const summary = `account=${org?.management}/summary.json`;
    await writeFile(join(path, summary), '{}');
    const { stdout: changed } = await runCli(['verify', last]);
    expect(changed).toMatch(/^\S+ was changed: 2 bytes, and it had \d+\n$/);
    expect(changed).toContain(`../../${summary} `);
    await rm(path, { recursive: true });
  });

  it('tells what changed since the run before, and of functions that were killed', async () => {
    if (!org || !machine) return;
    const { management, accounts } = org;
    await s3.send(new CreateBucketCommand({ Bucket: `nwh-${management}-new` }));
    const [late = '', heavy = ''] = [accounts[3], accounts[4]];
    machine.killed.set(late, { error: kills.timeout, when: async () => {} });
    // Between its reports and its summary.
    org.gate.setFaults([
      { kind: 'hang', match: { operation: 'PutObject', input: `account%3D${heavy}/summary.json` } },
    ]);
    const begun = new Set((await objects()).keys());
    const hasReport = async () => {
      const keys = [...(await objects()).keys()].filter((key) => !begun.has(key));
      return keys.some((key) => key.includes(`account=${heavy}/`) && key.endsWith('manifest.json'));
    };
    const whenReported = async () => {
      while (!(await hasReport())) await sleep(50);
    };
    machine.killed.set(heavy, { error: kills.exit, when: whenReported });
    const ended = await machine.run({});
    expect(ended, ended.cause).toMatchObject({ status: 'FAILED', error: 'AccountsNotScanned' });

    const { run: second, report } = await lastReport();
    expect(report.totals).toMatchObject({ accounts: 25, complete: 22, unscanned: 2, suspended: 1 });
    const reasons = new Map(report.unscanned.map((each) => [each.account, each]));
    expect(reasons.get(late)).toMatchObject({
      reason: 'timed-out',
      cause: expect.stringContaining(
        'Sandbox.Timedout: Error: Task timed out after 900.00 seconds',
      ),
    });
    expect(reasons.get(heavy)).toMatchObject({
      reason: 'failed',
      cause: expect.stringContaining('Runtime.ExitError: Error: Runtime exited with error'),
    });
    const low = [...org.faulty]
      .filter(([id]) => ![late, heavy, org?.suspended].includes(id))
      .reduce((sum, [, count]) => sum + count, 0);
    expect(report.trend).toMatchObject({
      alike: true,
      newAccounts: [],
      goneAccounts: [],
      noLongerScanned: [late, heavy].toSorted(),
      worse: [management],
      better: [],
      failures: { low: { from: low, to: low + 1 } },
    });

    org.gate.setFaults([]);
    const again = await machine.run({ run: second });
    expect(again, again.cause).toMatchObject({ status: 'SUCCEEDED' });
    const { report: whole } = await lastReport();
    expect(whole.totals).toMatchObject({ complete: 24, unscanned: 0, suspended: 1 });
    expect(whole.trend).toMatchObject({ noLongerScanned: [], worse: [management] });
    expect((await events()).map(({ detail }) => detail)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ run: second, account: late, result: 'timed-out' }),
        expect.objectContaining({ run: second, account: heavy, result: 'failed' }),
        expect.objectContaining({ run: second, account: heavy, result: 'complete' }),
        expect.objectContaining({ run: second, unscanned: 0, worse: 1, better: 0 }),
      ]),
    );
  }, 180_000);

  it('names the external id with each role', async () => {
    if (!org || !machine) return;
    const account = org.accounts[1] ?? '';
    org.gate.setFaults([
      { kind: 'deny', match: { service: 'sts', operation: 'AssumeRole', input: 'ExternalId=42' } },
    ]);
    const invoked = await machine.invoke('scanAccount', { run: '20991230T000000Z', account });
    org.gate.setFaults([]);
    expect(invoked).toMatchObject({ result: { account, result: 'refused' } });
  }, 60_000);

  it('leaves one result of an account that is scanned twice at once', async () => {
    if (!org || !machine) return;
    const next = '20991231T000000Z';
    const input = { run: next, account: org.management };
    const both = await Promise.all([1, 2].map(async () => machine?.invoke('scanAccount', input)));
    const results = both.map((each) => z.object({ result: z.looseObject({}) }).parse(each).result);
    expect(results.map(({ result }) => String(result)).toSorted()).toEqual([
      'already scanned',
      'complete',
    ]);
    // One that was ended after its last write has scanned it all the same, which is told then.
    const fault = { Error: 'States.Timeout', Cause: '' };
    expect(await machine.invoke('scanAccount', { ...input, fault })).toMatchObject({
      result: {
        account: org.management,
        result: 'complete',
        reports: expect.arrayContaining([
          expect.stringMatching(/^s3:\/\/fleet-reports\/audits\/.*\/report\.json$/),
        ]),
      },
    });
    const summaries = [...(await objects()).keys()].filter((key) =>
      key.endsWith(`run=${next}/account=${org?.management}/summary.json`),
    );
    expect(summaries).toHaveLength(1);
  }, 60_000);

  it('begins a run whose list an earlier try did not come to', async () => {
    if (!machine) return;
    const run = '20991230T000000Z';
    // AWS never lets it be overwritten.
    const Key = `audits/fleet/run=${run}/organization.json`;
    await s3.send(new PutObjectCommand({ Bucket: bucket, Key, Body: '{}' }));
    const begun = await machine.invoke('listAccounts', {
      input: {},
      startedAt: '2099-12-30T00:00:00Z',
    });
    expect(begun).toMatchObject({ result: { run } });
    expect(await textOf(`s3://${bucket}/${Key}`)).toBe('{}');
  }, 60_000);

  it('goes on with no run that was never begun', async () => {
    if (!machine) return;
    const ended = await machine.run({ run: '20200101T000000Z' });
    expect(ended.status).toBe('FAILED');
    const refused = await machine.invoke('listAccounts', {
      input: { run: 'yesterday' },
      startedAt: new Date().toISOString(),
    });
    expect(refused).toMatchObject({
      error: {
        errorMessage: expect.stringMatching(/^input\.run: write the name of an earlier run/),
      },
    });
  }, 60_000);
});
