/**
 * The manifest of a run: which files it has, by what rules and parameters it was judged, and of what scan it is. Everything in
 * it follows from the scan and the program, so the same run gives the same manifest. See docs/evidence.md.
 */
import * as z from 'zod';

export const manifestSchema = 'srm-scan/manifest/1';

export const hash = z.string().regex(/^[0-9a-f]{64}$/, 'is no SHA-256');
const names = z.array(z.string()).readonly();

/** No path: a file of a run lies in its folder. */
const fileName = z
  .string()
  .max(255)
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, 'is no name of a file');

/** What a manifest says of a file beside its name. */
export const digest = z.strictObject({
  /** Bytes. */
  size: z.int().nonnegative(),
  sha256: hash,
});

export const file = digest.extend({ name: fileName });

/** A file that is not of the folder, and was read for what stands in it. */
const material = z.strictObject({
  /** The option that names such a file: `mute`. */
  kind: z.enum(['config', 'mute', 'attest']),
  name: z.string().max(255),
  /** Bytes. */
  size: z.int().nonnegative(),
  sha256: hash,
});

/** What one check is and what it said. */
const judged = z.strictObject({
  id: z.string(),
  /** SHA-256 of the code that judges by it alone; null where it is not known: the program was not built. */
  rule: hash.nullable(),
  /** How many findings it has. */
  findings: z.int().nonnegative(),
  /** SHA-256 of them (verdicts.ts). */
  verdicts: hash,
});

const parameter = z.strictObject({
  check: z.string(),
  parameter: z.string(),
  value: z.union([z.number(), z.boolean(), names]),
});

/** A reader of a later version leaves out what it does not know. */
export const manifestShape = z.object({
  schema: z.literal(manifestSchema),
  tool: z.object({ name: z.literal('srm-scan'), version: z.string() }),
  scan: z.object({
    id: z.string(),
    /** The account is the sample company of the demo. */
    sample: z.literal(true).optional(),
    account: z.string(),
    partition: z.string(),
    startedAt: z.iso.datetime(),
    finishedAt: z.iso.datetime(),
    status: z.enum(['complete', 'partial']),
    endedBy: z.string().optional(),
    /** Where the chain of the evidence ends, and how many calls it binds. */
    evidence: z.object({ head: z.string().nullable(), calls: z.int() }).optional(),
  }),
  scope: z.object({
    regions: names,
    skippedRegions: z.array(z.object({ region: z.string(), reason: z.string() })).readonly(),
    /** What the user chose. */
    selection: z.record(z.string(), z.unknown()),
  }),
  rules: z.object({
    /** SHA-256 of `engine` and of each check's `rule`; null where one of them is not known. */
    sha256: hash.nullable(),
    /** SHA-256 of the code that judges whatever the check is. */
    engine: hash.nullable(),
  }),
  parameters: z.object({
    /** SHA-256 of the canonical text of `set`. */
    sha256: hash,
    /** Every parameter that was not the default; the defaults are of the rules. */
    set: z.array(parameter).readonly(),
  }),
  /** What was read beside the evidence; left out where nothing was. */
  materials: z.array(material).readonly().optional(),
  files: z.array(file).readonly(),
  /** Those that were judged, by id. */
  checks: z.array(judged).readonly(),
});

export type Manifest = z.infer<typeof manifestShape>;
export type ManifestFile = z.infer<typeof file>;
export type Digest = z.infer<typeof digest>;
export type JudgedCheck = z.infer<typeof judged>;
