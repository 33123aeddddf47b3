import { describe, expect, it } from 'vitest';
import { json } from '../../reports/json.ts';
import type { Report } from '../../src/report/model.ts';
import { readerOf } from '../support/report-document.ts';
import { validate } from '../support/report-schema.ts';
import { sampleReport } from '../support/sample-report.ts';

/** What a user's script would read. */
async function written(report: Report): Promise<string> {
  let text = '';
  for await (const piece of json.render(readerOf(report))) text += piece;
  return text;
}

/** The sample as parsed JSON with one member replaced; `path` is dotted. */
async function withChange(path: string, value: unknown): Promise<unknown> {
  const root: unknown = JSON.parse(await written(sampleReport()));
  const names = path.split('.');
  const last = names.pop() ?? '';
  let at = root;
  for (const name of names) {
    if (typeof at !== 'object' || at === null) throw new Error(`no ${name} in ${path}`);
    at = Reflect.get(at, name);
  }
  if (typeof at !== 'object' || at === null) throw new Error(`no ${path}`);
  if (value === undefined) Reflect.deleteProperty(at, last);
  else Reflect.set(at, last, value);
  return root;
}

describe('the JSON report', () => {
  it('is the report model, with one line for each service that is not in use', async () => {
    const whole = sampleReport();
    const isOther = ({ inUse }: { readonly inUse: string }) =>
      inUse === 'no' || inUse === 'not-looked-for';
    const text = await written(whole);
    const { responsibilities, otherServices, ...rest }: Report = JSON.parse(text);
    const { responsibilities: lines, otherServices: _, ...model } = whole;
    expect(rest).toEqual(model);
    expect(responsibilities).toEqual(lines.filter((line) => !isOther(line)));
    const others = lines.filter(isOther);
    expect(otherServices.map(({ service }) => service)).toEqual([
      ...new Set(others.map(({ service }) => service)),
    ]);
    for (const { service, statuses, ...other } of otherServices) {
      const own = others.filter((line) => line.service === service);
      const { serviceName, category, inUse } = own[0] ?? {};
      expect(other).toEqual({ serviceName, category, inUse });
      const counted = Object.entries(statuses).flatMap(([status, count]) =>
        Array.from({ length: count }, () => status),
      );
      expect(counted.toSorted()).toEqual(own.map(({ status }) => status).toSorted());
    }
    expect(new Set(otherServices.map(({ inUse }) => inUse))).toEqual(
      new Set(['no', 'not-looked-for']),
    );
  });

  it('is valid by the published schema, complete or partial', async () => {
    for (const partial of [false, true]) {
      const document: unknown = JSON.parse(await written(sampleReport({ partial })));
      validate(document);
      expect(validate.errors ?? []).toEqual([]);
    }
  });

  it('is valid without any finding, call or check', async () => {
    const empty = { ...sampleReport(), findings: [], calls: [], checks: [], responsibilities: [] };
    const text = await written(empty);
    expect(JSON.parse(text)).toEqual(empty);
    expect(validate(JSON.parse(text))).toBe(true);
  });

  it('has each finding and each call on a line of its own', async () => {
    const report = sampleReport();
    const lines = (await written(report)).split('\n');
    for (const element of [...report.findings, ...report.calls]) {
      const line = JSON.stringify(element);
      expect(
        lines.filter((each) => each === `    ${line}` || each === `    ${line},`),
      ).toHaveLength(1);
    }
  });

  it('comes in pieces of bounded size, however many findings there are', () => {
    const report = sampleReport({ buckets: 2000 });
    const longest = Math.max(...report.findings.map((finding) => JSON.stringify(finding).length));
    const pieces = json.render(readerOf(report));
    if (!(Symbol.iterator in pieces)) throw new Error('the report is written synchronously');
    const lengths = [...pieces].map((piece) => piece.length);
    expect(lengths.length).toBeGreaterThan(50);
    const header = JSON.stringify(report.coverage, null, 4).length * 2;
    expect(Math.max(...lengths)).toBeLessThan(65_536 + longest + header);
  });
});

describe('the schema refuses', () => {
  it.each([
    ['another version', 'schema', 'srm-scan/report/1'],
    ['a member that it does not know', 'extra', true],
    ['an outcome of another tool', 'findings.0.outcome', 'PASSED'],
    ['a finding without evidence', 'findings.0.evidence', undefined],
    ['a finding with a member that it does not know', 'findings.0.risk', 7],
    ['a finding without a service', 'findings.0.service', undefined],
    ['a severity that was regraded for no reason', 'findings.0.regraded', { from: 'high' }],
    ['latent as false', 'findings.0.latent', false],
    ['a mute without its end', 'findings.0.muted', { reason: 'r', owner: 'o' }],
    [
      'a mute that ends on no date',
      'findings.0.muted',
      { reason: 'r', owner: 'o', until: 'never' },
    ],
    ['a short account id', 'scan.account.id', '1234'],
    ['a time with an offset', 'scan.startedAt', '2026-11-22T15:41:07+01:00'],
    ['a time that is none', 'calls.0.at', 'yesterday'],
    ['a hash that is none', 'calls.0.sha256', 'abc'],
    ['a gap of no calls', 'coverage.gaps.0.count', 0],
    ['a summary that misses an outcome', 'summary.byOutcome.unknown', undefined],
    ['a score below nothing', 'summary.score.passed', -1],
    ['a complete scan that ended early', 'scan.endedBy', 'a signal'],
    ['a link to something else than a page', 'checks.0.link', 'javascript:alert(1)'],
    ['an attestation without its question', 'responsibilities.0.status', 'attestation'],
  ])('%s', async (_, path, value) => {
    expect(validate(await withChange(path, value))).toBe(false);
  });

  it('nothing in what frameworks and inputs are named', async () => {
    expect(validate(await withChange('checks.0.controls', { 'own-framework': ['A.1'] }))).toBe(
      true,
    );
    expect(validate(await withChange('calls.0.input', { Any: { Thing: [1] } }))).toBe(true);
  });
});
