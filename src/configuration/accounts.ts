/** The file of `--accounts`: ids one a line, or a list of YAML or JSON. */
import * as z from 'zod';
import { UserError } from '../text/user-error.ts';
import { accountId } from './entries.ts';
import { hold, parseWritten, readText } from './written.ts';

/** A number of twelve digits can mean nothing else; one that begins with 0 would lose it. */
const written = z.union(
  [
    accountId,
    z
      .int()
      .min(1e11)
      .max(1e12 - 1)
      .transform(String),
  ],
  {
    error: "an account has twelve digits, in quotes: '012345678901'",
  },
);
const shape = z.array(written);
const inMember = z.strictObject({ accounts: shape });

/**
 * The ids, in the order of the file. Throws a `UserError` that names the file and the line, and says what to write instead.
 */
export async function readAccounts(path: string): Promise<readonly string[]> {
  const text = await readText(path, 'list of accounts');
  const ids = isData(text) ? listIn(text, path) : linesIn(text, path);
  if (ids.length === 0) throw new UserError(`${path}: there is no account in it`);
  const seen = new Set<string>();
  for (const id of ids) {
    if (seen.has(id)) throw new UserError(`${path}: account ${id} is there twice`);
    seen.add(id);
  }
  return ids;
}

/** What begins as a list or a member of YAML or JSON does is read as such. */
function isData(text: string): boolean {
  const [first = ''] = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#') && line !== '---');
  return /^([-[{]|accounts\s*:)/.test(first);
}

function listIn(text: string, path: string): readonly string[] {
  const data = parseWritten(text, path);
  if (Array.isArray(data.value)) return hold(data, shape, ({ message }) => message);
  return hold(data, inMember, ({ message }) => message).accounts;
}

function linesIn(text: string, path: string): readonly string[] {
  return text.split('\n').flatMap((line, at) => {
    const id = line.trim().replace(/#.*$/, '').trim();
    if (id === '') return [];
    if (/^\d{12}$/.test(id)) return [id];
    throw new UserError(
      `${path}:${at + 1}: "${id.slice(0, 40)}" is no account; write twelve digits on each line`,
    );
  });
}
