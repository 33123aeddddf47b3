/** Reads a fleet.json that was kept. It comes from whoever hands it over. */
import { readFile, stat } from 'node:fs/promises';
import { type FleetReport, fleetSchema, fleetShape } from '../../fleet/model.ts';
import { shapeWords } from '../../text/shape-words.ts';
import { whyUnreadable } from '../../text/unreadable.ts';
import { UserError } from '../../text/user-error.ts';
import { cutEnd } from '../../text/wrap.ts';

/** Bytes. A report of 5,000 accounts has some 10 million. */
const longest = 256_000_000;

/** Throws a `UserError` that says what is wrong with the file. */
export async function readFleet(path: string): Promise<FleetReport> {
  return parseFleet(path, await textIn(path));
}

/** The same for its text. @param path what it is called in the error */
export function parseFleet(path: string, text: string): FleetReport {
  const json = parsed(path, text);
  const schema =
    typeof json === 'object' && json !== null ? Reflect.get(json, 'schema') : undefined;
  if (schema !== fleetSchema) {
    const what = typeof schema === 'string' ? `its schema is ${cutEnd(schema, 60)}` : 'it has none';
    throw new UserError(`${path}: this is no fleet.json; ${fleetSchema} is wanted, and ${what}`);
  }
  const read = fleetShape.safeParse(json, { error: shapeWords });
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const at = issue?.path.map(String).join('.') ?? '';
  throw new UserError(`${path}: ${cutEnd(at, 100)}: ${issue?.message ?? 'is not as expected'}`);
}

async function textIn(path: string): Promise<string> {
  try {
    if ((await stat(path)).size > longest)
      throw new UserError(`${path}: too long for a fleet.json`);
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(`${path}: ${whyUnreadable(error)}`, { cause: error });
  }
}

function parsed(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UserError(`${path}: this is not JSON`);
  }
}
