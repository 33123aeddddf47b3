/**
 * The archive as Lambda runs it: unpacked, behind the runtime API, by EventBridge's event and up to its deadline, over a
 * generated account and a bucket that refuses what S3 refuses. CI runs this on every Node that Lambda has.
 */
import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { generateAccount } from '../../bench/account/account.ts';
import { type Gate, startGate } from '../../emulator/gate.ts';
import type { Report } from '../../src/report/model.ts';
import { scheduledEvent } from '../support/eventbridge.ts';
import { type Invoked, type LambdaFunction, startFunction } from '../support/lambda-runtime.ts';
import { type ReportBucket, startReportBucket } from '../support/report-bucket.ts';
import { expectValid } from '../support/report-schema.ts';

const run = promisify(execFile);
const archive = fileURLToPath(new URL('../../dist/lambda.zip', import.meta.url));
/** Of the generated account, and of the function in it. */
const account = '123456789012';

// As everywhere: what needs Python is skipped where there is none, but not in CI.
const hasPython = spawnSync('python3', ['--version']).status === 0;

let folder: string;
let gate: Gate;
let bucket: ReportBucket;
const functions: LambdaFunction[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'srm-scan-lambda-runtime-'));
  if (hasPython) await run('python3', ['-m', 'zipfile', '-e', archive, folder]);
});
afterAll(() => rm(folder, { recursive: true, force: true }));
const today = new Date();
today.setUTCHours(0, 0, 0, 0);
const generated = generateAccount('145', today);
beforeEach(async () => {
  gate = await startGate({ upstream: generated.answer });
  bucket = await startReportBucket({ name: 'reports', owner: account, upstream: gate.endpoint });
});
afterEach(async () => {
  await Promise.all(functions.splice(0).map((each) => each.stop()));
  await bucket.close();
  await gate.close();
});

async function deploy(env: Readonly<Record<string, string>> = {}): Promise<LambdaFunction> {
  const started = await startFunction({
    folder,
    name: 'srm-scan',
    account,
    region: 'eu-central-1',
    env: {
      AWS_ENDPOINT_URL: bucket.endpoint,
      AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
      AWS_SECRET_ACCESS_KEY: 'x',
      REPORT_BUCKET: 'reports',
      REPORT_BUCKET_OWNER: account,
      ...env,
    },
  });
  functions.push(started);
  return started;
}

function reportUnder(prefix: string): Report {
  const found = [...bucket.objects].filter(
    ([key]) => key.startsWith(`${prefix}account=`) && key.endsWith('/report.json'),
  );
  expect(found).toHaveLength(1);
  const report: Report = JSON.parse(String(found[0]?.[1]));
  expectValid(report);
  return report;
}

/** Lines of the log that CloudWatch makes metrics of. */
function metricsIn(log: string): readonly Record<string, unknown>[] {
  const lines = log.split('\n').filter((line) => line.startsWith('{"_aws":'));
  return lines.map((line) => JSON.parse(line));
}

function messageOf(invoked: Invoked): unknown {
  return 'error' in invoked ? invoked.error : invoked;
}

