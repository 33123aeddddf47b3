/** What was read and what was not: the calls of a scan, counted, and the gaps with their causes and cures. */
import type { Ledger, LedgerLine } from '../aws/evidence/ledger.ts';
import type { Check } from '../judge/check.ts';
import { isExplicitDenial, isUnreached, isUnusable } from '../aws/evidence/fault-words.ts';
import type { UnreadableReason } from '../observe/observed.ts';
import type { OwnFault } from '../observe/own-fault.ts';
import { allNeeds } from '../plan/plan.ts';
import { adviceOf } from './fault-advice.ts';
import { type LostRegion, lostRegions, type SessionTokens } from './lost-regions.ts';
import type { Coverage, Gap } from './model.ts';

/**
 * @param ledger after the judging: a check that broke is a gap as well
 * @param tokens what is known of the account's sessions, where a Region refused the credentials
 */
export function coverageOf(
  ledger: Pick<Ledger, 'lines' | 'faults'>,
  checks: readonly Check[],
  tokens?: SessionTokens,
): Coverage {
  // In what order calls were answered is chance; whose words stand for many must not be.
  const lines = ledger.lines.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const missed = lines.filter(isMissed);
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
      skipped: count('deadline', 'interrupted'),
    },
    gaps: [...gapsOf(missed, checks, tokens), ...faultGaps(ledger.faults, checks)].toSorted(byName),
    ...missingPermissions(missed),
  };
}

/** Nothing rests on what another Region answered in its place. */
function isMissed({ answeredElsewhere }: LedgerLine): boolean {
  return answeredElsewhere !== true;
}

/** How a call counts: an answer that could not be used is as good as none. */
export function statusOf(line: LedgerLine): UnreadableReason | 'ok' {
  return line.status === 'ok' && line.spoilt !== undefined ? 'failed' : line.status;
}

/** One gap for each kind of call and each cause, whatever the number of Regions. */
function gapsOf(
  lines: readonly LedgerLine[],
  checks: readonly Check[],
  tokens?: SessionTokens,
): readonly Gap[] {
  const users = operationUsers(checks);
  const lostWith = lostRegions(lines, tokens);
  const groups = new Map<string, Lost>();
  for (const line of lines) {
    const reason = statusOf(line);
    if (reason === 'ok') continue;
    const whole = lostWith(line);
    const what = whole === undefined ? [line.service, line.operation, kindOf(line)] : [whole];
    const key = [reason, ...what].join('\n');
    const group = groups.get(key) ?? { line, reason, whole, ...nothingYet() };
    groups.set(key, group);
    group.count += 1;
    group.regions.add(line.region);
    for (const id of usersOf(line, users)) group.checks.add(id);
  }
  return [...groups.values()].map((lost) => gapOf(lost, checks));
}

/** Calls of one kind that gave no usable answer, or all calls of Regions that were lost as a whole. */
interface Lost {
  /** The first of them. */
  readonly line: LedgerLine;
  readonly reason: UnreadableReason;
  readonly whole: LostRegion | undefined;
  readonly regions: Set<string>;
  readonly checks: Set<string>;
  count: number;
}

function nothingYet() {
  return { count: 0, regions: new Set<string>(), checks: new Set<string>() };
}

/** What tells two causes apart. AWS's words may name the Region or the caller, so its code stands for them. */
function kindOf(line: LedgerLine): string {
  if (line.spoilt !== undefined) return `spoilt: ${line.spoilt}`;
  if (line.error && isExplicitDenial(line.error)) return `${line.error.code}, explicit`;
  return line.error?.code ?? '';
}

function gapOf(lost: Lost, checks: readonly Check[]): Gap {
  const { line, reason, whole, count } = lost;
  const regions = [...lost.regions].toSorted();
  const isClosed = whole === 'closed';
  const touched = (check: Check) =>
    isClosed ? check.evaluates.scope === 'regional' : lost.checks.has(check.id);
  return {
    service: whole === undefined ? line.service : '*',
    operation: whole === undefined ? line.operation : '*',
    region: placeOf(regions),
    regions,
    reason,
    cause: causeOf(lost, regions.length),
    cure: cureOf(lost),
    iamAction: whole === undefined ? line.action : isClosed ? '*' : '',
    count,
    checks: checks.filter(touched).map(({ id }) => id),
  };
}

/** `*` where they are several. */
function placeOf(regions: readonly string[]): string {
  const [only = '', ...more] = regions;
  return more.length === 0 ? only : '*';
}

/** A fault of ours, once for each of what broke and how. */
function faultGaps(faults: readonly OwnFault[], checks: readonly Check[]): readonly Gap[] {
  const groups = new Map<string, OwnFault[]>();
  for (const fault of faults) {
    const key = [fault.in, fault.id, fault.detail].join('\n');
    groups.set(key, [...(groups.get(key) ?? []), fault]);
  }
  return [...groups.values()].flatMap((alike) => {
    const [first] = alike;
    if (!first) return [];
    const { in: where, id, service, detail } = first;
    const touched = checks.filter((check) =>
      where === 'check' ? check.id === id : allNeeds(check).some((each) => each.id === id),
    );
    const regions = [...new Set(alike.map(({ region }) => region))].toSorted();
    return {
      service,
      operation: id,
      region: placeOf(regions),
      regions,
      reason: 'fault' as const,
      cause: `srm-scan itself is at fault: ${detail}`,
      cure: 'Report it, with this text and the version of srm-scan; no permission will cure it.',
      iamAction: '',
      count: alike.length,
      checks: touched.map((check) => check.id),
    };
  });
}

