/** What a configuration file and the command line say together. The command line goes before the file. */
import type { Check } from '../judge/check.ts';
import { everything, type Selection } from '../plan/asked.ts';
import { frameworkId, select } from '../plan/selection.ts';
import { type Config, sharedNames } from './shape.ts';

/**
 * The selection of the command line with that of the file below it. Where the command line chooses checks, in whatever
 * way, the file's own choice of checks is not heard; the same of Regions. What the command line chooses by name the file
 * does not leave out; beyond that both leave out.
 */
export function withConfig(config: Config, typed: Selection, all: readonly Check[]): Selection {
  const { checks, services, frameworks, severity } = typed;
  const chooses = checks.length + services.length + frameworks.length > 0 || severity !== null;
  const where = typed.regions.length > 0 || typed.activeRegions ? typed : regionsOf(config);
  const named = new Set(all.filter(({ id }) => checks.includes(id)).map(({ service }) => service));
  const selection = {
    ...(chooses ? { checks, services, frameworks, severity } : choiceOf(config)),
    regions: where.regions,
    ...(where.activeRegions && { activeRegions: where.activeRegions }),
    excludeChecks: [...heard(config.excludeChecks, checks), ...typed.excludeChecks],
    excludeServices: [
      ...heard(config.excludeServices, [...services, ...named]),
      ...typed.excludeServices,
    ],
    excludeRegions: [...heard(config.excludeRegions, typed.regions), ...typed.excludeRegions],
    settings: [],
  };
  return { ...selection, settings: [...settingsOf(config, selection, all), ...typed.settings] };
}

function regionsOf({ regions = [] }: Config): Pick<Selection, 'regions' | 'activeRegions'> {
  return regions === 'active' ? { regions: [], activeRegions: true } : { regions };
}

/** What the file leaves out, but for what the command line wants by name. */
function heard(
  excluded: readonly string[] | undefined,
  wanted: readonly string[],
): readonly string[] {
  return (excluded ?? []).filter((name) => !wanted.includes(name));
}

/** What the file alone asks for. */
export function selectionOfConfig(config: Config, all: readonly Check[]): Selection {
  return withConfig(config, everything, all);
}

function choiceOf({ checks, services, frameworks, severity }: Config) {
  return {
    checks: checks ?? [],
    services: services ?? [],
    frameworks: frameworks ?? [],
    severity: severity ?? null,
  };
}

/**
 * The values of the file as settings, the most particular last: what is shared, the profiles of the frameworks that were
 * chosen, the parameters of a check. Those of checks that are not judged have no effect, and are left out.
 */
function settingsOf(
  config: Config,
  selection: Selection,
  all: readonly Check[],
): readonly string[] {
  const judged = select(all, selection);
  const profiles = Object.entries(config.profiles ?? {}).flatMap(([name, values]) =>
    judged.frameworks.includes(frameworkId(name)) ? [values] : [],
  );
  const shared = judged.checks.flatMap(({ id, params }) =>
    sharedNames.flatMap((name) => {
      const value = config[name];
      return value !== undefined && name in params ? [`${id}.${name}=${String(value)}`] : [];
    }),
  );
  const ids = new Set(judged.checks.map(({ id }) => id));
  const own = [...profiles, config.parameters ?? {}].flatMap((values) =>
    Object.entries(values)
      .filter(([id]) => ids.has(id))
      .flatMap(([id, params]) =>
        Object.entries(params).map(([name, value]) => `${id}.${name}=${String(value)}`),
      ),
  );
  return [...shared, ...own];
}
