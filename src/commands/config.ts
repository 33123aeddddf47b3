/** `--config`, and `srm-scan config check`. */
import { existsSync } from 'node:fs';
import { checks } from '../../checks/index.ts';
import { selectionOfConfig, withConfig } from '../config/apply.ts';
import { readConfig } from '../config/read.ts';
import type { Selection } from '../plan/asked.ts';
import { requestOf } from '../run/request.ts';
import { UserError } from '../text/user-error.ts';
import { print, say } from './terminal.ts';

/** Where a configuration is looked for if none is named, in the working folder. */
const usualNames = ['srm-scan.config.yaml', 'srm-scan.config.yml', 'srm-scan.config.json'];

export interface ConfigOptions {
  /** The file; false for none. */
  readonly config?: string | false;
  readonly quiet?: true;
}

/**
 * The selection that was typed, with that of the configuration below it: of the file that is named, else of the one that
 * lies in the working folder, which is told on standard error.
 */
export async function configured(typed: Selection, options: ConfigOptions): Promise<Selection> {
  const path = options.config ?? usualFile();
  if (path === undefined || path === false) return typed;
  if (options.config === undefined && !options.quiet) say(`configuration: ${path}`);
  return withNamedConfig(typed, path);
}

/** The same, of a file that is named. */
export async function withNamedConfig(typed: Selection, path: string): Promise<Selection> {
  const config = await readConfig(path, checks);
  // Held against the checks by itself first, so that what is wrong in the file is told of the file.
  inFile(path, () => requestOf(checks, selectionOfConfig(config, checks)));
  return withConfig(config, typed, checks);
}

/** `srm-scan config check`: says what a scan by the file would be, or throws what is wrong in it. */
export async function configCheckCommand(named: string | undefined): Promise<void> {
  const path = named ?? usualFile();
  if (path === undefined) {
    throw new UserError(
      `no configuration here: name a file, or write one of ${usualNames.join(', ')}`,
    );
  }
  const config = await readConfig(path, checks);
  const { checks: chosen, selection } = inFile(path, () =>
    requestOf(checks, selectionOfConfig(config, checks)),
  );
  print(`${path} is right. A scan by it judges ${chosen.length} of ${checks.length} checks.`);
  for (const setting of selection.settings) print(`  ${setting}`);
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
