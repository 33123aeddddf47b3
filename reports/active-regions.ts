/** What a scan of the active Regions read where, and what it left out, in sentences that every format may print. */
import type { Activity, ReportHead } from '../src/report/model.ts';

/** One for each group of Regions: those with the same checks left out, and those that were read whole for the same reason. */
export function activitySentences({
  activity,
}: Pick<ReportHead['scan'], 'activity'>): readonly string[] {
  if (!activity) return [];
  const { regions, leftOut } = activity;
  const counted = regions.flatMap(({ region, countedAt }) =>
    countedAt === undefined ? [] : [{ region, countedAt }],
  );
  const left = leftOut.map((group) => {
    const moments = counted.filter(({ region }) => group.regions.includes(region));
    return `${plural(group.regions.length, 'region is', 'regions are')} not active: AWS Config counted nothing deployed there${momentsOf(moments)}. ${plural(group.checks.length, 'check was', 'checks were')} left out and ${group.checks.length === 1 ? 'says' : 'say'} nothing of them; every other check was made there too: ${group.regions.join(', ')}`;
  });
  const active = regions.filter(({ state }) => state === 'active').map(({ region }) => region);
  const whole = active.length === 0 ? [] : [`Active, and read whole: ${active.join(', ')}`];
  const doubts = [...doubtsOf(regions)].map(
    ([because, names]) => `Read whole, active or not, since ${because}: ${names.join(', ')}`,
  );
  return [...left, ...whole, ...doubts];
}

/** The same in one sentence; undefined where nothing was left out. */
export function leftOutSentence({
  activity,
}: Pick<ReportHead['scan'], 'activity'>): string | undefined {
  const leftOut = activity?.leftOut ?? [];
  const regions = leftOut.flatMap((group) => group.regions);
  if (regions.length === 0) return undefined;
  const checks = new Set(leftOut.flatMap((group) => group.checks)).size;
  return `In ${plural(regions.length, 'region', 'regions')} AWS Config counted nothing deployed: as was asked for, ${plural(checks, 'check was', 'checks were')} left out there, and ${checks === 1 ? 'says' : 'say'} nothing of ${regions.length === 1 ? 'it' : 'them'}.`;
}

function doubtsOf(regions: Activity['regions']): ReadonlyMap<string, readonly string[]> {
  const byReason = new Map<string, string[]>();
  for (const { region, state, because } of regions) {
    if (state !== 'not-known') continue;
    byReason.set(because, [...(byReason.get(because) ?? []), region]);
  }
  return byReason;
}

/** " at 2026-11-27 16:43 UTC", or from when to when. */
function momentsOf(counted: readonly { readonly countedAt: string }[]): string {
  const moments = counted.map(({ countedAt }) => minute(countedAt)).toSorted();
  const [first] = moments;
  const last = moments.at(-1);
  if (first === undefined || last === undefined) return '';
  return first === last ? `, at ${first} UTC` : `, from ${first} to ${last} UTC`;
}

function minute(iso: string): string {
  return iso.slice(0, 16).replace('T', ' ');
}

function plural(number: number, one: string, more: string): string {
  return `${number} ${number === 1 ? one : more}`;
}
