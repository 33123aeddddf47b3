/**
 * Regions that were lost as a whole: nothing there answered, and most of what was asked was lost for the same cause. One
 * line for each cause says so; hundreds of calls would hide what matters.
 */
import { closedRegionsOf } from '../aws/evidence/closed-regions.ts';
import type { LedgerLine } from '../aws/evidence/ledger.ts';
import { isUnreached } from '../aws/evidence/fault-words.ts';

/** Why a whole Region was lost. */
export type LostRegion = 'closed' | 'silent' | 'region-disabled' | 'deadline' | 'interrupted';

/** So many operations that were lost for one cause are told of as one. */
const fewest = 2;

/** For which cause a call is lost with its whole Region; undefined where the call is a gap of its own. */
export function lostRegions(
  lines: readonly LedgerLine[],
): (line: LedgerLine) => LostRegion | undefined {
  const closed = new Set(closedRegionsOf(lines));
  const answering = new Set<string>();
  const lost = new Map<string, Set<string>>();
  // A collector without a Region is not lost with the one that it asks in: a bucket there has its own gap.
  for (const line of lines.filter(({ regional }) => regional)) {
    if (line.status === 'ok') answering.add(line.region);
    const why = whyLost(line);
    if (why === undefined) continue;
    const key = keyOf(line, why);
    lost.set(key, (lost.get(key) ?? new Set()).add(`${line.service}:${line.operation}`));
  }
  return (line) => {
    if (!line.regional) return undefined;
    if (line.status === 'denied' && closed.has(line.region)) return 'closed';
    const why = whyLost(line);
    if (why === undefined || answering.has(line.region)) return undefined;
    return (lost.get(keyOf(line, why))?.size ?? 0) >= fewest ? why : undefined;
  };
}

function keyOf({ region }: LedgerLine, why: LostRegion): string {
  return `${why}/${region}`;
}

function whyLost({ status, error }: LedgerLine): Exclude<LostRegion, 'closed'> | undefined {
  if (status === 'region-disabled' || status === 'deadline' || status === 'interrupted') {
    return status;
  }
  return status === 'failed' && error && isUnreached(error) ? 'silent' : undefined;
}
