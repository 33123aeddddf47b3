/** What report.md says, held against the report. What it is made of is held in test/reports/formats and test/text/markdown.test.ts. */
import { describe, expect, it } from 'vitest';
import { markdown } from '../../reports/markdown/markdown.ts';
import type { Report } from '../../src/report/model.ts';
import { severities, type Severity } from '../../src/report/model.ts';
import { textOf } from '../support/format-case.ts';
import { emptyReport } from '../support/hostile-report.ts';
import { partsOf } from '../support/markdown.ts';
import { sampleReport } from '../support/sample-report.ts';

/** Bytes that the file may have. */
const most = 64_000;

/** `12 critical, 1,003 low`, by severity. */
function countsIn(text: string): ReadonlyMap<string, number> {
  const found = text.matchAll(/([\d,]+) (critical|high|medium|low|informational)\b/g);
  return new Map(
    [...found].map(([, count = '', severity = '']) => [
      severity,
      Number(count.replaceAll(',', '')),
    ]),
  );
}

/** A section of the text, from its heading to the next. */
function section(text: string, heading: string): string {
  const [, rest = ''] = text.split(`\n### ${heading}\n`);
  return rest.split('\n### ')[0] ?? '';
}

function fails(report: Report, severity: Severity): number {
  return report.findings.filter((each) => each.outcome === 'fail' && each.severity === severity)
    .length;
}

/** Failures that are listed, each line with the Regions that it names. */
function listedIn(failures: string): number {
  const lines = failures.split('\n').filter((line) => line.startsWith('  - `'));
  const placesOf = (line: string) => {
    const [, named = '', more = '0'] =
      / in ((?:`[^`]+`(?:, )?)+)(?: and (\d+) more Regions?)?: /.exec(line) ?? [];
    return Math.max(1, partsOf(named).code.length + Number(more));
  };
  return lines.reduce((sum, line) => sum + placesOf(line), 0);
}

/** The report with so many failures of its first failing check, each of another resource. */
function failing(count: number, change: (at: number) => object = () => ({})): Report {
  const report = sampleReport();
  const [first] = report.findings;
  if (first === undefined) throw new Error('nothing fails');
  const findings = Array.from({ length: count }, (_, at) => ({
    ...first,
    id: String(at).padStart(24, '0'),
    resource: { ...first.resource, name: `bucket ${at}` },
    ...change(at),
  }));
  const none = { critical: 0, high: 0, medium: 0, low: 0, informational: 0 };
  const counted = { ...none };
  for (const { severity } of findings) counted[severity] += 1;
  return { ...report, findings, summary: { ...report.summary, bySeverity: counted } };
}

describe('the failures', () => {
  it.each([
    ['a small report', sampleReport()],
    ['10,000 findings', sampleReport({ buckets: 1500 })],
  ])(
    'are counted by severity, and each is listed or counted as not listed, in %s',
    async (_, report) => {
      const failures = section(await textOf(markdown, report), 'Failures');
      const [head = ''] = failures.trim().split('\n');
      const [, left = ''] = failures.split('**Not listed here: ');
      const notListed = countsIn(left.split('**')[0] ?? '');
      for (const severity of severities) {
        expect(countsIn(head).get(severity) ?? 0).toBe(fails(report, severity));
      }
      const all = report.findings.filter(({ outcome }) => outcome === 'fail').length;
      const rest = [...notListed.values()].reduce((sum, count) => sum + count, 0);
      expect(listedIn(failures) + rest).toBe(all);
    },
  );

  it('come with their reasons, the gravest first', async () => {
    const report = sampleReport();
    const text = await textOf(markdown, report);
    const headings = [...text.matchAll(/^#### (\w+)$/gm)].map(([, name = '']) =>
      name.toLowerCase(),
    );
    expect(headings).toEqual(severities.filter((severity) => fails(report, severity) > 0));
    expect(text).toContain('the setting is off for `acme-prod-data-');
    expect(text).toContain(`What should hold: ${report.findings[0]?.title.slice(0, 20)}`);
  });

  it('that are muted say so, and stay failures', async () => {
    const report = sampleReport();
    const muted = report.findings.filter((finding) => finding.muted !== undefined);
    const text = await textOf(markdown, report);
    expect(muted.length).toBeGreaterThan(0);
    expect(text.match(/\(.*\*\*muted\*\* until 2027-01-31 by web team: /g)).toHaveLength(
      muted.length,
    );
  });

  it('of one setting in many Regions are one line', async () => {
    const text = await textOf(
      markdown,
      failing(17, (at) => ({
        region: `xx-north-${at}`,
        resource: { name: 'one', arn: 'one', type: 'x' },
      })),
    );
    expect(text).toContain(
      '  - `one` in `xx-north-0`, `xx-north-1`, `xx-north-2`, `xx-north-3`, `xx-north-4` and 12 more Regions: ',
    );
    expect(text).not.toContain('Not listed here');
  });
});

