/** `--config`, and `srm-scan config check`. */
import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { selectionOfConfig, withConfig } from '../configuration/apply.ts';
import type { Config } from '../configuration/shape.ts';
import type { ReadFile } from '../configuration/written.ts';
import type { Check } from '../judge/check.ts';
import type { Selection } from '../plan/asked.ts';
import type { Material } from '../report/model.ts';
import { requestOf } from '../run/request.ts';
import { UserError } from '../text/user-error.ts';
import { type ChecksDirOption, everyCheck } from './every-check.ts';
import { type LivingFiles, livingWith } from './living.ts';
import { print, say } from './terminal.ts';

/** Where a configuration is looked for if none is named, in the working folder. */
const usualNames = ['srm-scan.config.yaml', 'srm-scan.config.yml', 'srm-scan.config.json'];

export interface ConfigOptions {
  /** The file; false for none. */
  readonly config?: string | false;
  readonly quiet?: true;
}

/** What a configuration comes to beside what was typed. */
export interface Configured {
  readonly selection: Selection;
  /** Those that the configuration names. */
  readonly files: LivingFiles;
  /** The configuration itself, where there is one. */
  readonly materials: readonly Material[];
}

/**
 * The selection that was typed, with that of the configuration below it: of the file that is named, else of the one that
 * lies in the working folder, which is told on standard error.
 */
export async function configured(
  typed: Selection,
  options: ConfigOptions,
  checks: readonly Check[],
): Promise<Configured> {
  const path = options.config ?? usualFile();
  if (path === undefined || path === false) return unconfigured(typed);
  if (options.config === undefined && !options.quiet) say(`configuration: ${path}`);
  return withNamedConfig(typed, path, checks);
}

/** Without a configuration. */
export function unconfigured(selection: Selection): Configured {
  return { selection, files: {}, materials: [] };
}

/** The same, of a file that is named. */
export async function withNamedConfig(
  typed: Selection,
  path: string,
  checks: readonly Check[],
): Promise<Configured> {
  const { value: config, file } = await read(path, checks);
  // Held against the checks by itself first, so that what is wrong in the file is told of the file.
  inFile(path, () => requestOf(checks, selectionOfConfig(config, checks)));
  return {
    selection: withConfig(config, typed, checks),
    files: filesOf(config, path),
    materials: [{ kind: 'config', ...file }],
  };
}

/** A file that a configuration names lies in its folder, or at a place that is told from there. */
function filesOf({ mute, attest }: Config, path: string): LivingFiles {
  const beside = (file: string | undefined) =>
    file === undefined ? undefined : resolve(dirname(path), file);
  return { mute: beside(mute), attest: beside(attest) };
}

/** `srm-scan config check`: says what a scan by the file would be, or throws what is wrong in it. */
export async function configCheckCommand(
  named: string | undefined,
  options: ChecksDirOption,
): Promise<void> {
  const path = named ?? usualFile();
  if (path === undefined) {
    throw new UserError(
      `no configuration here: name a file, or write one of ${usualNames.join(', ')}`,
    );
  }
  const checks = await everyCheck(options);
  const { value: config } = await read(path, checks);
  const { checks: chosen, selection } = inFile(path, () =>
    requestOf(checks, selectionOfConfig(config, checks)),
  );
  await livingWith(filesOf(config, path), checks);
  print(`${path} is right. A scan by it judges ${chosen.length} of ${checks.length} checks.`);
  for (const setting of selection.settings) print(`  ${setting}`);
}

/** Where there is no configuration, nothing of it is loaded. */
async function read(path: string, checks: readonly Check[]): Promise<ReadFile<Config>> {
  const { readConfig } = await import('../configuration/read.ts');
  return readConfig(path, checks);
}

function usualFile(): string | undefined {
  const [found, ...more] = usualNames.filter((name) => existsSync(name));
  if (more.length === 0) return found;
  throw new UserError(
    `here are ${[found, ...more].join(' and ')}: name one with --config, or remove the other`,
  );
}

function inFile<T>(path: string, ask: () => T): T {
  try {
    return ask();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    throw new UserError(`${path}: ${error.message}`, { cause: error });
  }
}
