/**
 * Regions that were lost as a whole: nothing there answered, and most of what was asked was lost for the same cause. One
 * line for each cause says so; hundreds of calls would hide what matters.
 */
import { closedRegionsOf } from '../aws/evidence/closed-regions.ts';
import type { LedgerLine } from '../aws/evidence/ledger.ts';
import { isUnreached } from '../aws/evidence/fault-words.ts';

/** Why a whole Region was lost. */
export type LostRegion =
  | 'closed'
  | 'silent'
  | 'old-tokens'
  | 'refused-when-enabled'
  | 'region-disabled'
  | 'deadline'
  | 'interrupted';

/** What is known of the sessions that the account gives. */
export interface SessionTokens {
  /** Regions that the account opted in to, and that are enabled. */
  readonly optedIn: readonly string[];
  /** GlobalEndpointTokenVersion of the account, where it was read. */
  readonly version?: number;
}

/** So many operations that were lost for one cause are told of as one. */
const fewest = 2;

/** For which cause a call is lost with its whole Region; undefined where the call is a gap of its own. */
export function lostRegions(
  lines: readonly LedgerLine[],
  tokens: SessionTokens = { optedIn: [] },
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
    // What the credentials do not reach, they do not reach for a collector of the whole account either.
    const refused = answering.has(line.region) ? undefined : whyRefused(line, tokens);
    if (refused !== undefined) return refused;
    if (!line.regional) return undefined;
    if (line.status === 'denied' && closed.has(line.region)) return 'closed';
    const why = whyLost(line);
    if (why === undefined || answering.has(line.region)) return undefined;
    return (lost.get(keyOf(line, why))?.size ?? 0) >= fewest ? why : undefined;
  };
}

/** Why an enabled Region refuses the credentials, as far as the account tells; undefined where it is no such Region. */
function whyRefused(
  { status, region }: LedgerLine,
  { optedIn, version }: SessionTokens,
): LostRegion | undefined {
  if (status !== 'region-disabled' || !optedIn.includes(region)) return undefined;
  return version === 1 ? 'old-tokens' : 'refused-when-enabled';
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
