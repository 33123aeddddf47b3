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

  it('says that the scanner itself failed, although every call was answered (F66)', () => {
    const report = sampleReport();
    const { planned } = report.coverage.calls;
    const calls = { planned, ok: planned, denied: 0, throttled: 0, failed: 0, skipped: 0 };
    const gaps = [
      {
        service: 's3',
        operation: 's3.buckets',
        region: 'global',
        regions: ['global'],
        reason: 'fault' as const,
        cause: 'srm-scan itself is at fault: the collector itself failed: boom',
        cure: 'Report it.',
        iamAction: '',
        count: 1,
        checks: ['s3-bucket-not-public'],
      },
    ];
    const faulty = { ...report, coverage: { calls, gaps } };
    const text = summaryText(readerOf(faulty), { ...plain, width: 200 });
    expect(text).toContain(`${planned} of ${planned} calls answered; srm-scan itself failed`);
    expect(text).toContain(
      's3.buckets in global: srm-scan itself is at fault: the collector itself failed: boom; touches 1 check',
    );
    expect(text).not.toContain('all that was in scope');
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

  it('F49 gives the missing permissions as one statement to paste', () => {
    const report = sampleReport();
    const missingPermissions = {
      Effect: 'Allow' as const,
      Action: Array.from({ length: 24 }, (_, number) => `ec2:DescribeThings${number}`),
      Resource: '*' as const,
    };
    const coverage = { ...report.coverage, missingPermissions };
    const text = summaryText(readerOf({ ...report, coverage }), plain);
    const [, pasted = ''] = /identity lacks, and lifts no denial:\n([^]*?})\n/.exec(text) ?? [];
    expect(JSON.parse(pasted)).toEqual(missingPermissions);
    expect(longest(text)).toBeLessThanOrEqual(80);
  });

  it('F49 names the command that prints them, where they are more than a terminal is for', () => {
    const report = sampleReport();
    const Action = Array.from({ length: 25 }, (_, number) => `ec2:DescribeThings${number}`);
    const missingPermissions = { Effect: 'Allow' as const, Action, Resource: '*' as const };
    const coverage = { ...report.coverage, missingPermissions };
    const text = summaryText(readerOf({ ...report, coverage }), plain);
    expect(text).toContain('lacks 25 permissions of 1 services');
    expect(text).not.toContain('"Effect"');
  });

  it('F50 says why a call failed, and not again why a scan was ended', () => {
    const report = sampleReport({ partial: true });
    const [gap] = report.coverage.gaps;
    if (!gap) throw new Error('the sample has no gap');
    const textOf = (reason: typeof gap.reason) => {
      const gaps = [{ ...gap, reason, cause: 'What came: status 200 without a body' }];
      return summaryText(readerOf({ ...report, coverage: { ...report.coverage, gaps } }), plain);
    };
    expect(textOf('failed')).toContain('\n      What came: status 200 without a body');
    expect(textOf('denied')).toContain('\n      What came: status 200 without a body');
    expect(textOf('interrupted')).not.toContain('What came');
  });

  it('F64 says what the seal of the evidence proves, and what not', () => {
    const report = sampleReport();
    const head = 'ab'.repeat(32);
    const textOf = (evidence: NonNullable<Report['scan']['evidence']>) =>
      summaryText(readerOf({ ...report, scan: { ...report.scan, evidence } }), plain);
    expect(textOf({ head, calls: 7 })).toContain(`  7 calls, chained up to\n    ${head}\n`);
    expect(textOf({ head, calls: 7 })).toMatch(/whoever can rewrite the file can chain\s+it anew/);
    expect(textOf({ head: null, calls: 7 })).toMatch(/, not sealed as a whole/);
    expect(summaryText(readerOf(report), plain)).not.toContain('Evidence');
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
