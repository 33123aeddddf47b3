/** One request, whichever door it comes through. */
import { isRegionName, regionsEnabledByDefault } from '../aws/partitions.ts';
import type { Check } from '../judge/check.ts';
import type { World } from '../judge/judgement.ts';
import { parseSettings, refuseBoth, select, withProfile } from '../plan/selection.ts';
import type { Selection } from '../plan/asked.ts';
import type { Attestation, Material, Mute } from '../report/model.ts';
import { unknownName, UserError } from '../text/user-error.ts';

/** What to judge. */
export interface ScanRequest {
  readonly checks: readonly Check[];
  /** As it was chosen; kept in the report. */
  readonly selection: Selection;
  readonly params: World['params'];
  /** Of the mute file and the attestation file, where there are such. */
  readonly mutes?: readonly Mute[];
  /** Tags are asked for, whether or not a mute needs them. */
  readonly tags?: true;
  readonly attestations?: readonly Attestation[];
  /** The files that all this was read from. */
  readonly materials?: readonly Material[];
}

/**
 * Holds a selection against the checks that there are. Throws a `UserError` for a name that is not known, and for what
 * would have no effect: a setting of a check that was not chosen, a name that was both chosen and left out.
 */
export function requestOf(all: readonly Check[], selection: Selection): ScanRequest {
  const { checks, frameworks, severity } = select(all, selection);
  const regions = parseRegions(selection.regions);
  const excludeRegions = parseRegions(selection.excludeRegions);
  refuseBoth('region', regions, excludeRegions);
  if (selection.activeRegions && regions.length > 0) {
    throw new UserError(
      `the active regions are found among all of the account, and ${regions.join(', ')} ${regions.length === 1 ? 'was' : 'were'} named: leave out one of the two, or leave out regions with --exclude-region`,
    );
  }
  const { services, excludeServices, settings } = selection;
  return {
    checks,
    selection: {
      checks: unique(selection.checks),
      services: unique(services),
      frameworks: unique(frameworks),
      severity,
      regions,
      ...(selection.activeRegions && { activeRegions: true }),
      excludeChecks: unique(selection.excludeChecks),
      excludeServices: unique(excludeServices),
      excludeRegions,
      settings,
    },
    params: withProfile(checks, frameworks, parseSettings(all, settings, checks)),
  };
}

/** Each once. A typing error is caught before any call. */
function parseRegions(names: readonly string[]): readonly string[] {
  for (const name of names) {
    if (!isRegionName(name)) {
      const known = Object.values(regionsEnabledByDefault).flat();
      throw unknownName('region', name, known, 'A region is written like eu-west-1.');
    }
  }
  return unique(names);
}

function unique<T>(names: readonly T[]): readonly T[] {
  return [...new Set(names)];
}
