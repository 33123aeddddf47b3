/** A Region that is enabled and refuses the session, whose token is of version 1 (F45). */
import { afterEach, expect, it, vi } from 'vitest';
import { checks } from '../../checks/index.ts';
import { requestOf } from '../../src/run/request.ts';
import { scan } from '../../src/run/scan.ts';
import { liveSource } from '../../src/run/source.ts';
import { type Answers, errorFor, type Loopback, startLoopback } from '../support/loopback-aws.ts';

let aws: Loopback | undefined;
afterEach(async () => {
  vi.unstubAllEnvs();
  await aws?.close();
});

const optedIn = 'me-south-1';
const regions = JSON.stringify({
  Regions: [
    { RegionName: 'us-east-1', RegionOptStatus: 'ENABLED_BY_DEFAULT' },
    { RegionName: optedIn, RegionOptStatus: 'ENABLED' },
  ],
});
const describedRegions = `<DescribeRegionsResponse><regionInfo><item><regionName>us-east-1</regionName><optInStatus>opt-in-not-required</optInStatus></item><item><regionName>${optedIn}</regionName><optInStatus>opted-in</optInStatus></item></regionInfo></DescribeRegionsResponse>`;
const summaryOf = (version: number) =>
  `<GetAccountSummaryResponse><GetAccountSummaryResult><SummaryMap><entry><key>GlobalEndpointTokenVersion</key><value>${version}</value></entry></SummaryMap></GetAccountSummaryResult></GetAccountSummaryResponse>`;
const buckets = `<ListAllMyBucketsResult><Buckets><Bucket><Name>logs</Name><BucketRegion>${optedIn}</BucketRegion></Bucket></Buckets></ListAllMyBucketsResult>`;

/** What services call it. */
const codes: Readonly<Record<string, string>> = { s3: 'InvalidToken', ec2: 'AuthFailure' };

function refusing(version: number): Answers {
  const bodies: Readonly<Record<string, string>> = {
    'POST /listRegions': regions,
    DescribeRegions: describedRegions,
    GetAccountSummary: summaryOf(version),
    'GET /': buckets,
  };
  return (call) => {
    const [, , region, service = ''] = call.headers.authorization?.split('/') ?? [];
    if (region === optedIn) {
      return errorFor(call, codes[service] ?? 'UnrecognizedClientException', 'not valid');
    }
    const body = bodies[call.operation];
    return body === undefined ? undefined : { body };
  };
}

async function gapsOf(version: number, services: readonly string[]) {
  aws = await startLoopback(refusing(version));
  for (const [name, value] of Object.entries(aws.env)) vi.stubEnv(name, value);
  const source = await liveSource({ rate: 1, regions: [] });
  const request = requestOf(checks, {
    checks: [],
    services,
    frameworks: [],
    severity: null,
    regions: [],
    settings: [],
    excludeChecks: [],
    excludeServices: [],
    excludeRegions: [],
  });
  const report = await scan(request, source);
  source.close();
  return report.coverage.gaps.filter((gap) => gap.regions.includes(optedIn));
}

it('is one gap, with the true cause, whatever the services call it (F45)', async () => {
  const gaps = await gapsOf(1, ['iam', 'vpc', 'kms', 's3']);
  expect(gaps).toMatchObject([
    { service: '*', operation: '*', reason: 'region-disabled', regions: [optedIn] },
  ]);
  expect(gaps[0]?.cause).toContain('tokens of version 1 (GlobalEndpointTokenVersion is 1)');
  expect(gaps[0]?.cure).toContain('v2Token');
  expect(gaps[0]?.cure).not.toContain('Wait until the Region is enabled');
  expect(gaps[0]?.count).toBeGreaterThan(5);
});

it('claims no version that was not read, nor one that is accepted (F45)', async () => {
  for (const [version, services] of [
    [1, ['kms', 'vpc']],
    [2, ['iam', 'kms', 'vpc']],
  ] as const) {
    const gaps = await gapsOf(version, services);
    expect(gaps).toHaveLength(1);
    expect(gaps[0]?.cause).toContain('The Region is enabled, and does not accept the credentials.');
    expect(gaps[0]?.cause).not.toContain('version 1');
    await aws?.close();
  }
});
