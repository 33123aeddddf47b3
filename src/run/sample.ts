/**
 * The embedded sample account: evidence in a folder, so that a new service changes no file but its own. `scan.json` is the
 * scan record, `<service>.ndjson` are the calls of one service, sorted by id.
 */
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Line, linesOf } from '../aws/evidence/lines.ts';
import { readRecords } from '../aws/evidence/read.ts';
import type { Evidence } from '../aws/evidence/record.ts';

/** Beside the sources or beside the built program. */
const folder: string =
  ['../../sample', '../../../sample']
    .map((path) => fileURLToPath(new URL(path, import.meta.url)))
    .find((path) => existsSync(join(path, 'scan.json'))) ?? 'sample';

/**
 * Throws a `UserError` where a file is missing or damaged.
 * @param services whose calls are wanted; all of them, unless some are named
 */
export async function readSample(services?: ReadonlySet<string>): Promise<Evidence> {
  const { seal: _none, ...sample } = await readRecords(sampleLines(services), folder);
  return sample;
}

async function* sampleLines(services?: ReadonlySet<string>): AsyncGenerator<Line> {
  const start: { startedAt: string } = JSON.parse(
    await readFile(join(folder, 'scan.json'), 'utf8'),
  );
  yield whole(start);
  let calls = 0;
  for (const file of (await readdir(folder)).toSorted()) {
    if (!file.endsWith('.ndjson')) continue;
    if (services && !services.has(file.slice(0, -'.ndjson'.length))) continue;
    for await (const line of linesOf(join(folder, file))) {
      calls += 1;
      yield line;
    }
  }
  // The clock of the recording stands still.
  yield whole({ record: 'end', finishedAt: start.startedAt, status: 'complete', calls });
}

function whole(record: object): Line {
  return { text: JSON.stringify(record), isWhole: true };
}
