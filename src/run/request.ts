/** One request, whichever door it comes through. */
import { isRegionName, regionsEnabledByDefault } from '../aws/partitions.ts';
import type { Check } from '../judge/check.ts';
import type { World } from '../judge/judgement.ts';
import { parseSettings, select } from '../plan/selection.ts';
import type { Selection } from '../plan/asked.ts';
import { unknownName } from '../text/user-error.ts';

/** What to judge. */
export interface ScanRequest {
  readonly checks: readonly Check[];
  /** As it was chosen; kept in the report. */
  readonly selection: Selection;
  readonly params: World['params'];
}

/** Holds a selection against the checks that there are. Throws a `UserError` for a name that is not known. */
export function requestOf(all: readonly Check[], selection: Selection): ScanRequest {
  const { checks, frameworks, severity } = select(all, selection);
  const { services, settings } = selection;
  const regions = parseRegions(selection.regions);
  return {
    checks,
    selection: { checks: selection.checks, services, frameworks, severity, regions, settings },
    params: parseSettings(all, settings),
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
  return [...new Set(names)];
}
