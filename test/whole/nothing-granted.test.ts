/** A scan by an identity that may nothing, which is how many first scans begin. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checks } from '../../checks/index.ts';
import type { Report } from '../../src/report/model.ts';
import { actionsOf, plan } from '../../src/plan/plan.ts';
import { errorFor, type Loopback, startLoopback } from '../support/loopback-aws.ts';
import { expectValid } from '../support/report-schema.ts';
import { type Ran, runCli, temporaryFolder } from '../support/run-cli.ts';

const folder = temporaryFolder();
let aws: Loopback;
let ran: Ran;
let report: Report;

beforeAll(async () => {
  aws = await startLoopback((call) =>
    call.operation === 'GetCallerIdentity'
      ? undefined
      : errorFor(call, 'AccessDenied', 'because no identity-based policy allows the action'),
  );
  ran = await runCli(['--rate', '1'], { cwd: folder.path, env: aws.env });
  report = JSON.parse(
    readFileSync(join(folder.path, 'srm-scan-report', 'latest', 'report.json'), 'utf8'),
  );
});
afterAll(async () => {
  await aws.close();
  folder.remove();
});

describe('a scan of everything that may call GetCallerIdentity alone', () => {
  it('ends with 3, and claims nothing', () => {
    expect(ran.code, ran.stderr).toBe(3);
    expectValid(report);
    const claims = report.findings.filter(
      ({ outcome }) => outcome === 'pass' || outcome === 'fail',
    );
    expect(claims).toEqual([]);
    const judged = new Set(report.findings.map(({ check }) => check));
    expect(checks.filter(({ id }) => !judged.has(id)).map(({ id }) => id)).toEqual([]);
    const states = report.responsibilities.map(({ status }) => status);
    expect(states).not.toContain('assessed');
    expect(states).not.toContain('partly-assessed');
    expect(states).not.toContain('nothing-to-assess');
  });

  it('says on one screen what to grant', () => {
    const lines = ran.stdout.trim().split('\n');
    expect(lines.length, ran.stdout).toBeLessThanOrEqual(60);
    // The path of a file is never broken: it is there to be copied.
    const words = lines.filter((line) => !line.startsWith('  /'));
    expect(Math.max(...words.map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(ran.stdout).toContain('srm-scan policy');
  });

  it('grants in the report nothing but what a scan asks for', () => {
    const granted = report.coverage.missingPermissions?.Action ?? [];
    const asked = actionsOf(plan(checks));
    expect(granted.length).toBeGreaterThan(20);
    expect(granted.filter((action) => !asked.includes(action))).toEqual([]);
  });
});
