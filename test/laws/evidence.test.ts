/**
 * The promise that a report can be checked: a finding names every call that its verdict rests on. Each pass and fail
 * of the sample account is judged again from its own evidence alone, as if nothing else had ever been answered, and is
 * the same to the word. Every list comes in pages of one item, so that a finding which leaves out a page is noticed.
 */
import { beforeAll, expect, it } from 'vitest';
import { checks } from '../../checks/index.ts';
import type { CallRecord } from '../../src/aws/evidence/ledger.ts';
import type { Evidence } from '../../src/aws/evidence/record.ts';
import { discoveryCalls } from '../../src/plan/discovery-calls.ts';
import { operationsOf, plan } from '../../src/plan/plan.ts';
import type { Finding, Report } from '../../src/report/model.ts';
import { readSample } from '../../src/run/sample.ts';
import { type PagedEvidence, pagedEvidence } from '../support/paged-evidence.ts';
import { verdictsOf } from '../support/same-verdicts.ts';
import { scanSample } from '../support/scan-sample.ts';

/** Who and where: what every scan begins with, and no finding names. */
const discovery = new Set(
  discoveryCalls(plan(checks).collectors).map(({ service, name }) => `${service}:${name}`),
);

let evidence: Evidence;
let paged: PagedEvidence;
let whole: Report;

beforeAll(async () => {
  evidence = await readSample();
  paged = pagedEvidence(evidence, operationsOf(plan(checks)));
  whole = await scanSample(checks, paged);
});

it('says the same of an account whether its lists come whole or in pages', async () => {
  expect(paged.calls.size).toBeGreaterThan(evidence.calls.size + 50);
  expect(verdictsOf(whole)).toEqual(verdictsOf(await scanSample(checks, evidence)));
});

it.each(checks.map((check) => ({ id: check.id, check })))('$id', async ({ id, check }) => {
  const judged = whole.findings.filter(
    ({ check: of, outcome }) => of === id && (outcome === 'pass' || outcome === 'fail'),
  );
  for (const [named, findings] of byEvidence(judged)) {
    // In the Regions that were read: that one is closed is told by what was asked there, not by a finding.
    const { regions } = whole.scan;
    const again = await scanSample([check], paged.onlyWith(isOneOf(named)), regions);
    const after = new Map(again.findings.map((finding) => [finding.id, finding]));
    for (const finding of findings)
      expect(wordsOf(after.get(finding.id))).toEqual(wordsOf(finding));
  }
});

it('holds of every check that has a verdict, and there are many', () => {
  const judged = whole.findings.filter(({ outcome }) => outcome === 'pass' || outcome === 'fail');
  expect(new Set(judged.map(({ check }) => check)).size).toBeGreaterThan(50);
  expect(judged.filter(({ evidence: named }) => named.length === 0).map(({ id }) => id)).toEqual(
    judged
      .filter(({ check }) => check === 'account-unapproved-regions-disabled')
      .map(({ id }) => id),
  );
});

/** Findings that rest on the same calls are judged in one go. */
function byEvidence(findings: readonly Finding[]): Iterable<[ReadonlySet<string>, Finding[]]> {
  const groups = new Map<string, [ReadonlySet<string>, Finding[]]>();
  for (const finding of findings) {
    const key = finding.evidence.join('\n');
    const [, group] = groups.get(key) ?? [new Set(finding.evidence), []];
    groups.set(key, [new Set(finding.evidence), [...group, finding]]);
  }
  return groups.values();
}

/** Whether a call is named, or one that every scan begins with. */
function isOneOf(named: ReadonlySet<string>) {
  return ({ id, service, operation }: CallRecord): boolean =>
    named.has(id) || discovery.has(`${service}:${operation}`);
}

function wordsOf(finding: Finding | undefined) {
  if (!finding) return undefined;
  const { check, region, resource, outcome, severity, latent, reasons } = finding;
  return { check, region, resource: resource.arn, outcome, severity, latent, reasons };
}
