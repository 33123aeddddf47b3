/**
 * Regions that a service control policy closes, as many organisations do with those that they do not use. Such a Region
 * is skipped and said to be, once: hundreds of denials would hide what matters.
 */
import { isServiceControlPolicyDenial } from '../faults.ts';
import type { LedgerLine } from './ledger.ts';

/**
 * Regions in which a service control policy denied every call, though one of those calls at least was answered in another
 * Region: that shows that the policy closes the Region and not the action, however few services were asked.
 */
export function closedRegionsOf(lines: readonly LedgerLine[]): readonly string[] {
  const denied = new Map<string, Set<string>>();
  const open = new Set<string>();
  const answered = new Set<string>();
  for (const { region, regional, service, operation, status, error } of lines) {
    if (!regional) continue;
    const call = `${service}:${operation}`;
    if (status === 'ok') answered.add(call);
    if (error && isServiceControlPolicyDenial(error)) {
      denied.set(region, (denied.get(region) ?? new Set()).add(call));
    } else if (tellsOtherwise(status)) open.add(region);
  }
  return [...denied]
    .filter(([region, calls]) => !open.has(region) && [...calls].some((call) => answered.has(call)))
    .map(([region]) => region)
    .toSorted();
}

/** What AWS answered shows that a call got past the policy; what was lost on the way shows nothing. */
function tellsOtherwise(status: LedgerLine['status']): boolean {
  return status === 'ok' || status === 'denied' || status === 'throttled';
}
