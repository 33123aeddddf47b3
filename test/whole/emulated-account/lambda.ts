/** The Lambda handler, with S3 and the scanned account in the emulator. */
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { CreateBucketCommand, GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { UserError } from '../../../src/text/user-error.ts';
import { handler } from '../../../src/lambda.ts';
import type { Report } from '../../../src/report/model.ts';
import { scheduledEvent } from '../../support/eventbridge.ts';
import { type Invoked, startFunction } from '../../support/lambda-runtime.ts';
import { expectValid } from '../../support/report-schema.ts';
import { account } from './account.ts';

const bucket = 'srm-scan-reports';
const archive = fileURLToPath(new URL('../../../dist/lambda.zip', import.meta.url));
const Reported = z.object({ reports: z.array(z.string()) });
/** An invocation with this many milliseconds left. */
const context = (left: number) => ({
  awsRequestId: randomUUID(),
  functionName: 'srm-scan',
  invokedFunctionArn: 'arn:aws:lambda:eu-central-1:123456789012:function:srm-scan',
  getRemainingTimeInMillis: () => left,
});
const quarterOfAnHour = context(900_000);

describe.skipIf(!account)('the Lambda handler', () => {
  let s3: S3Client;

  beforeAll(async () => {
    vi.stubEnv('HOME', tmpdir());
    vi.stubEnv('AWS_ENDPOINT_URL', account?.gate.endpoint);
    vi.stubEnv('AWS_REGION', 'eu-central-1');
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIAIOSFODNN7EXAMPLE');
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'not-a-secret');
    vi.stubEnv('AWS_PROFILE', undefined);
    s3 = new S3Client({ forcePathStyle: true });
    await s3.send(
      new CreateBucketCommand({
        Bucket: bucket,
        CreateBucketConfiguration: { LocationConstraint: 'eu-central-1' },
      }),
    );
  });
  afterAll(() => {
    s3?.destroy();
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
  });
  beforeEach(() => {
    vi.stubEnv('REPORT_BUCKET', undefined);
    // The line for CloudWatch.
    vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    account?.gate.setFaults([]);
    account?.gate.calls.reset();
  });

  async function readObject(address: string): Promise<string> {
    const { hostname, pathname } = new URL(address);
    const Key = decodeURIComponent(pathname.slice(1));
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: hostname, Key }));
    return Body?.transformToString() ?? expect.unreachable();
  }

  it('scans what the event selects and puts every report into the bucket', async () => {
    const event = {
      bucket,
      prefix: 'audits/2026',
      services: ['s3'],
      regions: ['eu-central-1'],
      settings: ['s3-bucket-in-approved-region.approvedRegions=eu-central-1'],
    };
    const result = await handler(event, quarterOfAnHour);

    expect(result.status).toBe('complete');
    expect(result.gaps).toBe(0);
    expect(result.account).toBe('123456789012');
    expect(result.exitCode).toBe(1);
    const names = result.reports.map((address) => address.replace(/^.*\//, ''));
    expect(names.toSorted()).toEqual([
      'manifest.json',
      'report.html',
      'report.json',
      'summary.json',
    ]);
    for (const address of result.reports)
      expect(address).toMatch(
        /^s3:\/\/srm-scan-reports\/audits\/2026\/account=123456789012\/dt=\d{4}-\d\d-\d\d\//,
      );

    const json = result.reports.find((address) => address.endsWith('.json')) ?? '';
    const report: Report = JSON.parse(await readObject(json));
    expect(report.summary).toEqual(result.summary);
    expect(report.scan.regions).toEqual(['eu-central-1']);
    expect(report.scan.selection).toMatchObject({
      services: ['s3'],
      settings: ['s3-bucket-in-approved-region.approvedRegions=eu-central-1'],
    });
    expect(new Set(report.checks.map((check) => check.service))).toEqual(new Set(['s3']));
    const html = result.reports.find((address) => address.endsWith('.html')) ?? '';
    expect(await readObject(html)).toMatch(/^<!doctype html>[^]*<\/html>\s*$/i);
  });

  it('takes bucket and prefix from its environment, and writes nothing but reports', async () => {
    vi.stubEnv('REPORT_BUCKET', bucket);
    vi.stubEnv('REPORT_PREFIX', 'nightly');
    const event = { checks: ['iam-root-mfa'], formats: ['json'], failOn: 'none' };
    const { reports, exitCode } = await handler(event, quarterOfAnHour);
    vi.stubEnv('REPORT_PREFIX', undefined);

    expect(reports).toEqual([
      expect.stringMatching(/^s3:\/\/srm-scan-reports\/nightly\/.*\/report\.json$/),
      expect.stringMatching(/^s3:\/\/srm-scan-reports\/nightly\/.*\/summary\.json$/),
      expect.stringMatching(/^s3:\/\/srm-scan-reports\/nightly\/.*\/manifest\.json$/),
    ]);
    expect(exitCode).toBe(0);
    const calls = account?.gate.calls.list() ?? [];
    const writes = calls.filter(
      ({ operation }) => !/^(Get|List|Describe|Generate)/.test(operation),
    );
    // The mark of its beginning, the report, the summary and the manifest.
    expect(writes.map(({ operation }) => operation)).toEqual(Array(4).fill('PutObject'));
  });

  it('stores its reports though S3 is busy at first', async () => {
    account?.gate.setFaults([
      { kind: 'throttle', times: 1, match: { service: 's3', operation: 'PutObject' } },
    ]);
    const event = { bucket, checks: ['iam-root-mfa'], formats: ['json'] };
    const { reports } = await handler(event, quarterOfAnHour);

    const report: Report = JSON.parse(await readObject(reports[0] ?? ''));
    expect(report.scan.status).toBe('complete');
  });

  it('leaves a partial report where its time runs out, and keeps time to store it', async () => {
    account?.gate.setFaults([{ kind: 'hang', match: { service: 'kms', operation: 'ListKeys' } }]);
    const event = { bucket, checks: ['kms-key-rotation'], regions: ['eu-central-1'] };
    const result = await handler(event, context(38_000));

    expect(result.status).toBe('partial');
    expect(result.exitCode).toBe(3);
    expect(result.gaps).toBe(1);
    const json = result.reports.find((address) => address.endsWith('.json')) ?? '';
    const report: Report = JSON.parse(await readObject(json));
    expect(report.scan.status).toBe('partial');
    expect(report.scan.endedBy).toContain('deadline');
    expect(report.findings.map((finding) => finding.outcome)).toEqual(['unknown']);
    expect(report.coverage.gaps[0]).toMatchObject({ operation: 'ListKeys', reason: 'deadline' });
  });

  it("F59: runs from its archive by EventBridge's event, on a slow account up to its deadline", async () => {
    const folder = await mkdtemp(join(tmpdir(), 'srm-scan-lambda-zip-'));
    await promisify(execFile)('python3', ['-m', 'zipfile', '-e', archive, folder]);
    const scanner = await startFunction({
      folder,
      name: 'srm-scan',
      account: '123456789012',
      region: 'eu-central-1',
      env: {
        AWS_ENDPOINT_URL: account?.gate.endpoint ?? '',
        AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
        AWS_SECRET_ACCESS_KEY: 'not-a-secret',
        REPORT_BUCKET: bucket,
        SCAN_REGIONS: 'eu-central-1',
        SCAN_FAIL_ON: 'none',
      },
    });
    const reportOf = async (invoked: Invoked) => {
      expect(invoked).toHaveProperty('result');
      const { reports } = Reported.parse('result' in invoked ? invoked.result : invoked);
      expect(reports.map((address) => address.replace(/^.*\//, ''))).toEqual([
        'report.html',
        'report.json',
        'summary.json',
        'manifest.json',
      ]);
      const report: Report = JSON.parse(await readObject(reports[1] ?? ''));
      expectValid(report);
      return report;
    };
    try {
      const whole = await reportOf(await scanner.invoke(scheduledEvent('aws.events'), 300));
      expect(whole.scan).toMatchObject({ status: 'complete', regions: ['eu-central-1'] });
      expect(new Set(whole.checks.map(({ service }) => service)).size).toBeGreaterThan(5);

      // The mark takes three seconds, and three calls in a row more than the eight that are left before the 30 for a report.
      account?.gate.setLatency({ milliseconds: 3000 });
      const partial = await reportOf(await scanner.invoke(scheduledEvent('aws.scheduler'), 41));
      expect(partial.scan).toMatchObject({
        status: 'partial',
        endedBy: 'the deadline was reached',
      });
      expect(partial.findings.map(({ outcome }) => outcome)).toContain('unknown');
    } finally {
      account?.gate.setLatency({ milliseconds: 0 });
      await scanner.stop();
      await rm(folder, { recursive: true, force: true });
    }
  });

  it.each([
    ['no bucket', {}, /bucket/],
    ['nothing at all', undefined, /bucket/],
    ['a member that there is not', { bucket, service: ['s3'] }, /"service"/],
    ['text in place of a list', { bucket, services: 's3' }, /^services: a list is wanted/],
    ['something that is no object', 'scan', /^the event: /],
    ['a check that there is not', { bucket, checks: ['s3-bucket-publik'] }, /s3-bucket-publik/],
    ['a service that there is not', { bucket, services: ['s4'] }, /"s4"/],
    ['a framework that there is not', { bucket, frameworks: ['sox'] }, /"sox"/],
    ['a Region that cannot be', { bucket, regions: ['Frankfurt'] }, /Frankfurt/],
    ['a format that there is not', { bucket, formats: ['docx'] }, /"docx"/],
    ['a format that needs a browser', { bucket, formats: ['pdf'] }, /^pdf is printed by/],
    ['a setting that is none', { bucket, settings: ['maxAgeDays=1'] }, /"maxAgeDays=1"/],
    ['an address in place of a bucket', { bucket: 's3://reports' }, /^bucket: write the name/],
    ['a prefix that keys should not have', { bucket, prefix: 'a b' }, /^prefix: write letters/],
    ['an external id for no role', { bucket, externalId: '42' }, /^externalId .* no roleArn/],
    ['a rate beyond the bounds', { bucket, rate: 3 }, /^rate: /],
    ['a level that there is not', { bucket, failOn: 'worst' }, /^failOn: /],
  ])('answers %s with one clear line, before any call', async (_, event, message) => {
    const error = await handler(event, quarterOfAnHour).catch((thrown: unknown) => thrown);

    expect(error).toBeInstanceOf(UserError);
    expect(error).toHaveProperty('message', expect.stringMatching(message));
    expect(error).toHaveProperty('message', expect.stringMatching(/^[^\n]{5,300}$/));
    expect(account?.gate.calls.list()).toEqual([]);
  });

  it('F61: names the bucket that it cannot write to, before it asks for anything', async () => {
    const event = { bucket: 'not-there-at-all', checks: ['iam-root-mfa'], formats: ['json'] };
    const error = await handler(event, quarterOfAnHour).catch((thrown: unknown) => thrown);

    expect(error).toBeInstanceOf(UserError);
    expect(error).toHaveProperty('message', expect.stringContaining('s3://not-there-at-all/'));
    const operations = account?.gate.calls.list().map(({ operation }) => operation);
    expect(operations).toEqual(['PutObject']);
  });
});
