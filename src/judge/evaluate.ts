/** Judges what was gathered: pure, and deterministic to the byte. */
import { createHash } from 'node:crypto';
import type { Check } from './check.ts';
import type { Judgement, World } from './judgement.ts';
import type { Finding } from '../report/model.ts';
import { type Outcome, outcomes, type Owner, severities } from './terms.ts';

export interface Evaluation {
  /** Failures first, the gravest first. */
  readonly findings: readonly Finding[];
  /** What was found for each responsibility, by its id. */
  readonly assessed: ReadonlyMap<string, Assessed>;
  /** Whether the services that were looked for have resources. */
  readonly inUse: ReadonlyMap<string, 'yes' | 'no' | 'unknown'>;
}

export interface Assessed {
  readonly checks: readonly string[];
  readonly counts: Readonly<Partial<Record<Outcome, number>>>;
}

/** One finding for each check and resource, always. */
export function evaluate(checks: readonly Check[], world: World): Evaluation {
  const findings: Finding[] = [];
  const assessed = new Map<string, Assessed>();
  const inUse = new Map<string, 'yes' | 'no' | 'unknown'>();
  for (const check of checks) {
    for (const judgement of check.judge(world)) {
      findings.push(toFinding(check, judgement, world));
      count(assessed, responsibilityOf(check, judgement), check.id, judgement.outcome);
      noteUse(inUse, judgement.resource?.service ?? check.evaluates.service, judgement);
    }
  }
  return { findings: findings.toSorted(byWeight), assessed, inUse };
}

/** An Aurora cluster is judged by a check of RDS, but it is Aurora's responsibility that is assessed. */
function responsibilityOf(check: Check, { resource }: Judgement): string {
  if (!resource?.service) return check.responsibility;
  return check.responsibility.replace(/^[^.]+/, resource.service);
}

function count(
  assessed: Map<string, Assessed>,
  responsibility: string,
  check: string,
  outcome: Outcome,
): void {
  const { checks, counts } = assessed.get(responsibility) ?? { checks: [], counts: {} };
  assessed.set(responsibility, {
    checks: checks.includes(check) ? checks : [...checks, check],
    counts: { ...counts, [outcome]: (counts[outcome] ?? 0) + 1 },
  });
}

/** Settings of the account are there in every account; only resources show that a service is used. */
function noteUse(
  inUse: Map<string, 'yes' | 'no' | 'unknown'>,
  service: string,
  { resource, outcome }: Judgement,
): void {
  if (inUse.get(service) === 'yes') return;
  if (resource && resource.type !== 'AWS::::Account') inUse.set(service, 'yes');
  else if (!resource && outcome === 'unknown') inUse.set(service, 'unknown');
  else if (!inUse.has(service)) inUse.set(service, 'no');
}

function toFinding(check: Check, judgement: Judgement, world: World): Finding {
  const resource = judgement.resource ?? accountOf(world);
  const { region, outcome, severity, reasons, latent } = judgement;
  const sources = judgement.sources.map((source) => source.id);
  return {
    id: findingId(world.account, region, check.id, resource, judgement.resource === undefined),
    check: check.id,
    outcome,
    severity,
    owner: ownerOf(judgement),
    account: world.account,
    region,
    ...(latent ? { latent } : {}),
    resource: { arn: resource.arn, type: resource.type, name: resource.name },
    reasons: [...new Set(reasons)],
    evidence: [...new Set(sources)].toSorted(),
  };
}

function accountOf({ account, partition }: World) {
  return {
    arn: `arn:${partition}:iam::${account}:root`,
    type: 'AWS::::Account',
    name: account,
  };
}

/**
 * Two resources may share an ARN (a name used again), and a resource may be judged by many checks. What is said of a
 * whole list stands at the account, beside what is said of the account itself.
 */
function findingId(
  account: string,
  region: string,
  check: string,
  resource: { readonly arn: string; readonly type: string },
  isList: boolean,
): string {
  const named = [account, region, check, resource.type, resource.arn];
  const what = [...named, ...(isList ? ['list'] : [])].join('\n');
  return createHash('sha256').update(what).digest('hex').slice(0, 24);
}

function ownerOf({ outcome, resource }: Judgement): Owner {
  if (outcome !== 'out-of-scope') return 'customer';
  return resource?.managed?.by ?? 'customer';
}

const outcomeRank = new Map(outcomes.map((outcome: Outcome, rank) => [outcome, rank]));
const severityRank = new Map(severities.map((severity, rank) => [severity, rank]));

function byWeight(a: Finding, b: Finding): number {
  return (
    (outcomeRank.get(a.outcome) ?? 0) - (outcomeRank.get(b.outcome) ?? 0) ||
    (severityRank.get(a.severity) ?? 0) - (severityRank.get(b.severity) ?? 0) ||
    compare(a.check, b.check) ||
    compare(a.region, b.region) ||
    compare(a.resource.arn, b.resource.arn) ||
    compare(a.id, b.id)
  );
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
