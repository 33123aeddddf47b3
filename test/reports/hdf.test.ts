/** What Heimdall makes of a file: its rules are those of inspecjs (mitre/heimdall2, libs/inspecjs, compute_status). */
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { byCheck } from '../../reports/hdf/by-check.ts';
import { hdf } from '../../reports/hdf/hdf.ts';
import { outcomes, type Finding, type Outcome, type Report } from '../../src/report/model.ts';
import { textOf } from '../support/format-case.ts';
import { emptyReport } from '../support/hostile-report.ts';
import { sampleReport } from '../support/sample-report.ts';

const control = z.looseObject({
  id: z.string(),
  impact: z.number(),
  tags: z.looseObject({ nist: z.array(z.string()).optional() }),
  results: z.array(
    z.looseObject({
      status: z.string(),
      message: z.string().optional(),
      finding_id: z.string().optional(),
    }),
  ),
  waiver_data: z.looseObject({ skipped_due_to_waiver: z.boolean() }).optional(),
});
type Control = z.infer<typeof control>;

async function controlsOf(report: Report): Promise<readonly Control[]> {
  const shape = z.object({ profiles: z.tuple([z.object({ controls: z.array(control) })]) });
  return shape.parse(JSON.parse(await textOf(hdf, report))).profiles[0].controls;
}

/** In the order in which Heimdall asks. */
function shownAs({ impact, results, waiver_data: waiver }: Control): string {
  const has = (wanted: string) => results.some(({ status }) => status === wanted);
  if (has('error')) return 'Profile Error';
  if (waiver?.skipped_due_to_waiver || impact === 0) return 'Not Applicable';
  if (results.length === 0) return 'Profile Error';
  if (has('failed')) return 'Failed';
  return has('passed') ? 'Passed' : 'Not Reviewed';
}

/** The sample with findings of one check, of these outcomes. */
function judged(all: readonly Outcome[], change: Partial<Finding> = {}): Report {
  const report = sampleReport();
  const [first] = report.findings;
  if (first === undefined) throw new Error('the sample has no finding');
  const { muted: _muted, ...plain } = first;
  const findings = all.map((outcome, at) => ({ ...plain, ...change, id: `${at}`, outcome }));
  return { ...report, findings, checks: report.checks.filter(({ id }) => id === first.check) };
}

async function shown(all: readonly Outcome[]): Promise<string> {
  const [, own] = await controlsOf(judged(all));
  return own === undefined ? 'nothing' : shownAs(own);
}

describe('a check', () => {
  it.each([
    [['pass', 'pass'], 'Passed'],
    [['fail', 'pass'], 'Failed'],
    [['unknown', 'pass'], 'Profile Error'],
    [['fail', 'unknown', 'pass'], 'Failed'],
    [['manual'], 'Not Reviewed'],
    [['not-applicable', 'out-of-scope'], 'Not Applicable'],
    [[], 'Not Applicable'],
  ] as const)('of which came %j is shown as %s', async (all, as) => {
    expect(await shown(all)).toBe(as);
  });

  it('with anything that fails is shown as failed, and one with anything unread never as passed', async () => {
    for (const other of outcomes) {
      expect(await shown(['fail', other])).toBe('Failed');
      if (other !== 'fail') expect(await shown(['unknown', other])).toBe('Profile Error');
    }
  });

  it('whose failures are muted stays failed, and says who accepts them until when', async () => {
    const muted = { reason: 'the website', owner: 'web', until: '2027-01-31' };
    const [, own] = await controlsOf(judged(['fail', 'fail'], { muted }));
    expect(own).toMatchObject({
      waiver_data: {
        expiration_date: '2027-01-31',
        justification: 'the website',
        message: '2 of 2 failures are muted, the first by web',
        skipped_due_to_waiver: false,
      },
    });
    expect(own && shownAs(own)).toBe('Failed');
    expect(own?.results[0]?.message).toMatch(/^muted until 2027-01-31 by web \(the website\): /);
  });

  it('that is informational has an impact: without one its failures would not be shown', async () => {
    const report = judged(['fail'], { severity: 'informational' });
    const checks = report.checks.map((check) => ({ ...check, severity: 'informational' as const }));
    const [, own] = await controlsOf({ ...report, checks });
    expect(own?.impact).toBeGreaterThan(0);
  });

  it('has its controls of NIST 800-53 as tags, with the revision', async () => {
    const report = sampleReport();
    const controls = await controlsOf(report);
    for (const { id, claims } of report.checks) {
      const wanted = claims.flatMap(({ framework, control: nist }) =>
        framework === 'nist-800-53-r5' ? [nist] : [],
      );
      const tags = controls.find((each) => each.id === id)?.tags.nist;
      expect(tags).toEqual(wanted.length === 0 ? undefined : [...wanted, 'Rev_5']);
    }
  });
});

describe('what was read', () => {
  it('is a control of its own: passed where all was', async () => {
    const [first] = await controlsOf(emptyReport());
    expect(first).toMatchObject({ id: 'srm-scan.coverage' });
    expect(first && shownAs(first)).toBe('Passed');
  });

  it('is an error for each gap, and for a scan that ended early', async () => {
    const report = sampleReport({ partial: true });
    const [first] = await controlsOf(report);
    expect(first?.results.map(({ status }) => status)).toEqual(
      ['partial', ...report.coverage.gaps].map(() => 'error'),
    );
  });
});

it('findings are gathered by check in few walks, also where one check has more than are held', () => {
  const sizes = { a: 10, b: 60_000, c: 49_985, d: 15, e: 1, none: 0 };
  const ids = Object.keys(sizes);
  const all = Object.entries(sizes).flatMap(([check, size]) =>
    Array.from({ length: size }, (_, at) => ({ check, id: `${check}${at}` })),
  );
  // In another order than by check.
  const mixed = all.toSorted((x, y) => (x.id.slice(1) < y.id.slice(1) ? -1 : 1));
  const report = sampleReport();
  const [finding] = report.findings;
  const [check] = report.checks;
  if (finding === undefined || check === undefined) throw new Error('the sample is empty');
  let walks = 0;
  const given = {
    checks: ids.map((id) => ({ ...check, id })),
    byCheck: new Map(
      Object.entries(sizes).map(
        ([id, fail]) => [id, { counts: { fail }, failures: {}, live: {} }] as const,
      ),
    ),
    findings: () => {
      walks += 1;
      return mixed.map((each) => ({ ...finding, ...each }));
    },
  };
  const told = [...byCheck(given, ({ id }) => id)].map(([id, made]) => [id, [...made]] as const);
  expect(told.map(([id, made]) => [id, made.length])).toEqual(Object.entries(sizes));
  for (const [id, made] of told) expect(made.every((each) => each.startsWith(id))).toBe(true);
  expect(walks).toBe(4);
});