describe('the size', () => {
  it.each([
    ['one check with 100,000 failures', failing(100_000)],
    [
      'names of 10 kB',
      failing(3000, (at) => ({
        check: `check-${Math.floor(at / 10)}`,
        resource: { name: '🪣'.repeat(5000), arn: 'x', type: 'x' },
        reasons: ['\u202E'.repeat(10_000), `${at}`],
      })),
    ],
  ])(
    'keeps to what a comment takes, whole characters alone, and says what is left out: %s',
    async (_, report) => {
      const text = await textOf(markdown, report);
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(most);
      expect(text).not.toMatch(/\p{Cs}/u);
      expect(text).toMatch(/\*\*Not listed here: [\d,]+ \w+\.\*\*/);
      expect(() => partsOf(text)).not.toThrow();
      // What comes after the failures is there all the same.
      for (const heading of ['### Not read', '### Responsibilities', '### The rest']) {
        expect(text).toContain(`\n${heading}\n`);
      }
    },
  );

  it('is used, so that few failures are left out where there is room', async () => {
    const text = await textOf(markdown, failing(90));
    expect(listedIn(section(text, 'Failures'))).toBe(90);
  });
});

describe('the rest', () => {
  it('says what was not read, and has the statement to paste as JSON', async () => {
    const report = sampleReport({ partial: true });
    const Action = ['s3:GetBucketPolicy', 'kms:GetKeyPolicy'];
    const missingPermissions = { Effect: 'Allow', Action, Resource: '*' } as const;
    const coverage = { ...report.coverage, missingPermissions };
    const text = await textOf(markdown, { ...report, coverage });
    const [, json = ''] = /```json\n([\s\S]+?)\n```/.exec(text) ?? [];
    expect(JSON.parse(json)).toEqual(missingPermissions);
    const gaps = section(text, 'Not read').match(/^- /gm);
    expect(gaps).toHaveLength(report.coverage.gaps.length);
    expect(text).toContain(
      '**Partial:** the scan ended before its end, by the deadline of 14 minutes.',
    );
  });

  it('points to the policy where the statement is too long', async () => {
    const report = sampleReport();
    const Action = Array.from({ length: 400 }, (_, at) => `service:DescribeThing${at}`);
    const coverage = {
      ...report.coverage,
      missingPermissions: { Effect: 'Allow', Action, Resource: '*' } as const,
    };
    const text = await textOf(markdown, { ...report, coverage });
    expect(text).not.toContain('```json');
    expect(text).toContain('lacks 400 permissions: `srm-scan policy`');
  });

  it('splits the responsibilities that are in use by owner and status', async () => {
    const report = sampleReport();
    const used = report.responsibilities.filter(
      ({ inUse }) => inUse === 'yes' || inUse === 'unknown',
    );
    const rows =
      section(await textOf(markdown, report), 'Responsibilities').match(
        /^\| (?:Customer|Shared|AWS) .*$/gm,
      ) ?? [];
    const cells = rows.map((row) => row.split('|').slice(2, -1).map(Number));
    expect(cells.map(([lines]) => lines)).toEqual(
      (['customer', 'shared', 'aws'] as const).map(
        (owner) => used.filter((line) => line.owner === owner).length,
      ),
    );
    for (const [lines, ...statuses] of cells) {
      expect(statuses.reduce((sum, count) => sum + count, 0)).toBe(lines);
    }
  });

  it('tells of mutes and attestations, of void ones first', async () => {
    const report = sampleReport();
    const mute = { check: 's3-*', reason: 'the *website*', owner: 'web', until: '2027-01-31' };
    const attestation = {
      question: 's3.x',
      answer: 'we do',
      by: 'Ann',
      on: '2026-01-01',
      until: '2027-01-31',
      evidence: [],
    };
    const text = await textOf(markdown, {
      ...report,
      mutes: [
        { ...mute, state: 'in-force', matched: 4, muted: 3 },
        { ...mute, until: '2026-01-31', state: 'void', matched: 2, muted: 0 },
      ],
      attestations: [
        { ...attestation, state: 'in-force' },
        { ...attestation, question: 's3.y', until: '2026-02-01', state: 'expired' },
      ],
    });
    expect(section(text, 'Muted')).toContain(
      '- `s3-*`, 3 failures, until 2027-01-31 by web: the `*website*`',
    );
    expect(section(text, 'Muted')).toContain(
      '- **Void since 2026-01-31 is past: `s3-*` (web); 2 findings would fit.**',
    );
    expect(section(text, 'Attested')).toContain(
      '- `s3.x`, 2026-01-01 to 2027-01-31, by Ann: we do',
    );
    expect(section(text, 'Attested')).toContain(
      '- **Void since 2026-02-01 is past: `s3.y`, by Ann.**',
    );
  });

  it('says of an empty account that nothing could be judged, and that nothing fails', async () => {
    const text = await textOf(markdown, emptyReport());
    expect(text).toContain('**None of the customer’s findings could be judged.**');
    expect(section(text, 'Failures').trim()).toBe('None.');
  });
});
