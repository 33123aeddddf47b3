/** A session that cannot be renewed when it has ended: the call that was refused is named, and no other (F69). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { assumed, type Loopback, queryError, startLoopback } from '../support/loopback-aws.ts';
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

it.each([
  ['AccessDenied', 'not authorized to perform: sts:AssumeRole'],
  ['Throttling', 'Rate exceeded'],
])('%s of STS is the cause that is told, once (F69)', async (code, words) => {
  let isKnown = false;
  let refused = 0;
  aws = await startLoopback(({ operation }) => {
    if (operation === 'GetCallerIdentity') isKnown = true;
    if (operation !== 'AssumeRole') return undefined;
    // So short that each call needs a new one.
    if (!isKnown) return assumed(4);
    refused += 1;
    return queryError(code, words, 400);
  });
  const role = ['--role-arn', 'arn:aws:iam::111122223333:role/audit'];
  const args = ['--service', 'kms,vpc,rds', '--format', 'json', ...role];
  const { code: exit } = await runCli(args, { cwd: folder.path, env: aws.env });
  expect(exit).toBe(3);
  const path = join(folder.path, 'srm-scan-report/latest/report.json');
  const { scan, coverage } = JSON.parse(readFileSync(path, 'utf8'));
  expect(scan.status).toBe('partial');
  expect(scan.endedBy).toContain(`role/audit (sts:AssumeRole): ${code}: ${words}`);
  const gaps: readonly { reason: string; cure: string }[] = coverage.gaps;
  expect(gaps.length).toBeGreaterThan(0);
  for (const { reason, cure } of gaps) {
    expect(['failed', 'interrupted']).toContain(reason);
    expect(cure).not.toMatch(/Allow (ec2|kms|rds):/);
  }
  expect(coverage.missingPermissions).toBeUndefined();
  // The SDK tries a throttled call three times; the scan asks once.
  expect(refused).toBeLessThanOrEqual(3);
});
