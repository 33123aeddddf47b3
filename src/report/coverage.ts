/** What was read and what was not: the calls of a scan, counted, and the gaps with their causes and cures. */
import type { Ledger, LedgerLine } from '../aws/evidence/ledger.ts';
import type { Check } from '../judge/check.ts';
import { closedRegionsOf } from '../aws/evidence/closed-regions.ts';
import type { UnreadableReason } from '../observe/observed.ts';
import type { OwnFault } from '../observe/own-fault.ts';
import { allNeeds } from '../plan/plan.ts';
import type { Coverage, Gap } from './model.ts';

/** @param ledger after the judging: a check that broke is a gap as well */
export function coverageOf(
  ledger: Pick<Ledger, 'lines' | 'faults'>,
  checks: readonly Check[],
): Coverage {
  // In what order calls were answered is chance; whose words stand for many must not be.
  const lines = ledger.lines.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const statuses = lines.map(statusOf);
  const count = (...wanted: readonly (UnreadableReason | 'ok')[]) =>
    statuses.filter((status) => wanted.includes(status)).length;
  return {
    calls: {
      planned: lines.length,
      ok: count('ok'),
      denied: count('denied'),
      throttled: count('throttled'),
      failed: count('failed', 'unsupported', 'region-disabled'),
      skipped: count('deadline'),
    },
    gaps: [...gapsOf(lines, checks), ...faultGaps(ledger.faults, checks)].toSorted(byName),
  };
}

/** How a call counts: an answer that could not be used is as good as none. */
export function statusOf(line: LedgerLine): UnreadableReason | 'ok' {
  return line.status === 'ok' && line.spoilt !== undefined ? 'failed' : line.status;
}

function gapsOf(lines: readonly LedgerLine[], checks: readonly Check[]): readonly Gap[] {
  const users = operationUsers(checks);
  const closed = new Set(closedRegionsOf(lines));
  const groups = new Map<string, Lost>();
  for (const line of lines) {
    const reason = statusOf(line);
    if (reason === 'ok' || isOfClosedRegion(line, closed)) continue;
    const key = [line.service, line.operation, line.region, reason].join('/');
    const group = groups.get(key) ?? { line, reason, count: 0, checks: new Set() };
    group.count += 1;
    for (const id of usersOf(line, users)) group.checks.add(id);
    groups.set(key, group);
  }
  const order = checks.map(({ id }) => id);
  const gaps = [...groups.values()].map(({ line, reason, count, checks: touched }) => ({
    service: line.service,
    operation: line.operation,
    region: line.region,
    reason,
    cause: causeOf(line, reason),
    cure: cureOf(line, reason),
    iamAction: line.action,
    count,
    checks: order.filter((id) => touched.has(id)),
  }));
  return [...[...closed].map((region) => closedGap(region, lines, checks)), ...gaps];
}

/** Calls of one kind that gave no usable answer. */
interface Lost {
  readonly line: LedgerLine;
  readonly reason: UnreadableReason;
  readonly checks: Set<string>;
  count: number;
}

/** A fault of ours, once for each Region and what broke there. */
function faultGaps(faults: readonly OwnFault[], checks: readonly Check[]): readonly Gap[] {
  const gaps = new Map<string, Gap>();
  for (const { in: where, id, service, region, detail } of faults) {
    const key = [where, id, region].join('/');
    const known = gaps.get(key);
    if (known) {
      gaps.set(key, { ...known, count: known.count + 1 });
      continue;
    }
    const touched = checks.filter((check) =>
      where === 'check' ? check.id === id : allNeeds(check).some((each) => each.id === id),
    );
    gaps.set(key, {
      service,
      operation: id,
      region,
      reason: 'fault',
      cause: `srm-scan itself is at fault: ${detail}`,
      cure: 'Report it, with this text and the version of srm-scan; no permission will cure it.',
      iamAction: '',
      count: 1,
      checks: touched.map((check) => check.id),
    });
  }
  return [...gaps.values()];
}

