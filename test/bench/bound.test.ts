import { describe, expect, it } from 'vitest';
import { boundOf, busiestSecond, sendsBeyond } from '../../bench/bound.ts';
import type { BucketOf } from '../../emulator/gate/buckets.ts';
import type { Call } from '../../emulator/gate.ts';

const bucketOf: BucketOf = ({ service, operation, region }) =>
  service === 's3'
    ? undefined
    : { name: `${service}:${operation} ${region}`, burst: 10, perSecond: 10 };

function callAt(at: number, changed: Partial<Call> = {}): Call {
  return {
    service: 'iam',
    operation: 'ListAccessKeys',
    region: 'us-east-1',
    accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
    inputHash: String(at),
    status: 200,
    by: 'generated',
    at,
    milliseconds: 60,
    ...changed,
  };
}

const times = (count: number, gap: number) =>
  Array.from({ length: count }, (_, index) => callAt(index * gap));

describe('the bound', () => {
  it('is what the fullest bucket leaves over its burst, at the share that may be used', () => {
    expect(boundOf(times(110, 1), bucketOf, 1, 0.3)).toEqual({
      seconds: 10,
      bucket: 'iam:ListAccessKeys us-east-1',
    });
    expect(boundOf(times(110, 1), bucketOf, 0.5, 0.3).seconds).toBe(21);
  });

  it('is that of the calls which follow each other where no bucket makes them wait', () => {
    const unlimited = times(1000, 1).map((call) => ({ ...call, service: 's3' }));
    expect(boundOf(unlimited, bucketOf, 1, 0.3)).toEqual({ seconds: 0.3, bucket: undefined });
  });

  it('does not count what was throttled: sending too early earns no longer bound', () => {
    const throttled = times(500, 1).map((call): Call => ({ ...call, by: 'rate' }));
    expect(boundOf([...times(20, 1), ...throttled], bucketOf, 1, 0.3).seconds).toBe(1);
  });

  it('keeps Regions apart', () => {
    const abroad = times(60, 1).map((call) => ({ ...call, region: 'eu-west-1' }));
    expect(boundOf([...times(60, 1), ...abroad], bucketOf, 1, 0).seconds).toBe(5);
  });
});

describe('the busiest second', () => {
  it('slides: a burst across the turn of a second is one', () => {
    const burst = [0, 100, 950, 1000, 1050, 2500].map((at) => callAt(at));
    expect(busiestSecond(burst, bucketOf, 0.5)).toEqual({
      bucket: 'iam:ListAccessKeys us-east-1',
      sends: 4,
      allowed: 10,
    });
  });

  it('is none where nothing has a bucket', () => {
    expect(busiestSecond([callAt(0, { service: 's3' })], bucketOf, 1)).toBeUndefined();
  });
});

describe('sends beyond the share', () => {
  it('are none of a scan that keeps to it', () => {
    expect(sendsBeyond(times(100, 200), bucketOf, 0.5)).toBe(0);
  });

  it('are told of a scan that sends at the whole rate with half the share', () => {
    expect(sendsBeyond(times(100, 100), bucketOf, 0.5)).toBeGreaterThan(40);
  });
});
