import { describe, expect, it } from 'vitest';
import { summaryText } from '../../reports/terminal.ts';
import type { Report } from '../../src/report/model.ts';
import { readerOf } from '../support/report-document.ts';
import { hostileNames, sampleReport } from '../support/sample-report.ts';

const plain = { width: 80, colour: false, paths: ['srm-scan-report/report.json'] };

function longest(text: string): number {
  return Math.max(...text.split('\n').map((line) => line.length));
}

/** The report with every text that somebody else may have chosen made hostile. */
function hostile(name: string): Report {
  const report = sampleReport({ partial: true });
  const gaps = report.coverage.gaps.map((gap) => ({ ...gap, operation: name, cause: name }));
  return {
    ...report,
    scan: {
      ...report.scan,
      endedBy: `${name} ${name}`,
      principal: `arn:aws:sts::123456789012:assumed-role/${name}`,
      account: { id: '123456789012', alias: name },
    },
    coverage: { ...report.coverage, gaps },
    checks: report.checks.map((check) => ({ ...check, title: name })),
  };
}

describe('the summary on a terminal', () => {
  it('says what was read, what failed, and where the reports are', () => {
    const report = sampleReport();
    const text = summaryText(readerOf(report), plain);
    const { byOutcome, score } = report.summary;
    expect(text).toContain('account 123456789012 (acme-prod)');
    expect(text).toContain(`${score.passed} of ${score.of} of the customer's findings pass`);
    expect(text).toContain(`${byOutcome.fail} fail, ${byOutcome.unknown} could not be read`);
    expect(text).toContain('s3-bucket-not-public');
    expect(text).toContain('me-south-1');
    expect(text).toMatch(/Written\n {2}srm-scan-report\/report.json\n$/);
    expect(text).not.toContain('PARTIAL');
  });

  it.each([80, 60, 100])('fits in %i columns', (width) => {
    expect(
      longest(summaryText(readerOf(sampleReport({ partial: true })), { ...plain, width })),
    ).toBeLessThanOrEqual(width);
  });

  it('survives a terminal that has no width', () => {
    expect(summaryText(readerOf(sampleReport()), { ...plain, width: 0 })).toContain('Failures');
  });

  it.each(hostileNames.map((name) => [name]))('shows %j as the text that it is', (name) => {
    const text = summaryText(readerOf(hostile(name)), plain);
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029]/u);
    expect(longest(text)).toBeLessThanOrEqual(80);
  });

  it('says first that a scan was ended, and by what', () => {
    const text = summaryText(readerOf(sampleReport({ partial: true })), plain);
    expect(text).toContain('PARTIAL: the deadline of 14 minutes');
    expect(text).toContain('12 not sent');
    expect(text.indexOf('PARTIAL')).toBeLessThan(text.indexOf('Failures'));
  });

  it('names the permission that a refused call needs', () => {
    expect(summaryText(readerOf(sampleReport()), plain)).toMatch(
      /denied.*touches \d+ check.*\n +allow \S+:\S+/,
    );
  });

  it('has no colour where none is wanted, and else around whole words alone', () => {
    const colourless = summaryText(readerOf(sampleReport({ partial: true })), plain);
    expect(colourless).not.toContain('\u001B');
    const coloured = summaryText(readerOf(sampleReport({ partial: true })), {
      ...plain,
      colour: true,
    });
    expect(coloured).toContain('\u001B[31m');
    expect(coloured.replaceAll(/\p{Cc}\[\d+m/gu, '')).toBe(colourless);
  });

  it('says so where nothing failed and nothing was lost', () => {
    const report = sampleReport();
    const { calls } = report.coverage;
    const text = summaryText(
      readerOf({
        ...report,
        findings: report.findings.filter((finding) => finding.outcome === 'pass'),
        coverage: {
          calls: { ...calls, planned: calls.ok, denied: 0, throttled: 0, failed: 0, skipped: 0 },
          gaps: [],
        },
      }),
      plain,
    );
    expect(text).toContain(`${calls.ok} of ${calls.ok} calls answered, all that was in scope`);
    expect(text).toMatch(/Failures\n {2}none/);
  });
});
