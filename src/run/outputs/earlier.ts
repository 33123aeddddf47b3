/**
 * The folder of the reports holds one scan, the newest. What an earlier scan of the same account left there is replaced; what
 * would be lost or would mislead is moved to `earlier/`, under its account and its time: the files of another account, and
 * formats and evidence of another scan that this one does not write.
 */
import { createReadStream } from 'node:fs';
import { lstat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { createGunzip } from 'node:zlib';
import { reporters } from '../../../reports/index.ts';
import type { ScanInfo } from '../../report/model.ts';
import type { Move } from './replace.ts';

export const evidenceName = 'evidence.ndjson.gz';

/** Every file that a scan may leave in its folder. */
export const ownNames: readonly string[] = [...reporters.map(({ file }) => file), evidenceName];

/** What a file says of the scan that it is of. */
export interface Told {
  readonly account?: string;
  /** ISO 8601, UTC. */
  readonly startedAt?: string;
  /** Where the chain of the evidence ends, as a report says. */
  readonly head?: string;
}

/** What must make room for the files of a scan. */
export async function earlierIn(
  folder: string,
  scan: Pick<ScanInfo, 'account' | 'startedAt'>,
  written: readonly string[],
): Promise<readonly Move[]> {
  const found = [];
  for (const name of ownNames) {
    const path = join(folder, name);
    const told = await toldBy(path);
    if (told) found.push({ path, told, age: (await lstat(path)).mtime.toISOString() });
  }
  // Evidence does not name its account; what lies beside it and began at the same moment does.
  const accounts = new Map(
    found.flatMap(({ told: { account, startedAt } }) => (account ? [[startedAt, account]] : [])),
  );
  return found.flatMap(({ path, told, age }): Move[] => {
    if (
      told.startedAt === scan.startedAt &&
      (told.account ?? scan.account.id) === scan.account.id
    ) {
      return [];
    }
    const account = told.account ?? accounts.get(told.startedAt);
    if (account === scan.account.id && written.includes(path)) return [];
    const when = (told.startedAt ?? age).replace(/\.\d+Z$/, 'Z').replaceAll(':', '-');
    const place = account === undefined ? when : `${account}-${when}`;
    return [{ from: path, to: join(folder, 'earlier', place, basename(path)) }];
  });
}

/** Characters in which a file says of which scan it is: of report.json the head, of a page its `meta`. */
const beginning = 262_144;

/** Undefined where there is no such file. What it says becomes a name of a folder: nothing but a time is taken for a time. */
export async function toldBy(path: string): Promise<Told | undefined> {
  const text = await beginningOf(path);
  if (text === undefined) return undefined;
  const [, ofPage, began] =
    /<meta name="srm-scan" content="(\d{12}) ([\dT:.-]+Z)">/.exec(text) ?? [];
  const account = ofPage ?? /"account": \{\s*"id": "(\d{12})"/.exec(text)?.[1];
  const startedAt = began ?? /"startedAt": ?"([\dT:.-]+Z)"/.exec(text)?.[1];
  const head = /"evidence": \{\s*"head": "([0-9a-f]{64})"/.exec(text)?.[1];
  return {
    ...(account === undefined ? {} : { account }),
    ...(startedAt === undefined ? {} : { startedAt }),
    ...(head === undefined ? {} : { head }),
  };
}

/** Empty where the file cannot be read, as one of another program may be. */
async function beginningOf(path: string): Promise<string | undefined> {
  const isThere = await lstat(path).catch(() => undefined);
  if (!isThere) return undefined;
  const file = createReadStream(path);
  const source = path.endsWith('.gz') ? file.pipe(createGunzip()) : file;
  file.on('error', (error) => source.destroy(error));
  let text = '';
  try {
    source.setEncoding('utf8');
    for await (const chunk of source) {
      text += String(chunk);
      if (text.length >= beginning) break;
    }
  } catch {
    return text;
  } finally {
    file.destroy();
  }
  return text;
}
