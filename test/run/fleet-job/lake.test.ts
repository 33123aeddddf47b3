/** What a function of the job hands over to Security Lake: where, as which role, and what is told where it cannot. */
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { handOver, type Lake } from '../../../src/run/fleet-job/lake.ts';
import { lakeOf } from '../../../src/run/fleet-job/lake-settings.ts';
import { runKeys } from '../../../src/run/fleet-job/store.ts';
import {
  assumed,
  type Loopback,
  queryError,
  type Reply,
  startLoopback,
} from '../../support/loopback-aws.ts';
import { sampleReport } from '../../support/sample-report.ts';

const lake: Lake = {
  bucket: 'aws-security-data-lake-eu-central-1-abc',
  region: 'eu-central-1',
  prefix: 'ext/srm-scan',
  roleArn: 'arn:aws:iam::444455556666:role/AmazonSecurityLake-Provider-srm-scan-eu-central-1',
  externalId: '42-audit',
};
const run = '20261127T021700Z';
const report = sampleReport();
const { account } = report.scan;
const key = `ext/srm-scan/region=eu-central-1/accountId=${account.id}/eventDay=20261127/${run}.parquet`;

let role: Reply | undefined;
let put: Reply | undefined;
let aws: Loopback;
beforeAll(async () => {
  aws = await startLoopback(({ operation }) => {
    if (operation === 'AssumeRole') return role;
    return operation.startsWith('PUT ') ? put : undefined;
  });
  for (const [name, value] of Object.entries({ ...aws.env, AWS_REGION: 'eu-west-1' }))
    vi.stubEnv(name, value);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await aws.close();
});
beforeEach(() => {
  role = assumed(3600);
  put = { body: '' };
});

function hand(to: Lake | undefined, { scan }: Pick<typeof report, 'scan'> = report) {
  const store = { readBytes: () => Promise.resolve(Buffer.from('PAR1')) };
  return handOver(to, { scan }, { run, requestId: 'r1', keys: runKeys('srm-scan', run), store });
}

it('is at one place, whether a try of the run ended before midnight or behind it', async () => {
  const places = [];
  for (const finishedAt of ['2026-11-27T23:59:59.999Z', '2026-11-28T00:00:00.000Z']) {
    places.push(await hand(lake, { scan: { ...report.scan, finishedAt } }));
  }
  expect(places).toEqual(places.map(() => ({ location: `s3://${lake.bucket}/${key}` })));
});

it('is written as the role of the source, once, into the bucket of that account', async () => {
  const before = aws.calls.length;
  expect(await hand(lake)).toEqual({ location: `s3://${lake.bucket}/${key}` });
  const [assume, written, ...more] = aws.calls.slice(before);
  expect(more).toEqual([]);
  expect(assume?.params.get('RoleArn')).toBe(lake.roleArn);
  expect(assume?.params.get('ExternalId')).toBe('42-audit');
  expect(decodeURIComponent(written?.operation ?? '')).toBe(`PUT /${lake.bucket}/${key}`);
  expect(written?.body).toContain('PAR1');
  expect(written?.headers).toMatchObject({
    'if-none-match': '*',
    'x-amz-expected-bucket-owner': '444455556666',
    'x-amz-security-token': 'assumed-session',
    authorization: expect.stringContaining('/eu-central-1/s3/'),
  });
});

it('is there already where another try of the run has written it', async () => {
  const error = '<Error><Code>PreconditionFailed</Code><Message>it is there</Message></Error>';
  put = { status: 412, body: error };
  expect(await hand(lake)).toEqual({ location: `s3://${lake.bucket}/${key}` });
});

it('asks for nothing where there is no lake', async () => {
  const before = aws.calls.length;
  expect(await hand(undefined)).toBeUndefined();
  expect(aws.calls).toHaveLength(before);
});

it.each<[string, () => void, RegExp]>([
  [
    'the role cannot be assumed',
    () => {
      role = queryError('AccessDenied', 'not authorized to perform: sts:AssumeRole');
    },
    /none came from STS, which was asked for the role .*AmazonSecurityLake-Provider.*AccessDenied/,
  ],
  [
    'the bucket refuses it',
    () => {
      const error = '<Error><Code>AccessDenied</Code><Message>no way</Message></Error>';
      put = { status: 403, body: error };
    },
    /no way.*account 444455556666/,
  ],
])('says so, and rejects not, where %s', async (_, given, why) => {
  given();
  expect(await hand(lake)).toMatchObject({ why: expect.stringMatching(why) });
});

describe('the settings', () => {
  const all = {
    FLEET_LAKE_LOCATION: `s3://${lake.bucket}/ext/srm-scan/`,
    FLEET_LAKE_ROLE_ARN: lake.roleArn,
    FLEET_LAKE_EXTERNAL_ID: lake.externalId,
  };
  it('name the source, all three of them', () => {
    expect(lakeOf(all)).toEqual(lake);
    expect(lakeOf({})).toBeUndefined();
    for (const missing of Object.keys(all))
      expect(() => lakeOf({ ...all, [missing]: undefined }), missing).toThrow('set all three');
  });
});
