/**
 * The reading of an account that takes more than one function: what each has read is kept beside the run, as evidence, and
 * the next one answers from it. One state machine's work on one account is one reading: started again, it begins anew, so
 * that a report tells of hours and not of days, and no page token grows old.
 */
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { canonical } from '../../aws/evidence/canonical.ts';
import { type KeptCallsFile, noCalls, openKeptCalls } from '../../aws/evidence/kept-calls.ts';
import { linesOf } from '../../aws/evidence/lines.ts';
import { readCalls, type Sealed } from '../../aws/evidence/read.ts';
import type { EvidenceStart } from '../../aws/evidence/record.ts';
import { UserError } from '../../text/user-error.ts';
import { highestMostParts } from './settings.ts';
import type { FleetStore, RunKeys } from './store.ts';

/** What the state machine hands from one function to the next. */
export const readingShape = z.strictObject({
  /** Request id of the function that began it. */
  id: z.string().regex(/^[\w-]{1,64}$/, 'it is the request id of a function'),
  /** Which function this is: those before it have left theirs. */
  part: z.int().min(2).max(highestMostParts),
});

/** `part` is 1 for the function that begins it. */
export type Reading = z.infer<typeof readingShape>;

/** Where the parts of a run are, and of which account. */
export interface PartsPlace {
  readonly store: Pick<FleetStore, 'keys' | 'readBytes' | 'writeFirst'>;
  readonly keys: Pick<RunKeys, 'part' | 'ofParts'>;
  readonly account: string;
  /** Of the bucket. */
  readonly name: string;
}

/** What the functions before this one have read. */
export interface EarlierParts {
  readonly calls: KeptCallsFile;
  /** Of each, in their order. */
  readonly about: readonly Sealed[];
}

/** An earlier try of this very function may have left its part, and its answer was lost. */
export async function isKept(
  { store, keys, account }: PartsPlace,
  { id, part }: Reading,
): Promise<boolean> {
  const all = await store.keys(keys.ofParts(account, id));
  return all.includes(keys.part(account, id, part));
}

/**
 * Throws a `UserError` where a part is not there, was changed, or is of another scan: what it holds cannot be told then.
 *
 * @param folder for what does not fit into memory
 */
export async function openEarlier(
  { store, keys, account, name }: PartsPlace,
  { id, part }: Reading,
  folder: string,
): Promise<EarlierParts> {
  if (part === 1) return { calls: { ...noCalls, close: () => Promise.resolve() }, about: [] };
  const about: Sealed[] = [];
  const calls = await openKeptCalls(join(folder, 'earlier'), async (add) => {
    for (let number = 1; number < part; number += 1) {
      const key = keys.part(account, id, number);
      const address = `s3://${name}/${key}`;
      const bytes = await store.readBytes(key);
      if (!bytes) throw new UserError(`${address}: what was read before is not there any more`);
      const path = join(folder, 'part.ndjson.gz');
      await writeFile(path, bytes);
      const sealed = await readCalls(linesOf(path, { name: address }), address, add);
      await rm(path);
      if (sealed.seal.head === null) throw new UserError(`${address}: it has no seal`);
      const place = placeOf(about, { id, account });
      if (canonical(sealed.start.part ?? null) !== canonical(place)) {
        throw new UserError(
          `${address}: it is not part ${number} of this reading of account ${account}`,
        );
      }
      about.push(sealed);
    }
  });
  return { calls, about };
}

/** The place of the part that comes behind these: each is bound to the one before it, as their calls are within each. */
export function placeOf(
  earlier: readonly Sealed[],
  { id, account }: { readonly id: string; readonly account: string },
): NonNullable<EvidenceStart['part']> {
  const after = earlier.at(-1)?.seal.head ?? null;
  return { account, reading: id, number: earlier.length + 1, after };
}

/** A part goes with what the others were asked; a deployment in between may have changed that. Throws a `UserError`. */
export function refuseOtherScan({ about }: EarlierParts, start: EvidenceStart): void {
  if (about.every((earlier) => asked(earlier.start) === asked(start))) return;
  throw new UserError(
    'srm-scan or its settings were changed while the account was read by one function after the other',
  );
}

function asked({ tool, homeRegion, ownRegion, selection }: EvidenceStart): string {
  return canonical([tool.version, homeRegion, ownRegion, selection]);
}

/** The first one stays: two that went on from the same have read the same. */
export async function keepPart(
  { store, keys, account }: PartsPlace,
  { id, part }: Reading,
  path: string,
): Promise<void> {
  await store.writeFirst(keys.part(account, id, part), await readFile(path));
}
