/** A service control policy that lets the caller into one Region only, and that is not the home Region (F44). */
import { gunzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { errorFor, type Answers, type Loopback, startLoopback } from '../support/loopback-aws.ts';
import { runCli, temporaryFolder } from '../support/run-cli.ts';

let folder: ReturnType<typeof temporaryFolder>;
let aws: Loopback | undefined;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(async () => {
  await aws?.close();
  folder.remove();
});

const scp = 'not authorized to perform it with an explicit deny in a service control policy';
const buckets = `<ListAllMyBucketsResult><Buckets><Bucket><Name>logs</Name><BucketRegion>eu-west-1</BucketRegion></Bucket></Buckets></ListAllMyBucketsResult>`;
const versioning = `<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>`;

/** STS answers everybody; all else only in eu-west-1. */
const answers: Answers = (call) => {
  const { operation, headers } = call;
  if (operation === 'GetCallerIdentity') return undefined;
  const region = headers.authorization?.split('/')[2];
  if (region !== 'eu-west-1') return errorFor(call, 'AccessDenied', scp);
  if (operation === 'GET /') return { body: buckets };
  return operation.startsWith('GET /logs') ? { body: versioning } : undefined;
};

it.each([
  ['the command line', ['--region', 'eu-west-1'], {}],
  ['the environment', [], { AWS_REGION: 'eu-west-1' }],
])('is scanned from the Region that %s names, and replays (F44)', async (_, args, env) => {
  aws = await startLoopback(answers);
  const all = ['--check', 's3-bucket-versioning', '--format', 'json', '--evidence', ...args];
  const ran = await runCli(all, { cwd: folder.path, env: { ...aws.env, ...env } });
  expect(ran.code).toBe(3);
  const read = () =>
    JSON.parse(readFileSync(join(folder.path, 'srm-scan-report/latest/report.json'), 'utf8'));
  const report = read();
  expect(report.findings).toMatchObject([{ resource: { name: 'logs' }, outcome: 'pass' }]);
  // Account Management has one endpoint for all Regions.
  expect(report.coverage.gaps).toMatchObject([{ service: 'account', operation: 'ListRegions' }]);
  expect(report.coverage.gaps).toHaveLength(1);
  expect(report.scan.regions).toEqual(args.length > 0 ? ['eu-west-1'] : ['eu-west-1', 'us-east-1']);
  const kept = join(folder.path, 'srm-scan-report/latest/evidence.ndjson.gz');
  expect(gunzipSync(readFileSync(kept)).toString()).toContain('s3:ListBuckets@us-east-1');
  const replayed = await runCli(['evaluate', kept, '--format', 'json', '--output', 'again'], {
    cwd: folder.path,
  });
  expect(replayed.code).toBe(3);
  const again = JSON.parse(readFileSync(join(folder.path, 'again/latest/report.json'), 'utf8'));
  expect(again.findings).toEqual(report.findings);
});
