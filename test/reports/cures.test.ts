/** What would let a finding be decided that is unknown. */
import { describe, expect, it } from 'vitest';
import { curesOf, type GapTold } from '../../reports/cures.ts';
import { lostCallWords } from '../../src/text/call-words.ts';

const gap = (given: Partial<GapTold> & Pick<GapTold, 'cure'>): GapTold => ({
  service: 's3',
  operation: 'GetBucketAcl',
  regions: ['eu-west-1'],
  reason: 'denied',
  cause: 'The scanning identity may not make this call. AWS: AccessDenied: no policy allows it',
  ...given,
});
const lost = (
  detail: string,
  operation = 'GetBucketAcl',
  region = 'eu-west-1',
): { check: string; reasons: string[] } => ({
  check: 's3-bucket-not-public',
  reasons: [lostCallWords({ service: 's3', operation, region }, detail)],
});
const denied = lost('AccessDenied: User: me is not authorized');
const gaps = [
  gap({ cure: 'Allow it.' }),
  gap({ cure: 'Be slower.', reason: 'throttled', cause: 'AWS: SlowDown: please' }),
  gap({ cure: 'Ask elsewhere.', regions: ['us-east-1', 'us-east-2'] }),
  gap({ cure: 'Enable it.', service: '*', operation: '*', regions: ['ap-east-1'] }),
  gap({ cure: 'Report it.', operation: 's3-bucket-not-public', reason: 'fault' }),
];
const cureOf = curesOf(gaps, { status: 'complete' });

describe('the cure of a finding that is unknown', () => {
  it('is that of the call which its reason names, in that Region, with that error', () => {
    expect(cureOf(denied)).toBe('Allow it.');
    expect(cureOf(lost('SlowDown: please'))).toBe('Be slower.');
    expect(cureOf(lost('AccessDenied: no', 'GetBucketAcl', 'us-east-2'))).toBe('Ask elsewhere.');
  });

  it('is those of all calls that it lacks, each once', () => {
    const reasons = [...denied.reasons, ...lost('SlowDown: please').reasons, ...denied.reasons];
    expect(cureOf({ ...denied, reasons })).toBe('Allow it. Be slower.');
  });

  it('is that of a check which broke, or of a Region that was lost', () => {
    const broken = { ...denied, reasons: ['the check itself failed: no such thing'] };
    expect(cureOf(broken)).toBe('Report it.');
    const elsewhere = {
      check: 'iam-policies-attached',
      reasons: ['s3:ListBuckets in ap-east-1: no'],
    };
    expect(cureOf(elsewhere)).toBe('Enable it.');
  });

  it('is another scan where no gap is to blame', () => {
    const left = {
      check: 'ec2-a',
      reasons: ['ec2:DescribeRegions in us-east-1: left out: eu-west-3'],
    };
    expect(cureOf(left)).toMatch(/leave out nothing/);
    expect(curesOf([], { status: 'partial' })(left)).toMatch(/to the end/);
  });
});
