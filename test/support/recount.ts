/**
 * The statements of a report, made a second time from its findings and calls alone, beside what is declared of checks and
 * lines. Nothing of src/report is used: docs/soundness.md has the rules.
 */
import type {
  Finding,
  InUse,
  Outcome,
  PartRead,
  Report,
  ResponsibilityLine,
} from '../../src/report/model.ts';
import { outcomes, owners, severities } from '../../src/judge/terms.ts';
import { checks as allChecks } from '../../checks/index.ts';
import {
  readingOf,
  responsibilities,
  type Responsibility,
} from '../../src/responsibilities/index.ts';

type Said = Pick<Report, 'findings' | 'calls' | 'checks' | 'coverage'>;

const regional = new Set(
  allChecks.flatMap(({ id, evaluates }) => (evaluates.scope === 'regional' ? [id] : [])),
);

/** What stands in each Region, where one was lost as a whole: no finding tells of that one. */
function lacksRegion({ coverage }: Said, check: string): boolean {
  const lost = coverage.gaps.filter(({ service }) => service === '*');
  return regional.has(check) && lost.some((gap) => gap.checks.includes(check));
}

function countsOf(findings: readonly Finding[]): Partial<Record<Outcome, number>> {
  const counted = outcomes.flatMap((outcome) => {
    const count = findings.filter((each) => each.outcome === outcome).length;
    return count === 0 ? [] : [[outcome, count] as const];
  });
  return Object.fromEntries(counted);
}

export function summaryFrom({ findings }: Said) {
  const customers = findings.filter(({ owner }) => owner === 'customer');
  const failed = customers.filter(({ outcome }) => outcome === 'fail');
  const number = (outcome: Outcome) =>
    customers.filter((finding) => finding.outcome === outcome).length;
  const of = <K extends string>(keys: readonly K[], count: (key: K) => number) =>
    Object.fromEntries(keys.map((key) => [key, count(key)]));
  return {
    byOutcome: of(outcomes, (key) => findings.filter((f) => f.outcome === key).length),
    bySeverity: of(severities, (key) => failed.filter((f) => f.severity === key).length),
    byOwner: of(owners, (key) => findings.filter((f) => f.owner === key).length),
    score: { passed: number('pass'), of: number('pass') + number('fail') + number('unknown') },
  };
}

export function callsFrom({ calls }: Said) {
  const count = (...wanted: readonly string[]) =>
    calls.filter(({ status }) => wanted.includes(status)).length;
  return {
    planned: calls.length,
    ok: count('ok'),
    denied: count('denied'),
    throttled: count('throttled'),
    failed: count('failed', 'unsupported', 'region-disabled'),
    skipped: count('deadline', 'interrupted'),
  };
}

export function answeredRegions({ calls }: Said): ReadonlySet<string> {
  return new Set(calls.filter(({ status }) => status === 'ok').map(({ region }) => region));
}

/** The services that a finding tells of: that of the responsibility, and that of the resource. */
function servicesOf(finding: Finding, { checks }: Said): readonly string[] {
  const check = checks.find(({ id }) => id === finding.check);
  if (!check) throw new Error(`the report has no check ${finding.check}`);
  return finding.service === check.service
    ? [check.service, check.judges.service]
    : [finding.service];
}

/** By service; one that no finding tells of is not there. */
export function usesFrom(said: Said): ReadonlyMap<string, InUse> {
  const told = new Map<string, Finding[]>();
  for (const finding of said.findings) {
    for (const service of new Set(servicesOf(finding, said))) {
      const all = told.get(service);
      if (all) all.push(finding);
      else told.set(service, [finding]);
    }
  }
  const isAccount = ({ resource }: Finding) => resource.type === 'AWS::::Account';
  return new Map(
    [...told].map(([service, findings]) => {
      if (service === 'iam' || service === 'account') return [service, 'yes'] as const;
      const shows = (f: Finding) =>
        !isAccount(f) || !['unknown', 'not-applicable'].includes(f.outcome);
      if (findings.some(shows)) return [service, 'yes'] as const;
      const isUnknown = findings.some(({ outcome }) => outcome === 'unknown');
      return [service, isUnknown ? 'unknown' : 'no'] as const;
    }),
  );
}

type Line = Pick<ResponsibilityLine, 'status' | 'checks' | 'counts'> & {
  readonly reads: readonly PartRead[];
};

/** The lines that are divided in one way for all kinds of resources, by id. */
export function linesFrom(said: Said): ReadonlyMap<string, Line> {
  const byDuty = new Map<string, Finding[]>();
  for (const finding of said.findings) {
    const check = said.checks.find(({ id }) => id === finding.check);
    const [, layer = ''] = check?.responsibility.split('.') ?? [];
    const duty = `${finding.service}.${layer}`;
    byDuty.set(duty, [...(byDuty.get(duty) ?? []), finding]);
  }
  const uses = usesFrom(said);
  return new Map(
    responsibilities().map((row) => {
      const findings = byDuty.get(row.id) ?? [];
      const isAws = row.owner === 'aws';
      const { parts, unread } = readingOf(row.service, row.layer);
      const reads = parts.map(({ part, checks }): PartRead => ({
        part,
        checks,
        state: checks.some(
          (check) => lacksRegion(said, check) && findings.some((f) => f.check === check),
        )
          ? 'unknown'
          : stateOf(checks.map((check) => findings.filter((f) => f.check === check))),
      }));
      const has = (...wanted: readonly Outcome[]) =>
        findings.some(({ outcome }) => wanted.includes(outcome));
      const whole =
        reads.every(({ state }) => state === 'read' || state === 'nothing') &&
        unread.length === 0 &&
        row.attestation === undefined &&
        !has('unknown', 'manual');
      const status = isAws
        ? 'out-of-scope'
        : has('pass', 'fail')
          ? whole
            ? 'assessed'
            : 'partly-assessed'
          : has('unknown')
            ? 'unknown'
            : has('manual')
              ? 'attestation'
              : findings.length > 0
                ? withoutSubstance(row, reads, uses)
                : row.asked === 'all'
                  ? 'attestation'
                  : 'not-assessed';
      const checks = [...new Set(findings.map(({ check }) => check))].toSorted();
      return [row.id, { status, checks, counts: countsOf(findings), reads: isAws ? [] : reads }];
    }),
  );
}

/** Nothing to assess only where all that the line names was looked for, or its service is not in use. */
function withoutSubstance(
  { service, layer, attestation }: Responsibility,
  reads: readonly PartRead[],
  uses: ReadonlyMap<string, InUse>,
): ResponsibilityLine['status'] {
  const isLookedFor = reads.every(({ state }) => state === 'nothing');
  const isWhole = readingOf(service, layer).unread.length === 0;
  if (isLookedFor && uses.get(service) === 'no') return 'nothing-to-assess';
  if (!isLookedFor || !isWhole) return 'not-assessed';
  return attestation === undefined ? 'nothing-to-assess' : 'attestation';
}

/** @param byCheck the findings of each check of a part */
function stateOf(byCheck: readonly (readonly Finding[])[]): PartRead['state'] {
  const has = (...wanted: readonly Outcome[]) =>
    byCheck.flat().some(({ outcome }) => wanted.includes(outcome));
  if (has('unknown', 'manual')) return 'unknown';
  if (byCheck.some((findings) => findings.length === 0)) return 'not-asked';
  return has('pass', 'fail') ? 'read' : 'nothing';
}
