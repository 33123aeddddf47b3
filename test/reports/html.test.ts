/** What the HTML report says without a browser. The tests of test/reports/html open it in one. */
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { Gap } from '../../src/report/model.ts';
import { completenessSentence } from '../../reports/html/completeness.ts';
import { printable } from '../../src/text/printable.ts';
import { verdictSentence } from '../../reports/html/verdict.ts';
import { html } from '../../reports/html/html.ts';
import { paperStyle, script, style } from '../../reports/html/page.generated.ts';
import { checksAsJudged, controlTexts } from '../../reports/html/relations.ts';
import { number, statusWords } from '../../reports/html/words.ts';
import { generatePage } from '../../scripts/generate-html-page.ts';
import type { Report } from '../../src/report/model.ts';
import { readerOf } from '../support/report-document.ts';
import { sampleReport } from '../support/sample-report.ts';

async function rendered(report: Report): Promise<string> {
  let text = '';
  for await (const piece of html.render(readerOf(report))) text += piece;
  return text;
}

function closedGaps(regions: readonly string[]): readonly Gap[] {
  if (regions.length === 0) return [];
  return [
    {
      service: '*',
      operation: '*',
      region: '*',
      regions,
      reason: 'denied',
      cause: 'A service control policy denies every call of this scan there.',
      cure: '',
      iamAction: '*',
      count: 2,
      checks: [],
    },
  ];
}

function scored(
  passed: number,
  failed: number,
  critical: number,
  unread: number,
  closed: readonly string[] = [],
) {
  const none = { critical: 0, high: 0, medium: 0, low: 0, informational: 0 };
  const { summary, scan, coverage } = sampleReport();
  return {
    scan,
    coverage: { ...coverage, gaps: closedGaps(closed) },
    summary: {
      ...summary,
      bySeverity: { ...none, critical, medium: failed - critical },
      score: { passed, of: passed + failed + unread },
    },
  };
}

describe('the verdict', () => {
  it.each([
    [
      259,
      41,
      3,
      12,
      '41 of the customer’s 312 findings fail, 3 of them critical; 12 could not be read.',
    ],
    [1, 1, 0, 0, '1 of the customer’s 2 findings fails, none of them critical.'],
    [300, 0, 0, 12, 'None of the customer’s 312 findings fails; 12 could not be read.'],
    [1312, 0, 0, 0, 'All 1,312 of the customer’s findings pass.'],
    [0, 0, 0, 0, 'None of the customer’s findings could be judged.'],
  ])(
    'with %i passed, %i failed, %i critical, %i unread',
    (passed, failed, critical, unread, said) => {
      expect(verdictSentence(scored(passed, failed, critical, unread))).toBe(said);
    },
  );

  it('F19 has the Regions of which nothing was read', () => {
    expect(verdictSentence(scored(3, 2, 1, 4, ['sa-east-1']))).toBe(
      '2 of the customer’s 9 findings fail, 1 of them critical; 4 could not be read, and nothing of sa-east-1.',
    );
    expect(verdictSentence(scored(3, 0, 0, 0, ['ap-south-1', 'sa-east-1']))).toBe(
      'All 3 of the customer’s findings pass; nothing of ap-south-1 and sa-east-1 could be read.',
    );
    expect(verdictSentence(scored(0, 0, 0, 0, ['a-1', 'b-1', 'c-1', 'd-1']))).toBe(
      'None of the customer’s findings could be judged, and nothing of 4 regions could be read.',
    );
  });

  it('says that all was read only where nothing is missing and the scan came to its end', () => {
    const { scan, coverage } = sampleReport();
    const calls = { planned: 9, ok: 9, denied: 0, throttled: 0, failed: 0, skipped: 0 };
    const whole = { scan, coverage: { calls, gaps: [] } };
    expect(completenessSentence(whole)).toMatch(
      /^Everything that was asked for was read: all 9 calls/,
    );
    expect(completenessSentence({ ...whole, scan: { ...scan, status: 'partial' } })).toMatch(
      /^Not ev/,
    );
    expect(completenessSentence({ ...whole, coverage: { ...coverage, calls } })).toMatch(/^Not ev/);
  });
});

