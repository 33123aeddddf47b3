/** Checks of a user, from a folder of modules that each export one (docs/custom-checks.md). */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Check } from '../judge/check.ts';
import { severities } from '../judge/terms.ts';
import { findResponsibility, responsibilities } from '../responsibilities/index.ts';
import { whyUnreadable } from '../text/unreadable.ts';
import { unknownName, UserError } from '../text/user-error.ts';
import { provideLibrary } from './library.ts';

const modules = /\.(?:m?js|m?ts)$/;
const others = /\.(?:test|spec)\.m?[jt]s$|\.d\.m?ts$/;

/**
 * The checks in a folder and the folders in it, marked as the user's, in the order of their paths. Throws a `UserError`
 * for a folder that cannot be read or has none, a module that does not load or exports no check, and an id that is taken.
 *
 * @param builtIn the checks that there are already
 */
export async function loadChecks(
  folder: string,
  builtIn: readonly Check[],
): Promise<readonly Check[]> {
  const paths = pathsIn(folder);
  if (paths.length === 0) {
    throw new UserError(`--checks-dir ${folder}: there is no module in it (.js, .mjs, .ts, .mts)`);
  }
  refuseUnreadTypes(paths);
  provideLibrary();
  const taken = new Map(builtIn.map(({ id }) => [id, 'srm-scan']));
  const checks: Check[] = [];
  for (const path of paths) {
    const check = await checkIn(path);
    refuseUnfit(path, check);
    const owner = taken.get(check.id);
    if (owner !== undefined) {
      throw new UserError(`${path}: the id ${check.id} is taken, by ${owner}; give it another`);
    }
    taken.set(check.id, path);
    checks.push({ ...check, custom: true });
  }
  return checks;
}

/** The modules in a folder and the folders in it, sorted. */
export function pathsIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => modules.test(name) && !others.test(name) && !/node_modules/.test(name))
      .toSorted()
      .map((name) => join(folder, name));
  } catch (error) {
    throw new UserError(`--checks-dir ${folder}: ${whyUnreadable(error, 'folder')}`, {
      cause: error,
    });
  }
}

/** Node takes types out by itself since 22.18 and 23.6. */
function refuseUnreadTypes(paths: readonly string[]): void {
  const typed = paths.find((path) => /\.m?ts$/.test(path));
  const stripsTypes = 'typescript' in process.features && Boolean(process.features.typescript);
  if (typed === undefined || stripsTypes) return;
  throw new UserError(
    `${typed}: Node ${process.versions.node} runs no TypeScript; use Node 22.18 or newer, or compile the check to JavaScript`,
  );
}

async function checkIn(path: string): Promise<Check> {
  const module = await imported(path);
  const check: unknown = 'default' in module ? module.default : undefined;
  if (isCheck(check)) return check;
  throw new UserError(
    `${path}: it has to export a check as its default, made by defineCheck of srm-scan`,
  );
}

/** What types would have shown; a check may be plain JavaScript. */
function refuseUnfit(path: string, { id, responsibility, severity }: Check): void {
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)+$/.test(id)) {
    throw new UserError(`${path}: the id "${id}" is not of the form acme-bucket-owner-tag`);
  }
  if (!severities.includes(severity)) {
    throw unknownName(
      `severity of ${id}`,
      severity,
      severities,
      `Known: ${severities.join(', ')}.`,
    );
  }
  if (findResponsibility(responsibility) === undefined) {
    const known = responsibilities().map((line) => line.id);
    const list = 'See "srm-scan responsibilities --format table".';
    throw unknownName(`responsibility of ${id}`, responsibility, known, list);
  }
}

async function imported(path: string): Promise<object> {
  try {
    const module: object = await import(pathToFileURL(path).href);
    return module;
  } catch (error) {
    const why = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    throw new UserError(`${path}: it does not load: ${why}`, { cause: error });
  }
}

/** Only `defineCheck` makes such an object; its types were the author's concern. */
function isCheck(value: unknown): value is Check {
  return (
    typeof value === 'object' &&
    value !== null &&
    'judge' in value &&
    typeof value.judge === 'function' &&
    'spec' in value &&
    'id' in value &&
    typeof value.id === 'string' &&
    'titleWith' in value
  );
}
