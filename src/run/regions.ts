/** The Regions of a scan: those that the account has, those that were chosen, and those that turn out to be closed. */
import { homeRegionOf, regionsEnabledByDefault } from '../aws/partitions.ts';
import { notRead } from '../collect/all-regions.ts';
import type { Gathered } from '../collect/collector.ts';
import { type Cause, type Listing, Observed } from '../observe/observed.ts';
import type { CallLine } from '../aws/evidence/call-line.ts';
import type { RegionState } from '../aws/reads.ts';
import type { Selection } from '../plan/asked.ts';
import type { ScanInfo } from '../report/model.ts';
import { unknownName, UserError } from '../text/user-error.ts';
import type { Discovery } from './discovery.ts';

export interface RegionScope {
  readonly regions: readonly string[];
  readonly skipped: ScanInfo['skippedRegions'];
}

/** Why a Region that the account has is not in the scan. */
const notSelected = 'not selected';
const excluded = 'excluded';

/** The Regions to scan: those that are enabled, or those of them that the user chose, without those that he left out. */
export function scopeOf(
  { regionStates, partition }: Discovery,
  { regions: chosen, excludeRegions }: Pick<Selection, 'regions' | 'excludeRegions'>,
): RegionScope {
  const states = Observed.open(regionStates);
  if (!states.known) return guessedScope(partition, chosen, excludeRegions);
  const known = new Map(states.value.map((state) => [state.region, state]));
  const unknown = [...chosen, ...excludeRegions].find((region) => !known.has(region));
  if (unknown !== undefined) {
    const all = [...known.keys()];
    throw unknownName('region', unknown, all, `Partition ${partition} has: ${all.join(', ')}.`);
  }
  const isChosen = (region: string) => chosen.length === 0 || chosen.includes(region);
  const whyNot = ({ region, enabled }: RegionState): string | undefined => {
    if (!enabled) return 'not enabled for the account';
    if (excludeRegions.includes(region)) return excluded;
    return isChosen(region) ? undefined : notSelected;
  };
  const regions = states.value.filter((state) => whyNot(state) === undefined);
  if (regions.length === 0) throw nothingLeft(chosen, excludeRegions);
  return {
    regions: regions.map(({ region }) => region),
    skipped: states.value.flatMap((state) => {
      const reason = whyNot(state);
      return reason === undefined ? [] : [{ region: state.region, reason }];
    }),
  };
}

/** Where the account's Regions could not be read. */
function guessedScope(
  partition: string,
  chosen: readonly string[],
  excludeRegions: readonly string[],
): RegionScope {
  const usual = regionsEnabledByDefault[partition] ?? [homeRegionOf(partition)];
  const guess = chosen.length > 0 ? chosen : usual;
  const regions = guess.filter((region) => !excludeRegions.includes(region));
  if (regions.length === 0) throw nothingLeft(chosen, excludeRegions);
  const reason = 'not known whether the account has it: its Regions could not be read';
  const rest = chosen.length > 0 ? [] : [{ region: 'Regions that must be opted in to', reason }];
  return {
    regions,
    skipped: [...excludeRegions.map((region) => ({ region, reason: excluded })), ...rest],
  };
}

function nothingLeft(chosen: readonly string[], excludeRegions: readonly string[]): UserError {
  if (excludeRegions.length > 0) {
    return new UserError('every region of the account is excluded: there is nothing to scan');
  }
  const which = chosen.length > 0 ? chosen.join(', ') : 'any region';
  return new UserError(`the account has not enabled ${which}: there is nothing to scan`);
}

/** The scope without them. */
export function withoutClosed(scope: RegionScope, closed: readonly string[]): RegionScope {
  const reason = 'a service control policy denies every call of this scan there';
  return {
    regions: scope.regions.filter((region) => !closed.includes(region)),
    skipped: [...scope.skipped, ...closed.map((region) => ({ region, reason }))],
  };
}

/** The scope with those Regions alone in which a call was answered; of the others, why there is nothing of them. */
export function readScope(
  scope: RegionScope,
  calls: readonly Pick<CallLine, 'region' | 'status'>[],
): RegionScope {
  const asked = new Set(calls.map(({ region }) => region));
  const answered = new Set(
    calls.filter(({ status }) => status === 'ok').map(({ region }) => region),
  );
  const unread = scope.regions.filter((region) => !answered.has(region));
  return {
    regions: scope.regions.filter((region) => answered.has(region)),
    skipped: [
      ...scope.skipped,
      ...unread.map((region) => ({
        region,
        reason: asked.has(region)
          ? 'no call there was answered'
          : 'nothing that was selected is asked there',
      })),
    ],
  };
}

/**
 * What was gathered, as if the closed Regions had not been asked: what they lack is no gap in any list. What is there
 * nobody knows: services go on with what was set up before the policy, which binds no service-linked role.
 */
export function gatheredOutside(closed: readonly string[], gathered: Gathered): Gathered {
  if (closed.length === 0) return gathered;
  const why = `closed by a service control policy: ${closed.join(', ')}`;
  return {
    ...gathered,
    allRegions: notRead(gathered.allRegions, why),
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