describe('the page', () => {
  it('is the same for the same report', async () => {
    expect(await rendered(sampleReport())).toBe(await rendered(sampleReport()));
  });

  it('F49 has one row for each gap, with its Regions, and the missing permissions as a statement', async () => {
    const report = sampleReport();
    const missingPermissions = { Effect: 'Allow', Action: ['a:B', 'c:D'], Resource: '*' } as const;
    const [gap] = report.coverage.gaps;
    if (!gap) throw new Error('the sample has no gap');
    const many = Array.from({ length: 17 }, (_, number) => `eu-test-${number}`);
    const coverage = { ...report.coverage, gaps: [{ ...gap, region: '*', regions: many }] };
    const page = await rendered({ ...report, coverage: { ...coverage, missingPermissions } });
    for (const region of many) expect(page).toContain(region);
    expect(page).toContain('17 Regions');
    const [, pasted = ''] = /<pre[^>]*><code>([^<]*)<\/code><\/pre>/.exec(page) ?? [];
    expect(JSON.parse(pasted.replaceAll('&quot;', '"'))).toEqual(missingPermissions);
  });

  it('F64 names the end of the chain of the evidence', async () => {
    const report = sampleReport();
    const head = 'ab'.repeat(32);
    const page = (evidence: NonNullable<Report['scan']['evidence']>) =>
      rendered({ ...report, scan: { ...report.scan, evidence } });
    expect(await page({ head, calls: 7 })).toContain(
      `7 calls, chained; the chain ends in <code>${head}`,
    );
    expect(await page({ head: null, calls: 7 })).toContain(
      'not sealed as a whole: that calls, the selection or the Regions were changed would not show',
    );
  });

  it('colours the failures of a cell of the matrix alone', async () => {
    const page = await rendered(sampleReport());
    expect(page).toMatch(/<span class="counts"><span class="failing">\d+ fail<\/span>, \d+ pass/);
    expect(page).not.toMatch(/class="failing">[^<]*pass/);
    expect(page).not.toContain('class="counts failing"');
  });

  it('says what each state of a responsibility line means', async () => {
    const page = await rendered(sampleReport());
    const defined = [...page.matchAll(/<dt>(.*?)<\/dt>/gs)].map(([, word = '']) =>
      word.replace(' (of a line)', '').trim().toLowerCase(),
    );
    for (const word of Object.values(statusWords)) expect(defined).toContain(word);
  });

  it('no id of a control stands as if it were met where the check asks for another thing', () => {
    const report = sampleReport();
    const [check] = report.checks;
    if (!check) throw new Error('the sample has no check');
    const claim = { framework: 'cis-aws-6.0', source: 'own' } as const;
    const claims = [
      { ...claim, control: '9.1', relation: 'equal' },
      { ...claim, control: '9.2', relation: 'subset-of', because: 'b' },
      { ...claim, control: '9.3', relation: 'superset-of', because: 'b' },
      { ...claim, control: '9.4', relation: 'equal' },
    ] as const;
    const controls = [
      {
        framework: 'cis-aws-6.0',
        control: '9.4',
        title: 't',
        standing: 'supports',
        state: 'partly-read',
        checks: [{ check: check.id, relation: 'intersects-with' }],
      },
    ] as const;
    const [judged] = checksAsJudged({ checks: [{ ...check, claims }], controls });
    if (!judged) throw new Error('the check is gone');
    expect(controlTexts(judged)).toEqual([
      'cis-aws-6.0: 9.1, 9.2 (a part), 9.3 (more), 9.4 (in part)',
    ]);
  });

  it('lists every control of a chosen framework by its state, each reason once', async () => {
    const report = sampleReport();
    const line = { framework: 'soc-2-2017', standing: 'not-assessed', checks: [] } as const;
    const noCheck = { state: 'no-check', noCheck: 'procedural', reason: 'People do it.' } as const;
    const controls = [
      { ...line, control: 'CC1.1', title: 'Values', ...noCheck },
      { ...line, control: 'CC1.2', title: 'A board', ...noCheck },
      { ...line, control: 'CC6.4', title: 'Doors', state: 'aws', reason: 'Doors are AWS’s.' },
    ] as const;
    const page = await rendered({ ...report, controls });
    expect(page).not.toContain('By control');
    const selection = { ...report.scan.selection, frameworks: ['soc-2-2017'] };
    const chosen = await rendered({ ...report, scan: { ...report.scan, selection }, controls });
    expect(chosen).toContain('soc-2-2017: 2 controls without a check');
    expect(chosen).toContain('soc-2-2017: 1 control of AWS alone');
    expect(chosen.match(/Procedural\. People do it\./g)).toHaveLength(1);
    expect(chosen).toContain('<strong>CC6.4</strong> Doors');
  });

  it('lets a long ARN of a gap break at its separators', async () => {
    const report = sampleReport();
    const [gap] = report.coverage.gaps;
    if (!gap) throw new Error('the sample has no gap');
    const cause = 'User: arn:aws:sts::123456789012:assumed-role/auditor/session may not';
    const page = await rendered({
      ...report,
      coverage: { ...report.coverage, gaps: [{ ...gap, cause }] },
    });
    expect(page).toContain(
      'User: arn:<wbr />aws:<wbr />sts:<wbr />:<wbr />123456789012:<wbr />assumed-role/<wbr />auditor/<wbr />session may not',
    );
  });

  it('says in which parts an account was read, on the page and on paper, where there are several', async () => {
    const report = sampleReport();
    const parts = [
      {
        startedAt: '2026-11-27T02:32:00.000Z',
        finishedAt: '2026-11-27T02:46:30.000Z',
        calls: 1200,
      },
      { startedAt: '2026-11-27T02:47:00.000Z', finishedAt: '2026-11-27T02:51:00.000Z', calls: 1 },
    ];
    const read = async (of: typeof parts) =>
      (await rendered({ ...report, scan: { ...report.scan, parts: of } }))
        .replaceAll(/<[^>]*>/g, '')
        .replaceAll(/\s+/g, ' ')
        .split(
          'Read in 2 parts, one after the other, judged together as of the beginning of the first:',
        )
        .slice(1);
    const said = await read(parts);
    expect(said).toHaveLength(2);
    for (const text of said)
      expect(text).toMatch(
        /^ 1,200 calls from [^;]*02:32[^;]* to [^;]*02:46[^;]*; 1 call from [^;]*02:47[^;]* to [^;]*02:51/,
      );
    expect(await read(parts.slice(1))).toEqual([]);
  });

  it('names every service, in use or not', async () => {
    const report = sampleReport();
    const page = await rendered(report);
    for (const name of new Set(report.responsibilities.map((line) => line.serviceName))) {
      expect(page).toContain(name);
    }
  });

  it('comes in pieces, so that a large report is never one text', async () => {
    const lengths: number[] = [];
    for await (const piece of html.render(readerOf(sampleReport({ buckets: 4000 }))))
      lengths.push(piece.length);
    expect(lengths.length).toBeGreaterThan(10);
    expect(Math.max(...lengths)).toBeLessThan(1_500_000);
  });

  it('refuses a finding of a check that the report does not list', async () => {
    const report = sampleReport();
    await expect(rendered({ ...report, checks: report.checks.slice(1) })).rejects.toThrow(
      /no check/,
    );
  });

  it('is ASCII alone, whatever the account is called', async () => {
    const report = sampleReport();
    const account = { ...report.scan.account, alias: 'é日🙂' };
    const page = await rendered({ ...report, scan: { ...report.scan, account } });
    expect(page).toMatch(/^\p{ASCII}*$/u);
    expect(page).toContain('(&#233;&#26085;&#128578;)');
  });

  it('writes whole numbers as Intl.NumberFormat does', () => {
    const numbers = [0, 7, 999, 1000, 12_345, 123_456, 1_234_567, 4_294_967_295, -1234];
    const usual = new Intl.NumberFormat('en-GB');
    expect(numbers.map(number)).toEqual(numbers.map((each) => usual.format(each)));
  });

  it('is small but for its data: 100,000 findings and all that reads them are 1.5 MB', () => {
    expect(Buffer.byteLength(script + style + paperStyle)).toBeLessThan(120_000);
  });

  it('holds the script and the style as they stand in reports/html/ui', async () => {
    const module = new URL('../../reports/html/page.generated.ts', import.meta.url);
    expect(await readFile(module, 'utf8'), 'run `npm run generate`').toBe(
      await generatePage('html'),
    );
  });
});

describe('a character that cannot be seen', () => {
  it.each([
    ['\u001b[31m', '<U+001B>[31m'],
    ['a\u202Eb', 'a<U+202E>b'],
    ['a\u200Bb\uFEFF', 'a<U+200B>b<U+FEFF>'],
    ['line\r\nfeed\u2028', 'line<U+000D><U+000A>feed<U+2028>'],
    ['\u{E0041}tag', '<U+E0041>tag'],
    ['half \ud800 pair', 'half <U+D800> pair'],
    ['é 日本 עברית 🙂', 'é 日本 עברית 🙂'],
  ])('is written out: %j', (text, shown) => {
    expect(printable(text)).toBe(shown);
  });
});
