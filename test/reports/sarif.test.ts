/** What GitHub takes of a file of SARIF, and how the rest is told: docs.github.com, "SARIF results exceed one or more limits". */
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { sarif } from '../../reports/sarif/sarif.ts';
import { type Finding, type Report, severities } from '../../src/report/model.ts';
import { textOf } from '../support/format-case.ts';
import { sarifCase } from './formats/sarif.ts';
import { sampleReport } from '../support/sample-report.ts';

const document = z.object({
  runs: z.tuple([
    z.object({
      tool: z.object({ driver: z.object({ rules: z.array(z.object({ id: z.string() })) }) }),
      invocations: z.tuple([
        z.object({
          toolExecutionNotifications: z.array(
            z.object({
              descriptor: z.object({ id: z.string() }),
              message: z.object({ text: z.string() }),
              properties: z.object({ count: z.number().optional() }),
            }),
          ),
        }),
      ]),
      results: z.array(
        z.object({
          partialFingerprints: z.object({ primaryLocationLineHash: z.string() }),
          properties: z.object({ severity: z.enum(severities) }),
        }),
      ),
    }),
  ]),
});

/** So many failures of all severities and checks, in the order of a report: the gravest first. */
function failing(count: number): Report {
  const report = sampleReport();
  const { checks } = report;
  const [finding] = report.findings;
  if (finding === undefined) throw new Error('the sample has no finding');
  const findings = Array.from({ length: count }, (_, at): Finding => {
    const check = checks[at % checks.length] ?? checks[0];
    const name = `bucket-${at}-${(at * 7919).toString(36)}`;
    return {
      ...finding,
      ...(check && { check: check.id, title: check.title, severity: check.severity }),
      id: (at * 104_729).toString(16).padStart(24, '0'),
      outcome: 'fail',
      resource: { name, type: 'AWS::S3::Bucket', arn: `arn:aws:s3:::${name}` },
      reasons: [`the setting is off for ${name}`],
    };
  });
  const inOrder = findings.toSorted(
    (a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity),
  );
  const { summary } = report;
  const byOutcome = { ...summary.byOutcome, fail: count };
  return { ...report, findings: inOrder, summary: { ...summary, byOutcome } };
}

async function runOf(report: Report) {
  const text = await textOf(sarif, report);
  const [run] = document.parse(JSON.parse(text)).runs;
  const [{ toolExecutionNotifications: told }] = run.invocations;
  return { text, run, cut: told.filter(({ descriptor }) => descriptor.id === 'cut') };
}

describe('30,000 failures', () => {
  const report = failing(30_000);
  const made = runOf(report);

  it('become 25,000 results, of which none is less grave than one that is left out', async () => {
    const { run } = await made;
    const kept = new Set(
      run.results.map((each) => each.partialFingerprints.primaryLocationLineHash),
    );
    expect(kept.size).toBe(25_000);
    const ranks = report.findings.map(({ id, severity }) => ({
      rank: severities.indexOf(severity),
      isKept: kept.has(id),
    }));
    const worstKept = Math.max(...ranks.flatMap(({ rank, isKept }) => (isKept ? [rank] : [])));
    const bestLeft = Math.min(...ranks.flatMap(({ rank, isKept }) => (isKept ? [] : [rank])));
    expect(worstKept).toBeLessThanOrEqual(bestLeft);
    expect(kept).toEqual(new Set(report.findings.slice(0, 25_000).map(({ id }) => id)));
  });

  it('are told as cut, with the number that is left out', async () => {
    const { cut } = await made;
    expect(cut.map(({ properties }) => properties.count)).toEqual([5000]);
    expect(cut[0]?.message.text).toContain('gravest 25000 of 30000 failures');
    expect(cut[0]?.message.text).toContain('5000 are left out');
  });

  it('make a file that GitHub takes: valid, of one run, and less than 10 MB compressed', async () => {
    const { text, run } = await made;
    expect(await sarifCase.faults(text)).toEqual([]);
    expect(run.tool.driver.rules.length).toBeLessThanOrEqual(25_000);
    expect(gzipSync(text).length).toBeLessThan(10_000_000);
  });
});

it('25,000 failures are told whole, and nothing is said of a cut', async () => {
  const { run, cut } = await runOf(failing(25_000));
  expect(run.results).toHaveLength(25_000);
  expect(cut).toEqual([]);
});
