import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ocsf } from '../../reports/ocsf.ts';
import type { Report } from '../../src/report/model.ts';
import { reportsToTell } from '../support/format-case.ts';
import { hostileReport } from '../support/hostile-report.ts';
import { readerOf } from '../support/report-document.ts';
import { sampleReport } from '../support/sample-report.ts';
import { draft2020 } from '../support/standard-schemas.ts';

const faults = draft2020('ocsf/compliance_finding-1.6.0.cloud-datetime.schema.json');

const event = z.object({
  type_uid: z.number(),
  severity: z.string(),
  severity_id: z.number(),
  status_id: z.number().optional(),
  finding_info: z.object({ uid: z.string() }),
  compliance: z.object({ status: z.string(), status_id: z.number(), control: z.string() }),
  resources: z.array(z.object({ name: z.string() })),
  unmapped: z.object({ outcome: z.string() }),
});

async function written(report: Report) {
  let text = '';
  for await (const piece of ocsf.render(readerOf(report))) text += piece;
  expect(text === '' || text.endsWith('\n')).toBe(true);
  const parsed = text
    .split('\n')
    .slice(0, -1)
    .map((line): unknown => JSON.parse(line));
  for (const each of parsed) expect(faults(each)).toEqual([]);
  return parsed.map((each) => event.parse(each));
}

describe('events of OCSF', () => {
  it.each(reportsToTell)('are valid for %s, one for each finding', async (_, make) => {
    const report = make();
    const events = await written(report);
    expect(events.map(({ finding_info: { uid } }) => uid)).toEqual(
      report.findings.map(({ id }) => id),
    );
  });

  it('say no outcome but the finding’s own', async () => {
    const report = sampleReport();
    const events = await written(report);
    const said = new Map(
      events.map(({ compliance, unmapped }) => [unmapped.outcome, compliance.status_id]),
    );
    expect(Object.fromEntries(said)).toEqual({
      pass: 1,
      fail: 3,
      unknown: 2,
      manual: 99,
      'not-applicable': 99,
      'out-of-scope': 99,
    });
    expect(events.every(({ type_uid: type }) => type === 200_301)).toBe(true);
  });

  it('grade failures alone, and suppress those that are muted', async () => {
    const report = sampleReport();
    const events = await written(report);
    for (const [index, finding] of report.findings.entries()) {
      const told = events[index];
      const graded: Readonly<Record<string, string>> = {
        fail: finding.severity,
        unknown: 'unknown',
      };
      expect(told?.severity.toLowerCase()).toBe(graded[finding.outcome] ?? 'informational');
      if (finding.muted) expect(told?.status_id).toBe(3);
      if (finding.outcome === 'pass') expect(told?.status_id).toBeUndefined();
    }
    expect(report.findings.some(({ muted }) => muted)).toBe(true);
  });

  it('write out what cannot be seen', async () => {
    const events = await written(hostileReport());
    const names = events.flatMap(({ resources }) => resources.map(({ name }) => name));
    expect(names).toContain('lone<U+D800>surrogate');
    expect(names).toContain('nul<U+0000>byte');
    expect(names.every((name) => Buffer.from(name).toString() === name)).toBe(true);
  });
});
