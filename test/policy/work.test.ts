import { describe, expect, it } from 'vitest';
import { parsePolicy, type Policy } from '../../src/policy/document.ts';
import { readExternalGrants } from '../../src/policy/external.ts';
import { readFullAdmin } from '../../src/policy/full-admin.ts';
import { readPublicAccess } from '../../src/policy/public.ts';
import { readTrust } from '../../src/policy/trust.ts';
import { TooMuchWork, type Work, workUpTo } from '../../src/policy/work.ts';
import bucketNotPublic from '../../checks/s3/bucket-not-public.ts';
import { judge } from '../support/check-tester.ts';
import { known } from '../support/observe.ts';
import { bare, records } from '../support/s3.ts';
import { openRead, policyOf } from './documents.ts';
import { hostile, HOSTILE_SHAPES } from './hostile.ts';

const KIB = 1024;
const ACCOUNT = '111122223333';
const readings: Readonly<Record<string, (policy: Policy, work: Work) => unknown>> = {
  bucket: (policy, work) => readPublicAccess(policy, { service: 's3' }, work),
  key: (policy, work) =>
    readPublicAccess(policy, { service: 'kms', arn: 'arn:aws:kms:eu-west-1:1:key/a' }, work),
  trust: readTrust,
  'full admin': readFullAdmin,
  external: (policy, work) =>
    readExternalGrants(policy, { account: ACCOUNT, actions: ['s3:PutBucketPolicy'] }, work),
};

function parsed(text: string): Policy {
  const reading = parsePolicy(text);
  if (!reading.ok) expect.unreachable(reading.fault);
  return reading.policy;
}

function steps(reading: string, text: string): number {
  const work = workUpTo();
  readings[reading]?.(parsed(text), work);
  return work.steps;
}

// The sizes are quotas of Amazon S3, of AWS KMS, and of IAM (IAM and AWS STS quotas).
const LARGEST = [
  ['bucket', 20 * KIB, 4_000_000],
  ['key', 32 * KIB, 15_000_000],
  ['trust', 8 * KIB, 700_000],
  ['full admin', 6 * KIB, 400_000],
  ['full admin', 10 * KIB, 1_000_000],
] as const;

describe('F63 the work of judging one policy', () => {
  describe.each(LARGEST)(
    'the reading %s of %d characters takes at most %d steps',
    (reading, size, most) => {
      it.each(HOSTILE_SHAPES)('%s', (shape) => {
        expect(steps(reading, hostile(shape, size))).toBeLessThanOrEqual(most);
      });
    },
  );

  it.each(HOSTILE_SHAPES)('%s: twice the size is never eight times the work', (shape) => {
    const [half, whole] = [hostile(shape, 8 * KIB), hostile(shape, 16 * KIB)];
    for (const reading of ['bucket', 'trust', 'full admin']) {
      expect(steps(reading, whole)).toBeLessThan(6 * steps(reading, half) + 1000);
    }
  });

  it('is counted', () => {
    const work = workUpTo();
    readPublicAccess(
      policyOf(openRead(), { ...openRead(), Effect: 'Deny' }),
      { service: 's3' },
      work,
    );
    expect(work.steps).toBeGreaterThan('s3:getobject'.length);
  });

  it('is given up, with no verdict, where the steps are used up', () => {
    const policy = parsed(hostile('actions x resources x Denies', 100 * KIB));
    expect(() => readPublicAccess(policy, { service: 's3' })).toThrow(TooMuchWork);
    const facts = { status: known('untold' as const), policy: known(policy) };
    const exposure = { of: () => bare(facts).exposure.of(records) };
    expect(
      judge(bucketNotPublic, { name: 'too much', resource: records, given: { exposure } }),
    ).toMatchObject({
      outcome: 'unknown',
      reasons: [expect.stringContaining('too large and too tangled to be judged')],
    });
  });

  it.each(Object.entries(readings))('is given up in the reading %s alike', (_name, read) => {
    const everyone = { Principal: '*', Resource: '*' };
    const policy = policyOf(
      { Effect: 'Allow', NotAction: ['s3:*'], ...everyone },
      { Effect: 'Allow', Action: ['s3:*', 'sts:*'], ...everyone },
      { Effect: 'Deny', Action: 's3:Get*', ...everyone },
    );
    const whole = workUpTo();
    read(policy, whole);
    expect(() => read(policy, workUpTo(whole.steps))).not.toThrow();
    expect(() => read(policy, workUpTo(whole.steps - 1))).toThrow(TooMuchWork);
  });
});
