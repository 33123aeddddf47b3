/** How `--fail-on-new` ends: what is new counts, and not what an earlier report has already. */
import type { Change, Changes } from '../compare/changes.ts';
import { isAtLeast } from '../plan/selection.ts';
import type { FailOn } from '../run/outcome.ts';

/**
 * 1: something fails at the bound that the old report does not excuse; 3: nothing does, but something could not be read that is
 * no gap of the old report; 0: neither.
 *
 * @param allowUnknown what is not read any more is accepted. That the scan ended early, or that it broke itself, is not, as
 *   without an old report
 */
export function exitCodeOfChanges(
  { changes, counts, newGaps, new: now }: Changes,
  failOn: FailOn,
  allowUnknown: boolean,
): 0 | 1 | 3 {
  if (changes.some((change) => isNotExcused(change, failOn))) return 1;
  const isBroken =
    now.scan.status === 'partial' || now.coverage.gaps.some(({ reason }) => reason === 'fault');
  const isUnread = counts.unread > 0 || newGaps.length > 0;
  return isBroken || (isUnread && !allowUnknown) ? 3 : 0;
}

/**
 * Why it ends with 1 or 3: what the old report does not excuse, counted. Undefined where it ends with 0.
 *
 * @param allowUnknown as above
 */
export function reasonOfCode(
  all: Changes,
  failOn: FailOn,
  allowUnknown: boolean,
): string | undefined {
  const code = exitCodeOfChanges(all, failOn, allowUnknown);
  if (code === 0) return undefined;
  if (code === 3) {
    const { counts, newGaps } = all;
    return `exit code 3: ${counts.unread} not read any more, ${count(newGaps.length, 'new gap')}; or the scan itself broke or ended early`;
  }
  const heeded = all.changes.filter((change) => isNotExcused(change, failOn));
  const kinds = [
    ['new', ({ kind, unmuted }: Change) => unmuted !== true && kind === 'new'],
    ['not muted any more', ({ unmuted }: Change) => unmuted === true],
    ['not looked at before', ({ kind, unmuted }: Change) => unmuted !== true && kind === 'scope'],
    ['graver than before', ({ kind, unmuted }: Change) => unmuted !== true && kind === 'changed'],
  ] as const;
  const told = kinds.flatMap(([name, is]) => {
    const { length } = heeded.filter(is);
    return length === 0 ? [] : `${length} ${name}`;
  });
  return `exit code 1: ${count(heeded.length, 'failure')} at ${failOn} or graver: ${told.join(', ')}`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/**
 * It fails at the bound and did not: it is new, graver than it was, or not muted any more. What the old scan did not look at it
 * does not excuse; what only another rule makes of the same account it does.
 */
function isNotExcused(change: Change, failOn: FailOn): boolean {
  const { kind, now, severity, severityBefore, mutedBy, unmuted } = change;
  if (failOn === 'none' || now !== 'fail' || mutedBy !== undefined) return false;
  if (!isAtLeast(severity, failOn)) return false;
  if (kind === 'new' || kind === 'scope' || unmuted === true) return true;
  return kind === 'changed' && severityBefore !== undefined && !isAtLeast(severityBefore, failOn);
}
