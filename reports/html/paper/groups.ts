/** What fails, could not be read or must be judged by a person, put together by check and reason so that it takes few lines. */
import {
  accountType,
  type CheckLine,
  type Finding,
  type ReportReader,
  type Severity,
} from '../../../src/report/model.ts';

import { gravestFirst, type Weight } from '../../gravest-first.ts';

/** Findings of a check that say the same. */
export interface Same {
  readonly isLatent: boolean;
  readonly isMuted: boolean;
  readonly reasons: readonly string[];
  /** The first of them. */
  readonly named: readonly Place[];
  readonly count: number;
}

export interface Place {
  readonly name: string;
  readonly region: string;
}

/** The findings of one check that have one outcome and one severity. */
export interface Group {
  readonly check: CheckLine;
  readonly severity: Severity;
  /** The first of them. */
  readonly same: readonly Same[];
  /** Findings, and how many of them are in none of `same`. */
  readonly count: number;
  readonly left: number;
  /** Those of a resource that is in use: neither latent, nor a setting of the account. */
  readonly live: number;
}

/** The outcomes that a short version tells one by one; a report has them first. */
const open = ['fail', 'unknown', 'manual'] as const;
type Open = (typeof open)[number];

/** What is told of a check: the more checks there are, the less, so that the whole stays short. */
interface Detail {
  /** Checks that fail, at most. */
  readonly checks: number;
  readonly reasons: number;
  /** Resources that are named for one reason. */
  readonly named: number;
}

const details: readonly Detail[] = [
  { checks: 50, reasons: 20, named: 12 },
  { checks: 150, reasons: 8, named: 5 },
];
const leastDetail: Detail = { checks: Number.POSITIVE_INFINITY, reasons: 4, named: 3 };

interface Growing {
  readonly check: CheckLine;
  readonly severity: Severity;
  readonly same: Map<string, Omit<Same, 'named' | 'count'> & { named: Place[]; count: number }>;
  count: number;
  left: number;
  live: number;
}

/** One pass over what is open, the gravest first. */
export function openGroups({
  checks,
  byCheck,
  findings,
}: Pick<ReportReader, 'checks' | 'byCheck' | 'findings'>): Readonly<
  Record<Open, readonly Group[]>
> {
  const known = new Map(checks.map((check) => [check.id, check]));
  const failing = [...byCheck.values()].filter(({ counts }) => (counts.fail ?? 0) > 0).length;
  const detail = details.find((each) => failing <= each.checks) ?? leastDetail;
  const groups = new Map(open.map((outcome) => [outcome, new Map<string, Growing>()]));
  for (const finding of findings()) {
    const outcome = open.find((each) => each === finding.outcome);
    if (outcome === undefined) break;
    const check = known.get(finding.check);
    const of = groups.get(outcome);
    if (check === undefined || of === undefined) continue;
    const { severity } = finding;
    const key = `${severity} ${check.id}`;
    const group = of.get(key) ?? { check, severity, same: new Map(), count: 0, left: 0, live: 0 };
    of.set(key, group);
    add(group, finding, detail);
  }
  const done = (outcome: Open): readonly Group[] =>
    [...(groups.get(outcome)?.values() ?? [])].map((group) => ({
      ...group,
      same: [...group.same.values()],
    }));
  const fail = done('fail').toSorted((a, b) => gravestFirst(weightOf(a), weightOf(b)));
  return { fail, unknown: done('unknown'), manual: done('manual') };
}

function weightOf({ check, severity, count, live }: Group): Weight {
  return { check: check.id, severity, count, live };
}

function add(group: Growing, { latent, muted, ...finding }: Finding, detail: Detail): void {
  group.count += 1;
  if (!latent && finding.resource.type !== accountType) group.live += 1;
  const reasons = finding.reasons.map((reason) => withoutRegion(reason, finding.region));
  const isLatent = latent === true;
  const isMuted = muted !== undefined;
  const key = JSON.stringify([isLatent, isMuted, reasons]);
  const place = { name: finding.resource.name, region: finding.region };
  const same = group.same.get(key);
  if (same) {
    same.count += 1;
    if (same.named.length < detail.named) same.named.push(place);
  } else if (group.same.size < detail.reasons) {
    group.same.set(key, { isLatent, isMuted, reasons, named: [place], count: 1 });
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