describe.skipIf(!hasPython && !process.env['CI'])('the archive in Lambda', () => {
  it("F59: scans by EventBridge's own event, with the settings of the environment", async () => {
    const scanner = await deploy({
      REPORT_PREFIX: 'audits/',
      SCAN_SERVICES: 's3, iam',
      SCAN_REGIONS: 'eu-central-1',
      SCAN_RATE: '1',
      SCAN_FAIL_ON: 'none',
    });
    const invoked = await scanner.invoke(scheduledEvent('aws.events'), 300);

    expect(reportUnder('audits/').coverage.gaps).toEqual([]);
    const at = `audits/account=${account}/dt=${new Date().toISOString().slice(0, 10)}/`;
    const run = expect.stringMatching(
      new RegExp(
        `^s3://reports/${at}\\d{8}T\\d{6}Z-${invoked.requestId}/(report\\.(html|json)|(summary|manifest)\\.json)$`,
      ),
    );
    expect(invoked).toMatchObject({
      result: { account, status: 'complete', exitCode: 0, gaps: 0, reports: [run, run, run, run] },
    });
    const report = reportUnder('audits/');
    expect(report.scan.selection).toMatchObject({
      services: ['s3', 'iam'],
      regions: ['eu-central-1'],
    });
    expect([...bucket.objects.keys()].filter((key) => key.includes('//'))).toEqual([]);
    const [metrics] = metricsIn(scanner.log());
    expect(metrics).toMatchObject({ FunctionName: 'srm-scan', Scans: 1, PartialScans: 0 });
  });

  it('leaves a valid partial report where its deadline comes first, and counts it as one', async () => {
    const scanner = await deploy();
    gate.setLatency({ milliseconds: 4000 });
    // Of 38 seconds 30 are kept for the report.
    const invoked = await scanner.invoke(scheduledEvent('aws.scheduler'), 38);

    expect(invoked).toMatchObject({
      result: {
        status: 'partial',
        endedBy: 'the deadline was reached',
        reports: [{}, {}, {}, {}].map(() => expect.any(String)),
      },
    });
    const report = reportUnder('srm-scan/');
    expect(report.scan).toMatchObject({ status: 'partial', endedBy: 'the deadline was reached' });
    expect(report.coverage.gaps.map(({ reason }) => reason)).toContain('deadline');
    expect(report.summary.byOutcome.unknown).toBeGreaterThan(0);
    const html = [...bucket.objects.keys()].filter((key) => key.endsWith('/report.html'));
    expect(html).toHaveLength(1);
    expect(metricsIn(scanner.log())).toMatchObject([{ Scans: 1, PartialScans: 1 }]);
  });

  it('F70: no invocation has the keys of another, be it in the same second', async () => {
    const one = await deploy({ SCAN_CHECKS: 'iam-root-mfa' });
    const other = await deploy({ SCAN_CHECKS: 'iam-root-mfa' });
    const event = scheduledEvent('aws.events');
    const invoked = await Promise.all([one.invoke(event, 300), other.invoke(event, 300)]);
    invoked.push(await one.invoke(event, 300));

    expect(invoked.map((each) => 'result' in each)).toEqual([true, true, true]);
    // Of each a marker, two reports, the summary and the manifest.
    expect(bucket.objects.size).toBe(15);
    for (const { requestId } of invoked)
      expect([...bucket.objects.keys()].filter((key) => key.includes(requestId))).toHaveLength(5);
  });

  it('F70: refuses to begin without the time for a report, and calls nobody', async () => {
    const scanner = await deploy();
    const invoked = await scanner.invoke({}, 34);

    expect(messageOf(invoked)).toMatchObject({
      errorType: 'UserError',
      errorMessage: expect.stringMatching(/^the function has 3\d s left, and a scan needs 35 s/),
    });
    expect(bucket.objects.size).toBe(0);
    expect(gate.calls.list()).toEqual([]);
  });

  it('F70: stores a report though the answer to its first attempt is lost, and though S3 is busy', async () => {
    const scanner = await deploy({ SCAN_CHECKS: 'iam-root-mfa', REPORT_FORMATS: 'json' });
    bucket.loseAnswers(1);
    bucket.beBusy(2);
    const invoked = await scanner.invoke({}, 300);

    expect(invoked).toMatchObject({
      result: { status: 'complete', reports: [{}, {}, {}].map(() => expect.any(String)) },
    });
    expect(reportUnder('srm-scan/').checks.map(({ id }) => id)).toEqual(['iam-root-mfa']);
  });

  it.each([
    [
      'a bucket that is not there',
      { REPORT_BUCKET: 'no-reports' },
      /^cannot write s3:\/\/no-reports\/.*NoSuchBucket/,
    ],
    [
      'a bucket of somebody else',
      { REPORT_BUCKET_OWNER: '999999999999' },
      /must belong to account 999999999999/,
    ],
  ])('F61: finds %s before the scan', async (_, env, message) => {
    const scanner = await deploy(env);
    const invoked = await scanner.invoke(scheduledEvent('aws.events'), 300);

    expect(messageOf(invoked)).toMatchObject({
      errorType: 'UserError',
      errorMessage: expect.stringMatching(message),
    });
    expect(gate.calls.list()).toEqual([]);
    expect(metricsIn(scanner.log())).toEqual([]);
  });

  it('F59: refuses an event that is not for it, by name', async () => {
    const scanner = await deploy();
    const wrong = {
      ...scheduledEvent('aws.events'),
      source: 'aws.s3',
      'detail-type': 'Object Created',
    };
    expect(messageOf(await scanner.invoke(wrong, 300))).toMatchObject({
      errorMessage: expect.stringContaining('"Object Created" of aws.s3'),
    });
    expect(messageOf(await scanner.invoke({ service: ['s3'] }, 300))).toMatchObject({
      errorMessage: expect.stringMatching(
        /^unknown member of the event "service"\. Did you mean .*\bservices\?$/,
      ),
    });
  });
});
