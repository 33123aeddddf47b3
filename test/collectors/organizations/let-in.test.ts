/** Which other accounts the sample account lets in, of what a scan reads anyway. */
import { describe, expect, it } from 'vitest';
import { checks } from '../../../checks/index.ts';
import { everything } from '../../../src/plan/asked.ts';
import { readSample } from '../../../src/run/sample.ts';
import { scan } from '../../../src/run/scan.ts';
import { replaySource } from '../../../src/run/replay-source.ts';

const sample = await readSample();

const letInOf = (...ids: readonly string[]) => letInIn([], ...ids);

async function letInIn(regions: readonly string[], ...ids: readonly string[]) {
  const chosen = checks.filter(({ id }) => ids.includes(id));
  const selection = { ...everything, regions, checks: ids };
  return (await scan({ checks: chosen, selection, params: {} }, replaySource(sample))).letIn;
}

const audit = '210987654321';

describe('other accounts that are let in', () => {
  it('are those that policies name, each with the resources', async () => {
    const told = await letInOf('iam-role-trust-not-public', 's3-bucket-policy-no-external-control');
    expect(told).toMatchObject({ kinds: ['AWS::IAM::Role', 'AWS::S3::Bucket'], further: 0 });
    expect(told?.accounts).toContainEqual({
      account: audit,
      count: 2,
      resources: [
        'arn:aws:iam::123456789012:role/group-audit-read',
        'arn:aws:s3:::nwh-us-brokerage',
      ],
    });
    expect(told?.accounts.map(({ account }) => account)).not.toContain('123456789012');
  });

  it('are told of those kinds alone that the scan was asked for', async () => {
    const told = await letInOf('iam-role-trust-not-public');
    expect(told?.kinds).toEqual(['AWS::IAM::Role']);
    // The policies of every other kind may let in others.
    expect(told?.unread).toBeGreaterThanOrEqual(8);
    expect(told?.accounts.flatMap(({ resources }) => resources).join()).not.toContain(':s3:');
    expect(await letInOf('ebs-default-encryption')).toBeUndefined();
  });

  it('may be more than were found where a Region of the account was not read', async () => {
    const all = checks.map(({ id }) => id);
    expect((await letInIn(['eu-central-1'], ...all))?.unread).toBe(1);
  });

  it('may be more than were found where a policy could not be read', async () => {
    const kept = [...sample.calls].filter(([, { operation }]) => operation !== 'GetBucketPolicy');
    expect(kept.length).toBeLessThan(sample.calls.size);
    const without = { ...sample, calls: new Map(kept) };
    const ids = ['s3-bucket-policy-no-external-control'];
    const chosen = checks.filter(({ id }) => ids.includes(id));
    const request = { checks: chosen, selection: { ...everything, checks: ids }, params: {} };
    const { letIn } = await scan(request, replaySource(without));
    expect(letIn?.unread).toBeGreaterThan(0);
    expect(letIn?.accounts).toEqual([]);
  });
});
