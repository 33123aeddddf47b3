/**
 * Which findings their owners accept. An entry of the mute file is held against every finding, whatever its outcome, so that
 * one which fits nothing any more can be told; it mutes failures alone, and only until its day is past.
 */
import type { Outcome } from '../judge/terms.ts';
import { patternOf } from '../text/pattern.ts';
import type { Mute, MuteLine } from './model.ts';
import type { ResourceTags, Tags } from './tags.ts';

export interface Muting {
  /** The place of the entry that mutes the finding, plus one; 0 where none does. */
  place(finding: Muted): number;
  /** By place, less one. */
  readonly entries: readonly Mute[];
  /** What came of each entry; asked when every finding was placed. */
  lines(): readonly MuteLine[];
}

/** What an entry is held against. */
export interface Muted {
  readonly check: string;
  readonly region: string;
  readonly outcome: Outcome;
  readonly resource: { readonly arn: string; readonly name: string; readonly type: string };
}

/** The scan that mutes are held against. */
export interface MutedScan {
  readonly account: string;
  /** When it began: a mute holds through its last day, in UTC. */
  readonly now: Date;
  readonly checks: readonly string[];
  readonly regions: readonly string[];
}

interface Entry {
  readonly mute: Mute;
  readonly isVoid: boolean;
  /** The scan asked for nothing that it is about. */
  readonly isOutside: boolean;
  readonly fitsCheck: (check: string) => boolean;
  /** Whatever its tags. */
  readonly fits: (finding: Muted) => boolean;
  /** Undefined where it asks for none. */
  readonly fitsTags: ((tags: ResourceTags) => boolean) | undefined;
  matched: number;
  muted: number;
  untold: number;
}

/** @param tags where they were asked for */
export function mutingOf(mutes: readonly Mute[], scan: MutedScan, tags?: Tags): Muting {
  const entries = mutes.map((mute) => entryOf(mute, scan));
  const ofCheck = new Map<string, readonly (readonly [Entry, number])[]>();
  const entriesOf = (check: string) => {
    const known = ofCheck.get(check);
    if (known !== undefined) return known;
    const found = entries.flatMap((entry, at) =>
      entry.fitsCheck(check) ? [[entry, at + 1] as const] : [],
    );
    ofCheck.set(check, found);
    return found;
  };
  return {
    place: (finding) => {
      let by = 0;
      for (const [entry, place] of entriesOf(finding.check)) {
        if (!entry.fits(finding)) continue;
        const fitsTags = tagsFit(entry, finding, tags);
        if (fitsTags === undefined) entry.untold += 1;
        if (!fitsTags) continue;
        entry.matched += 1;
        if (by !== 0 || entry.isVoid || finding.outcome !== 'fail') continue;
        by = place;
        entry.muted += 1;
      }
      return by;
    },
    entries: mutes,
    lines: () =>
      entries.map((entry) => {
        const { mute, matched, muted, untold } = entry;
        const told = { ...mute, state: stateOf(entry), matched, muted };
        return untold === 0 ? told : { ...told, untold };
      }),
  };
}

/** Undefined where nobody can tell. A tag that could not be read is not one that is not there. */
function tagsFit(
  { fitsTags }: Entry,
  { region, resource }: Muted,
  tags: Tags | undefined,
): boolean | undefined {
  if (fitsTags === undefined) return true;
  const own = tags?.of(resource.arn);
  if (own !== undefined) return fitsTags(own);
  return tags?.areTold(resource, region) ? false : undefined;
}

function tagPatternsOf(patterns: NonNullable<Mute['tags']>): (tags: ResourceTags) => boolean {
  const wanted = Object.entries(patterns).map(([key, value]) => [key, patternOf(value)] as const);
  return (tags) =>
    wanted.every(([key, fits]) => {
      const value = Object.hasOwn(tags, key) ? tags[key] : undefined;
      return value !== undefined && fits(value);
    });
}

function entryOf(mute: Mute, { account, now, checks, regions }: MutedScan): Entry {
  const fitsCheck = patternOf(mute.check);
  const fitsRegion = patternOf(mute.region ?? '*');
  const fitsResource = patternOf(mute.resource ?? '*');
  const isOfArn = mute.resource?.startsWith('arn:') === true;
  const isOtherAccount = mute.account !== undefined && mute.account !== account;
  return {
    mute,
    isVoid: now.toISOString().slice(0, 10) > mute.until,
    isOutside:
      isOtherAccount ||
      !checks.some((check) => fitsCheck(check)) ||
      ![...regions, 'global'].some((region) => fitsRegion(region)),
    fitsCheck: (check) => !isOtherAccount && fitsCheck(check),
    fits: ({ region, resource }) =>
      fitsRegion(region) && fitsResource(isOfArn ? resource.arn : resource.name),
    fitsTags: mute.tags && tagPatternsOf(mute.tags),
    matched: 0,
    muted: 0,
    untold: 0,
  };
}

function stateOf({ isVoid, isOutside, matched, muted, untold }: Entry): MuteLine['state'] {
  if (isVoid) return 'void';
  if (isOutside) return 'not-asked';
  if (matched === 0) return untold === 0 ? 'matches-nothing' : 'tags-unread';
  // What fits may fail, and be muted by an entry before this one.
  return muted === 0 ? 'nothing-to-mute' : 'in-force';
}
