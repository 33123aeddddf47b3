/**
 * The manifest of a fleet: its report, what that was made of, and the manifest of each account's run, which has the run's files.
 * So from it a chain of hashes leads to every file. Everything in it follows from what is in the folder. See docs/evidence.md.
 */
import * as z from 'zod';
import { severities } from '../../judge/terms.ts';
import { accountId } from '../../fleet/summary.ts';
import { unscannedReasons } from '../../fleet/unscanned.ts';
import { digest, file, hash } from './shape.ts';

export const fleetManifestSchema = 'srm-scan/fleet-manifest/1';

/** Where runs and sources are, seen from the manifest: in its own folder, or as the job in AWS lays them out. */
const bases = ['.', '../..'] as const;

const count = z.int().nonnegative();

/** No way out of the base: the folder of an account of the job, the one of the accounts that were not scanned, and a name. */
const sourceName = z
  .string()
  .max(300)
  .regex(
    /^(account=\d{12}\/)?(unscanned\/)?[A-Za-z0-9][A-Za-z0-9._-]*$/,
    'is no place of a file of a fleet',
  );

const runFolder = z
  .string()
  .max(300)
  .regex(/^(\d{12}-\d{4}-\d\d-\d\dT[^/\\]*|account=\d{12}\/[\w-]{1,64})$/, 'is no folder of a run');

const run = z.strictObject({
  account: accountId,
  folder: runFolder,
  /** Of its manifest.json; null where that was not there, or is not known. */
  manifest: digest.nullable(),
  /** Of its manifest.dsse.json; left out where there was none. */
  signature: digest.optional(),
  /** A later run of the same account counts in the report. */
  earlier: z.literal(true).optional(),
});

/** A reader of a later version leaves out what it does not know. */
export const fleetManifestShape = z.object({
  schema: z.literal(fleetManifestSchema),
  tool: z.object({ name: z.literal('srm-scan'), version: z.string() }),
  fleet: z.object({
    sample: z.literal(true).optional(),
    startedAt: z.iso.datetime().nullable(),
    finishedAt: z.iso.datetime().nullable(),
    failOn: z.enum([...severities, 'none']),
    allowUnknown: z.boolean(),
    accounts: count,
    complete: count,
    partial: count,
    unscanned: count,
    suspended: count,
  }),
  /** By which rules, and for what, accounts were judged. */
  judgedBy: z
    .array(
      z.object({
        version: z.string(),
        rules: hash.nullable(),
        selection: hash,
        accounts: count,
      }),
    )
    .readonly(),
  base: z.enum(bases),
  /** The report of the fleet, beside the manifest. */
  files: z.array(file).readonly(),
  /** What it was made of besides the runs, seen from the base. */
  sources: z.array(file.extend({ name: sourceName })).readonly(),
  runs: z.array(run).readonly(),
  /** Accounts without a run that counts. */
  unscanned: z
    .array(
      z.strictObject({ account: accountId, reason: z.enum(unscannedReasons), cause: z.string() }),
    )
    .readonly(),
  /** What lay there besides, seen from the base: no part of the fleet, and nothing vouches for it. */
  beside: z.array(z.string().max(1100)).readonly(),
});

export type FleetManifest = z.infer<typeof fleetManifestShape>;
export type FleetRun = z.infer<typeof run>;
