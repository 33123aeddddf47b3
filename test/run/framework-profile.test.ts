/** `--framework` from the request to the report, over the evidence of the sample account. */
import { describe, expect, it } from 'vitest';
import { checks } from '../../checks/index.ts';
import { everything, type Selection } from '../../src/plan/asked.ts';
import type { Report } from '../../src/report/model.ts';
import { requestOf } from '../../src/run/request.ts';
import { readSample } from '../../src/run/sample.ts';
import { scan } from '../../src/run/scan.ts';
import { replaySource } from '../../src/run/replay-source.ts';
import { documentOf } from '../support/report-document.ts';
import { expectValid } from '../support/report-schema.ts';

const idle = 'iam-user-credentials-used-recently';
const evidence = await readSample();

async function reportFor(selection: Partial<Selection>): Promise<Report> {
  const request = requestOf(checks, { ...everything, checks: [idle], ...selection });
  return documentOf(await scan(request, replaySource(evidence)));
}

const standing = (report: Report, control: string) =>
  report.controls.find((line) => line.control === control)?.standing;
const reasonsOf = ({ findings }: Report) => findings.flatMap(({ reasons }) => reasons).join('\n');

describe('F24: a check whose default is 45 days, and a control that allows 90', () => {
  it('by default: judged by 45 days, its fails are none of the control', async () => {
    const report = await reportFor({});
    expectValid(report);
    expect(report.scan.parameters).toEqual([]);
    expect(reasonsOf(report)).toContain('45 days');
    expect(report.findings.some(({ outcome }) => outcome === 'fail')).toBe(true);
    expect(standing(report, 'IAM.8')).toBe('supports');
    expect(standing(report, 'IAM.22')).toBe('fail');
  });

  it('with the framework: judged by its 90 days, from the same answers, and the scope says so', async () => {
    const report = await reportFor({ frameworks: ['fsbp'] });
    expectValid(report);
    expect(report.scan.parameters).toEqual([
      { check: idle, parameter: 'maxIdleDays', value: 90, default: 45, from: 'framework' },
    ]);
    expect(reasonsOf(report)).toContain('90 days');
    expect(standing(report, 'IAM.8')).toBe('fail');
    expect(new Set(report.controls.map(({ framework }) => framework))).toEqual(
      new Set(['aws-fsbp']),
    );
    const hashes = ({ calls }: Report) => calls.map(({ sha256 }) => sha256);
    expect(hashes(report)).toEqual(hashes(await reportFor({})));
  });

  it("with a value of the user's: it beats the framework's, and decides no control", async () => {
    const settings = [`${idle}.maxIdleDays=400`];
    const report = await reportFor({ frameworks: ['fsbp'], settings });
    expect(report.scan.parameters).toEqual([
      { check: idle, parameter: 'maxIdleDays', value: 400, default: 45, from: 'user' },
    ]);
    expect(standing(report, 'IAM.8')).toBe('supports');
  });

  it('with two frameworks that ask for different values: the default stands', async () => {
    const report = await reportFor({ frameworks: ['fsbp', 'cis'] });
    expect(report.scan.parameters).toEqual([]);
    expect(standing(report, '2.11')).toBe('fail');
    expect(standing(report, 'IAM.8')).toBe('supports');
  });
});
