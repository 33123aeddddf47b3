import { describe, expect, it } from 'vitest';
import { createSilence } from '../../../src/aws/quota/silence.ts';

const kms = { service: 'kms', region: 'eu-west-1', scope: 'regional' } as const;
const ec2 = { ...kms, service: 'ec2' };
const iam = { service: 'iam', region: 'us-east-1', scope: 'global' } as const;

describe('a host (F41)', () => {
  it.each([kms, iam])('$service is gone at its third time-out in a row, told once', (host) => {
    const watch = createSilence()(host);
    expect([0, 1000, 2000, 3000].map((at) => watch.timedOut(at, at + 900))).toEqual([
      false,
      false,
      true,
      false,
    ]);
    expect(watch.goneBecause()).toBe(
      `gave up after 3 time-outs in a row: ${host.service} in ${host.region} does not answer`,
    );
  });

  it('counts requests that waited at the same time once', () => {
    const watch = createSilence()(iam);
    expect([0, 100, 999].map((sentAt) => watch.timedOut(sentAt, 1000))).toEqual([
      false,
      false,
      false,
    ]);
    expect(watch.timedOut(1000, 2000)).toBe(false);
    expect(watch.goneBecause()).toBeUndefined();
    expect(watch.timedOut(2000, 3000)).toBe(true);
  });

  it('begins anew with an answer, but is not back when it was given up', () => {
    const watch = createSilence()(iam);
    watch.timedOut(0, 1);
    watch.timedOut(1, 2);
    watch.answered();
    expect(watch.isDoubted()).toBe(false);
    for (const at of [2, 3, 4]) watch.timedOut(at, at + 1);
    watch.answered();
    expect(watch.goneBecause()).toContain('iam in us-east-1 does not answer');
    expect(watch.isDoubted()).toBe(true);
  });

  it('is doubted when another of its Region timed out, and of no other Region', () => {
    const watchOf = createSilence();
    const [one, other] = [watchOf(kms), watchOf(ec2)];
    const elsewhere = watchOf({ ...kms, region: 'us-east-1' });
    const global = watchOf({ ...iam, region: 'eu-west-1' });
    one.timedOut(0, 1);
    expect([one, other, elsewhere, global].map((watch) => watch.isDoubted())).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it('without Regions leaves those of the Region that answers for it alone', () => {
    const watchOf = createSilence();
    const [global, regional] = [watchOf(iam), watchOf({ ...kms, region: 'us-east-1' })];
    for (const at of [0, 1, 2]) global.timedOut(at, at + 1);
    expect(regional.isDoubted()).toBe(false);
    expect(regional.goneBecause()).toBeUndefined();
  });
});
