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