/** One line for a closed Region, in place of one for each call. */
function closedGap(region: string, lines: readonly LedgerLine[], checks: readonly Check[]): Gap {
  const only = new Set([region]);
  const lost = lines.filter((line) => isOfClosedRegion(line, only));
  const words = lost.find((line) => line.error)?.error;
  return {
    service: '*',
    operation: '*',
    region,
    reason: 'denied',
    cause: `A service control policy denies every call in this Region. AWS: ${words?.message ?? ''}`,
    cure: 'Leave the Region out with --region, or let the scanning role through the policy.',
    iamAction: '*',
    count: lost.length,
    checks: checks.filter((check) => check.evaluates.scope === 'regional').map((check) => check.id),
  };
}

/** Calls of collectors without a Region are not lost with it: a bucket there has its own gap. */
function isOfClosedRegion(line: LedgerLine, closed: ReadonlySet<string>): boolean {
  return closed.has(line.region) && line.regional && line.status === 'denied';
}

/** The checks that rest on each operation, by `service:operation`, and on which of those who send it each rests. */
type OperationUsers = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

function operationUsers(checks: readonly Check[]): OperationUsers {
  const users = new Map<string, Map<string, string[]>>();
  for (const check of checks) {
    for (const { id, calls } of allNeeds(check)) {
      for (const name of new Set(calls.map((call) => `${call.service}:${call.name}`))) {
        const ofCheck = users.get(name) ?? new Map<string, string[]>();
        ofCheck.set(check.id, [...(ofCheck.get(check.id) ?? []), id]);
        users.set(name, ofCheck);
      }
    }
  }
  return users;
}

/** An answer that one collector could not use is lost for the checks that rest on that collector, and for no other. */
function usersOf({ service, operation, spoiltFor, status }: LedgerLine, users: OperationUsers) {
  const all = [...(users.get(`${service}:${operation}`) ?? [])];
  const isLost = (collectors: readonly string[]) =>
    status !== 'ok' || collectors.some((id) => spoiltFor.includes(id));
  return all.filter(([, collectors]) => isLost(collectors)).map(([check]) => check);
}

const words: Readonly<Record<UnreadableReason, string>> = {
  denied: 'The scanning identity may not make this call.',
  throttled: 'AWS throttled the call to the last attempt.',
  unsupported: 'The Region or the service does not know this call.',
  failed: 'The call failed, or its answer could not be used.',
  'region-disabled': 'The Region does not accept the credentials; it may not be enabled yet.',
  deadline: 'The scan ended before the call was answered.',
};

function causeOf(line: LedgerLine, reason: UnreadableReason): string {
  if (line.spoilt !== undefined) return `${words[reason]} What was wrong: ${line.spoilt}`;
  if (!line.error) return words[reason];
  // The words of a call that was not sent are ours.
  if (reason === 'deadline') return `${words[reason]} ${capitalised(line.error.message)}`;
  return `${words[reason]} AWS: ${line.error.code}: ${line.error.message}`;
}

function cureOf(line: LedgerLine, reason: UnreadableReason): string {
  switch (reason) {
    case 'denied':
      return `Allow ${line.action} to the scanning identity, and see that no boundary, resource or organisation policy denies it.`;
    case 'throttled':
      return 'Scan again at a quieter time or with a smaller --rate.';
    case 'unsupported':
      return 'Nothing to do if the service is not offered there; else leave the Region out with --region.';
    case 'region-disabled':
      return 'Wait until the Region is enabled, or leave it out with --region.';
    case 'deadline':
      return 'Scan again to the end: fewer regions or services, a later --deadline, or credentials that last longer.';
    case 'failed':
      return 'Scan again; if it stays, look for a proxy that changes answers, and report it.';
  }
}

function capitalised(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`;
}

function byName(a: Gap, b: Gap): number {
  return nameOf(a) < nameOf(b) ? -1 : 1;
}

function nameOf(gap: Gap): string {
  return [gap.service, gap.operation, gap.region, gap.reason].join('/');
}
