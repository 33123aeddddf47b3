import { describe, expect, it } from 'vitest';
import type { LedgerLine } from '../../src/aws/evidence/ledger.ts';
import { checks } from '../../checks/index.ts';
import { coverageOf } from '../../src/report/coverage.ts';

const home = 'eu-central-1';
const far = ['ap-south-1', 'eu-west-1', 'us-east-1'];

/** A call of a Region's collector, answered unless something is said of it. */
function call(service: string, operation: string, region: string, how: Partial<LedgerLine> = {}) {
  return {
    id: `${service}:${operation}@${region}`,
    service,
    operation,
    region,
    at: '2026-11-22T12:00:00.000Z',
    requestId: 'R1',
    attempts: 1,
    sha256: '0'.repeat(64),
    status: 'ok',
    action: `${service}:${operation}`,
    regional: true,
    spoilt: undefined,
    spoiltFor: [],
    ...how,
  } satisfies LedgerLine;
}

function lost(status: LedgerLine['status'], code: string, message: string): Partial<LedgerLine> {
  return { status, requestId: null, error: { code, message } };
}

const denied = (region: string) =>
  lost('denied', 'UnauthorizedOperation', `no policy allows it in ${region}`);
const silent = (region: string) =>
  lost(
    'failed',
    'HostIsSilent',
    `gave up after 3 time-outs in a row: no service in ${region} answers`,
  );

function gapsOf(...lines: readonly LedgerLine[]) {
  return coverageOf({ lines, faults: [] }, checks).gaps;
}

describe('F49 gaps', () => {
  it('are one for each call and cause, whatever the number of Regions', () => {
    const gaps = gapsOf(
      call('ec2', 'DescribeVpcs', home),
      ...far.map((region) => call('ec2', 'DescribeInstances', region, denied(region))),
      ...far.map((region) => call('ec2', 'DescribeVpcs', region, denied(region))),
      call('ec2', 'DescribeInstances', home, lost('throttled', 'Throttling', 'Rate exceeded')),
    );
    expect(gaps).toMatchObject([
      { operation: 'DescribeInstances', reason: 'denied', region: '*', regions: far, count: 3 },
      {
        operation: 'DescribeInstances',
        reason: 'throttled',
        region: home,
        regions: [home],
        count: 1,
      },
      { operation: 'DescribeVpcs', reason: 'denied', regions: far },
    ]);
    expect(gaps[0]?.cause).toContain('AWS, in ap-south-1: UnauthorizedOperation: no policy');
    expect(gaps[1]?.cause).toContain('AWS: Throttling: Rate exceeded');
  });

  it('of Regions in which nothing answers are one', () => {
    const gaps = gapsOf(
      call('ec2', 'DescribeVpcs', home),
      ...far.flatMap((region) => [
        call('ec2', 'DescribeVpcs', region, silent(region)),
        call(
          'rds',
          'DescribeDBInstances',
          region,
          lost('failed', 'TimeoutError', 'no whole answer'),
        ),
        call('kms', 'ListKeys', region, silent(region)),
      ]),
    );
    expect(gaps).toMatchObject([
      { service: '*', operation: '*', reason: 'failed', regions: far, count: 9 },
    ]);
    expect(gaps[0]?.cause).toContain('Nothing in this Region answered. What came, in ap-south-1');
    expect(gaps[0]?.checks.length).toBeGreaterThan(5);
    expect(gaps[0]?.iamAction).toBe('');
  });

  it('of a Region that does answer something, or was asked one thing, name what was lost', () => {
    expect(
      gapsOf(
        call('ec2', 'DescribeVpcs', home, silent(home)),
        call('kms', 'ListKeys', home, silent(home)),
        call('rds', 'DescribeDBInstances', home),
        call('ec2', 'DescribeVpcs', 'us-east-1', silent('us-east-1')),
      ),
    ).toMatchObject([
      { operation: 'DescribeVpcs', regions: [home, 'us-east-1'] },
      { operation: 'ListKeys', regions: [home] },
    ]);
  });

  it('of a Region that was not come to are one, and so are those of a Region that is not enabled', () => {
    const refused = lost('region-disabled', 'AuthFailure', 'not able to validate the credentials');
    const late = lost('deadline', 'ScanEnded', 'not read: the deadline was reached');
    const gaps = gapsOf(
      call('ec2', 'DescribeVpcs', home, refused),
      call('kms', 'ListKeys', home, refused),
      call('ec2', 'DescribeVpcs', 'us-east-1', late),
      call('kms', 'ListKeys', 'us-east-1', late),
    );
    expect(gaps.map(({ operation, reason, regions }) => ({ operation, reason, regions }))).toEqual([
      { operation: '*', reason: 'deadline', regions: ['us-east-1'] },
      { operation: '*', reason: 'region-disabled', regions: [home] },
    ]);
  });

  it('that a permission would close are a statement to paste; what a policy denies in so many words is not in it', () => {
    const explicit = lost(
      'denied',
      'AccessDenied',
      'not authorized to perform: kms:ListKeys with an explicit deny in a permissions boundary',
    );
    const { missingPermissions, gaps } = coverageOf(
      {
        lines: [
          ...far.map((region) => call('rds', 'DescribeDBInstances', region, denied(region))),
          call('ec2', 'DescribeInstances', home, denied(home)),
          call('kms', 'ListKeys', home, explicit),
          call('ec2', 'DescribeVpcs', home, lost('throttled', 'Throttling', 'Rate exceeded')),
        ],
        faults: [],
      },
      checks,
    );
    expect(missingPermissions).toEqual({
      Effect: 'Allow',
      Action: ['ec2:DescribeInstances', 'rds:DescribeDBInstances'],
      Resource: '*',
    });
    expect(gaps.find(({ operation }) => operation === 'ListKeys')?.cure).toContain(
      'in so many words',
    );
    expect(
      coverageOf({ lines: [call('kms', 'ListKeys', home)], faults: [] }, checks),
    ).not.toHaveProperty('missingPermissions');
  });
});

describe('F50 the cause of a gap', () => {
  it('gives what came in place of an answer as ours, and AWS’s words as AWS’s', () => {
    const [empty] = gapsOf(
      call('s3', 'ListBuckets', home, lost('failed', 'EmptyAnswer', 'status 200 without a body')),
    );
    expect(empty?.cause).toContain('What came: EmptyAnswer: status 200 without a body');
    const [broken] = gapsOf(
      call('s3', 'ListBuckets', home, lost('failed', 'InternalError', 'We encountered an error')),
    );
    expect(broken?.cause).toContain('AWS: InternalError: We encountered an error');
  });

  it('tells an interruption from a deadline', () => {
    const lines = [
      call(
        's3',
        'ListBuckets',
        home,
        lost('interrupted', 'ScanInterrupted', 'not read: the scan was interrupted (SIGINT)'),
      ),
    ];
    const { calls, gaps } = coverageOf({ lines, faults: [] }, checks);
    expect(calls).toMatchObject({ planned: 1, skipped: 1, failed: 0 });
    expect(gaps).toMatchObject([{ reason: 'interrupted' }]);
    expect(gaps[0]?.cause).toContain('Not read: the scan was interrupted (SIGINT).');
    expect(gaps[0]?.cause).not.toContain('AWS');
  });
});
