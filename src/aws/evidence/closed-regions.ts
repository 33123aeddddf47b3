/**
 * Regions that a service control policy closes, as many organisations do with those that they do not use. Such a Region
 * is skipped and said to be, once: hundreds of denials would hide what matters.
 */
import { isServiceControlPolicyDenial } from '../faults.ts';
import type { LedgerLine } from './ledger.ts';

/** Denials of so many services, and not one answer, show that a policy closes a Region and not an action. */
const closedBy = 3;

/** Regions in which a service control policy denied everything that was asked. */
export function closedRegionsOf(lines: readonly LedgerLine[]): readonly string[] {
  const denying = new Map<string, Set<string>>();
  const answering = new Set<string>();
  for (const { region, regional, service, status, error } of lines) {
    if (!regional) continue;
    if (status === 'ok') answering.add(region);
    if (!error || !isServiceControlPolicyDenial(error)) continue;
    denying.set(region, (denying.get(region) ?? new Set()).add(service));
  }
  return [...denying]
    .filter(([region, services]) => services.size >= closedBy && !answering.has(region))
    .map(([region]) => region)
    .toSorted();
}
