/** The options by which several commands choose checks. */
import type { Command } from 'commander';
import type { Selection } from '../plan/asked.ts';
import { UserError } from '../text/user-error.ts';
import type { ChecksDirOption } from './every-check.ts';

export interface SelectionOptions extends ChecksDirOption {
  readonly check: readonly string[];
  readonly service: readonly string[];
  readonly framework: readonly string[];
  readonly severity?: string;
  readonly excludeCheck: readonly string[];
  readonly excludeService: readonly string[];
  readonly excludeRegion?: readonly string[];
}

export function withSelection(command: Command): Command {
  return command
    .option('--check <id>', 'only this check; may be repeated, as the next two', collectValues, [])
    .option('--service <name>', 'only checks of this service', collectValues, [])
    .option(
      '--framework <name>',
      'only checks of cis, fsbp, nist, pci, csf, iso or soc2',
      collectValues,
      [],
    )
    .option('--severity <level>', 'only checks of this severity or graver')
    .option('--exclude-check <id>', 'not this check; may be repeated', collectValues, [])
    .option('--exclude-service <name>', 'no check of this service', collectValues, [])
    .option('--checks-dir <dir>', 'checks of your own beside ours (docs/custom-checks.md)');
}

/** A repeated option, or one with commas. */
export function collectValues(value: string, before: readonly string[]): readonly string[] {
  return [...before, ...value.split(',').map((each) => each.trim())];
}

/** `--regions`, whose one value is `active`. */
export function activeRegionsOf(which: string | undefined): Pick<Selection, 'activeRegions'> {
  if (which === undefined) return {};
  if (which === 'active') return { activeRegions: true };
  throw new UserError(
    `--regions ${which} is not known; write --regions active, or name each region with --region`,
  );
}

export function selectionOf(options: SelectionOptions): Selection {
  return {
    checks: options.check,
    services: options.service,
    frameworks: options.framework,
    severity: options.severity ?? null,
    regions: [],
    excludeChecks: options.excludeCheck,
    excludeServices: options.excludeService,
    excludeRegions: options.excludeRegion ?? [],
    settings: [],
  };
}