/** What an IAM policy can cure: not what some policy denies in so many words. */
function missingPermissions(lines: readonly LedgerLine[]): Pick<Coverage, 'missingPermissions'> {
  const actions = lines.flatMap((line) => {
    const isMissing = line.status === 'denied' && line.error && !isExplicitDenial(line.error);
    return isMissing ? [line.action] : [];
  });
  if (actions.length === 0) return {};
  const Action = [...new Set(actions)].toSorted();
  return { missingPermissions: { Effect: 'Allow', Action, Resource: '*' } };
}

/** The checks that rest on each operation, by `service:operation`. */
type OperationUsers = ReadonlyMap<string, ReadonlySet<string>>;

function operationUsers(checks: readonly Check[]): OperationUsers {
  const users = new Map<string, Set<string>>();
  for (const check of checks) {
    for (const call of allNeeds(check).flatMap(({ calls }) => calls)) {
      const name = `${call.service}:${call.name}`;
      users.set(name, (users.get(name) ?? new Set()).add(check.id));
    }
  }
  return users;
}

/** An answer that could not be used is lost for the checks that could not do without, and for no other. */
function usersOf({ service, operation, spoiltFor, status }: LedgerLine, users: OperationUsers) {
  return status === 'ok' ? spoiltFor : [...(users.get(`${service}:${operation}`) ?? [])];
}

const words: Readonly<Record<UnreadableReason | LostRegion, string>> = {
  closed: 'A service control policy denies every call of this scan there.',
  silent: 'Nothing in this Region answered.',
  'old-tokens':
    "The Region is enabled, and refuses the session: the account's global endpoint of STS gives tokens of version 1 (GlobalEndpointTokenVersion is 1), which Regions that must be opted in to do not accept.",
  'refused-when-enabled': 'The Region is enabled, and does not accept the credentials.',
  denied: 'The scanning identity may not make this call.',
  throttled: 'AWS throttled the call to the last attempt.',
  unsupported: 'The Region or the service does not know this call.',
  failed: 'The call failed, or its answer could not be used.',
  'region-disabled': 'The Region does not accept the credentials; it may not be enabled yet.',
  deadline: 'The scan ended before the call was answered.',
  interrupted: 'The scan was ended before the call was answered.',
};

/** Our words, then AWS's own or what came in their place. */
function causeOf({ line, reason, whole }: Lost, regions: number): string {
  const advice = whole === undefined ? adviceOf(line) : undefined;
  const ours = advice?.cause ?? words[whole ?? reason];
  if (line.spoilt !== undefined) return `${ours} What was wrong: ${line.spoilt}`;
  if (!line.error) return ours;
  const { code, message } = line.error;
  // The words of a call that was not sent are ours.
  if (reason === 'deadline' || reason === 'interrupted') return `${ours} ${capitalised(message)}`;
  const where = regions > 1 ? `, in ${line.region}` : '';
  if (isUnreached(line.error) || isUnusable(line.error)) {
    return `${ours} What came${where}: ${code}: ${message}`;
  }
  if (whole === 'closed') return `${ours} AWS${where}: ${message}`;
  return `${ours} AWS${where}: ${code}: ${message}`;
}

function cureOf({ line, reason, whole }: Lost): string {
  if (whole === 'closed') {
    return 'Leave the Region out with --exclude-region <name>, or let the scanning role through the policy.';
  }
  if (whole === 'silent') {
    return 'Look for a firewall, a proxy or a VPC endpoint policy on the way there; or leave the Region out with --exclude-region <name>.';
  }
  if (whole === 'old-tokens') {
    return 'Take the session from a Regional endpoint of STS (AWS_STS_REGIONAL_ENDPOINTS=regional), or set version 2 (aws iam set-security-token-service-preferences --global-endpoint-token-version v2Token) and begin a new session.';
  }
  if (whole === 'refused-when-enabled') {
    return 'If it was enabled just now, wait. If the session is of the global endpoint of STS, take one of a Regional endpoint: Regions that must be opted in to refuse tokens of version 1.';
  }
  const advice = adviceOf(line);
  if (advice) return advice.cure;
  switch (reason) {
    case 'denied':
      return line.error && isExplicitDenial(line.error)
        ? `A policy denies ${line.action} in so many words: AWS names the kind. No permission helps before that is lifted.`
        : `Allow ${line.action} to the scanning identity, and see that no boundary, resource or organisation policy denies it.`;
    case 'throttled':
      return 'Scan again at a quieter time or with a smaller --rate.';
    case 'unsupported':
      return 'Nothing to do if the service is not offered there; else leave the Region out with --exclude-region <name>.';
    case 'region-disabled':
      return 'Wait until the Region is enabled, or leave it out with --exclude-region <name>.';
    case 'deadline':
      return 'Scan again to the end: fewer regions or services, or a later --deadline.';
    case 'interrupted':
      return 'Scan again to the end, with credentials that last as long.';
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
  return [gap.service, gap.operation, gap.reason, ...gap.regions].join('/');
}
