import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The embedded sample account, beside the sources or beside the built program. */
export const sampleAccount: string =
  ['../../sample/account.ndjson.gz', '../../../sample/account.ndjson.gz']
    .map((path) => fileURLToPath(new URL(path, import.meta.url)))
    .find((path) => existsSync(path)) ?? 'sample/account.ndjson.gz';
