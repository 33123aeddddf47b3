/**
 * Regions that a service control policy closes, as many organisations do with those that they do not use. Such a Region
 * is skipped and said to be, once: hundreds of denials would hide what matters.
 */
import { isServiceControlPolicyDenial } from '../aws/faults.ts';
import type { LedgerLine } from '../aws/evidence/ledger.ts';
import type { Gathered } from '../collect/collector.ts';
import type { Cause, Listing } from '../observe/observed.ts';
import type { RegionScope } from './scan.ts';

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

/** The scope without them. */
export function withoutClosed(scope: RegionScope, closed: readonly string[]): RegionScope {
  const reason = 'a service control policy denies every call there';
  return {
    regions: scope.regions.filter((region) => !closed.includes(region)),
    skipped: [...scope.skipped, ...closed.map((region) => ({ region, reason }))],
  };
}

/** What was gathered, as if the closed Regions had not been asked: what they lack is no gap in any list. */
export function gatheredOutside(closed: readonly string[], gathered: Gathered): Gathered {
  if (closed.length === 0) return gathered;
  return {
    get: (collector, region) => forgetGaps(gathered.get(collector, region), closed),
    everyRegion: (collector) =>
      new Map(
        [...gathered.everyRegion(collector)]
          .filter(([region]) => !closed.includes(region))
          .map(([region, result]) => [region, forgetGaps(result, closed)]),
      ),
  };
}

function forgetGaps<T>(result: T, closed: readonly string[]): T {
  if (!isListing(result)) return result;
  const isClosed = ({ source }: Cause) => source.regional && closed.includes(source.region);
  return { ...result, gaps: result.gaps.filter((gap) => !isClosed(gap)) };
}

function isListing<T>(result: T): result is T & Listing<unknown> {
  return typeof result === 'object' && result !== null && 'items' in result && 'gaps' in result;
}
