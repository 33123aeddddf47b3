/** summary.json, which each run writes beside its reports: it says what they say, and little enough for thousands of accounts. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AccountSummary, summaryShape } from '../../src/fleet/summary.ts';
import { outcomes, type Report } from '../../src/report/model.ts';
import { runCli, temporaryFolder } from '../support/run-cli.ts';

let folder: ReturnType<typeof temporaryFolder>;
let report: Report;
let text: string;
let summary: AccountSummary;

const inRun = (name: string) => readFileSync(join(folder.path, 'latest', name), 'utf8');

beforeAll(async () => {
  folder = temporaryFolder();
  await runCli(['--demo', '--output', folder.path]);
  report = JSON.parse(inRun('report.json'));
  text = inRun('summary.json');
  summary = summaryShape.parse(JSON.parse(text));
});
afterAll(() => folder.remove());

describe('the summary of an account', () => {
  it('keeps to its published schema', () => {
    const schema: object = JSON.parse(readFileSync('docs/summary.schema.json', 'utf8'));
    const ajv = new Ajv({ allErrors: true });
    addFormats.default(ajv);
    expect(ajv.validate(schema, JSON.parse(text)), ajv.errorsText()).toBe(true);
  });

  it('is small where every service is in use: 5,000 of them are 150 MB', () => {
    expect(text.length).toBeLessThan(30_000);
  });

  it('stands in the manifest, and is of the rules and the reports that the manifest names', () => {
    const manifest = JSON.parse(inRun('manifest.json'));
    expect(manifest.files).toContainEqual(expect.objectContaining({ name: 'summary.json' }));
    expect(summary.rules).toBe(manifest.rules.sha256);
    expect(summary.reports).toEqual(['report.html', 'report.json']);
  });

  it('says of the scan what the report says', () => {
    const { scan, coverage, summary: told } = report;
    expect(summary.scan).toMatchObject({
      id: scan.id,
      account: scan.account,
      status: scan.status,
      startedAt: scan.startedAt,
      regions: scan.regions.length,
    });
    expect(summary.completeness.calls).toEqual(coverage.calls);
    expect(summary.completeness.gaps).toBe(coverage.gaps.length);
    expect(summary.completeness.permissions).toEqual(coverage.missingPermissions?.Action ?? []);
    const { byOutcome, bySeverity, score } = told;
    expect(summary.summary).toEqual({ byOutcome, bySeverity, score });
  });

  it('counts the findings of every check, the failures by their own severities', () => {
    expect(Object.keys(summary.checks)).toEqual(report.checks.map(({ id }) => id));
    for (const [id, { fail = {}, ...counts }] of Object.entries(summary.checks)) {
      const of = report.findings.filter(({ check }) => check === id);
      for (const outcome of outcomes) {
        const wanted = of.filter((finding) => finding.outcome === outcome);
        if (outcome !== 'fail') expect(counts[outcome] ?? 0, id).toBe(wanted.length);
        else {
          const bySeverity: Record<string, number> = {};
          for (const { severity } of wanted) bySeverity[severity] = (bySeverity[severity] ?? 0) + 1;
          expect(fail, id).toEqual(bySeverity);
        }
      }
    }
  });

  it('has each control once, in the state that the report gives it', () => {
    for (const { framework, control, state } of report.controls) {
      const of = summary.controls[framework];
      if (state !== 'aws' && state !== 'no-check') expect(of?.[state]).toContain(control);
    }
    for (const [framework, of] of Object.entries(summary.controls)) {
      const lines = report.controls.filter((line) => line.framework === framework);
      const listed = [of.met, of['not-met'], of['partly-read'], of['to-attest']].flat();
      expect(listed.length + of.aws + of['no-check']).toBe(lines.length);
    }
  });

  it('counts the requests of each service, and the lines of responsibility in use', () => {
    const requests: Record<string, number> = {};
    for (const { service, attempts } of report.calls) {
      if (attempts > 0) requests[service] = (requests[service] ?? 0) + attempts;
    }
    expect(summary.requests).toEqual(requests);
    const used = report.responsibilities.filter(
      ({ inUse }) => inUse === 'yes' || inUse === 'unknown',
    );
    const lines = Object.values(summary.responsibilities).flatMap((of) => Object.values(of));
    expect(lines.reduce((sum, number) => sum + number, 0)).toBe(used.length);
    expect(summary.responsibilities['aws']).toEqual({
      'out-of-scope': used.filter(({ owner }) => owner === 'aws').length,
    });
  });
});
