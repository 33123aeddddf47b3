/** What fails, could not be read or must be judged by a person, put together by check and reason so that it takes few lines. */
import {
  type CheckLine,
  type Finding,
  outcomes,
  type ReportReader,
  type Severity,
} from '../../../src/report/model.ts';

/** Findings of a check that say the same. */
export interface Same {
  readonly severity: Severity;
  readonly isLatent: boolean;
  readonly isAccepted: boolean;
  readonly reasons: readonly string[];
  /** The first of them. */
  readonly named: readonly Place[];
  readonly count: number;
}

export interface Place {
  readonly name: string;
  readonly region: string;
}

/** The findings of one check that have one outcome. */
export interface Group {
  readonly check: CheckLine;
  /** The gravest of its findings. */
  readonly severity: Severity;
  /** The first of them, the gravest first. */
  readonly same: readonly Same[];
  /** Findings, and how many of them are in none of `same`. */
  readonly count: number;
  readonly left: number;
}

/** The outcomes that a short version tells one by one; a report has them first. */
const open = ['fail', 'unknown', 'manual'] as const;
type Open = (typeof open)[number];
type Groups = Readonly<Record<Open, readonly Group[]>>;

/** What of a check is kept: paper has no room for all of a hundred thousand. */
const mostReasons = 12;
const mostNamed = 6;

interface Growing {
  readonly check: CheckLine;
  readonly severity: Severity;
  readonly same: Map<string, Omit<Same, 'named' | 'count'> & { named: Place[]; count: number }>;
  count: number;
  left: number;
}

/** One pass over what is open, the gravest first. */
export function openGroups(report: Pick<ReportReader, 'checks' | 'findings'>): Groups {
  const checks = new Map(report.checks.map((check) => [check.id, check]));
  const groups: Record<Open, Map<string, Growing>> = {
    fail: new Map(),
    unknown: new Map(),
    manual: new Map(),
  };
  for (const finding of report.findings()) {
    const outcome = open.find((each) => each === finding.outcome);
    if (outcome === undefined) {
      if (outcomes.indexOf(finding.outcome) >= open.length) break;
      continue;
    }
    const check = checks.get(finding.check);
    if (check === undefined) continue;
    const { severity } = finding;
    const group = groups[outcome].get(check.id);
    if (group) add(group, finding);
    else {
      const first: Growing = { check, severity, same: new Map(), count: 0, left: 0 };
      add(first, finding);
      groups[outcome].set(check.id, first);
    }
  }
  const done = (of: ReadonlyMap<string, Growing>) =>
    [...of.values()].map((group) => ({ ...group, same: [...group.same.values()] }));
  return { fail: done(groups.fail), unknown: done(groups.unknown), manual: done(groups.manual) };
}

function add(group: Growing, { severity, latent, muted, ...finding }: Finding): void {
  group.count += 1;
  const reasons = finding.reasons.map((reason) => withoutRegion(reason, finding.region));
  const isLatent = latent === true;
  const isAccepted = muted !== undefined;
  const key = JSON.stringify([severity, isLatent, isAccepted, reasons]);
  const place = { name: finding.resource.name, region: finding.region };
  const same = group.same.get(key);
  if (same) {
    same.count += 1;
    if (same.named.length < mostNamed) same.named.push(place);
  } else if (group.same.size < mostReasons) {
    group.same.set(key, { severity, isLatent, isAccepted, reasons, named: [place], count: 1 });
  } else {
    group.left += 1;
  }
}

/** So that what is said of each Region is said once. */
function withoutRegion(reason: string, region: string): string {
  if (region === 'global' || !reason.includes(region)) return reason;
  return reason
    .split(/(\s+)/u)
    .map((word) => (word === region ? 'the Region' : word))
    .join('');
}
