/**
 * Evidence: one record a line (NDJSON, gzip in files). The first says what was scanned, the last how it ended, and each
 * between them is one call with its answer or its error, sealed with a SHA-256 and chained to the record before it
 * (chain.ts). The same file, read again, gives the same findings without any call to AWS.
 */
import * as z from 'zod';
import type { EvidenceSeal } from './evidence-seal.ts';
import type { CallRecord } from './ledger.ts';

export const evidenceSchema = 'srm-scan/evidence/2';
/** What srm-scan 0.1.0 wrote, and how the sample is kept: without a chain. */
export const unchainedSchema = 'srm-scan/evidence/1';

/** The link of a record, where there is a chain. */
const chain = z.string().optional();

const startRecord = z.strictObject({
  record: z.literal('scan'),
  schema: z.enum([evidenceSchema, unchainedSchema]),
  tool: z.strictObject({ name: z.literal('srm-scan'), version: z.string() }),
  startedAt: z.iso.datetime(),
  homeRegion: z.string(),
  /** The Region that the caller named, if it is another: asked where the home Region is closed. */
  ownRegion: z.string().optional(),
  /** The account is the sample company: no such account is there. */
  sample: z.literal(true).optional(),
  selection: z.strictObject({
    checks: z.array(z.string()).readonly(),
    services: z.array(z.string()).readonly(),
    frameworks: z.array(z.string()).readonly(),
    severity: z.string().nullable(),
    regions: z.array(z.string()).readonly(),
    activeRegions: z.literal(true).optional(),
    // Evidence of 0.1.0 does not have these three: then nothing could be left out.
    excludeChecks: z.array(z.string()).readonly().default([]),
    excludeServices: z.array(z.string()).readonly().default([]),
    excludeRegions: z.array(z.string()).readonly().default([]),
    settings: z.array(z.string()).readonly(),
  }),
  /** Of what one function read of an account, for the next one: its place among the parts. */
  part: z
    .strictObject({
      account: z.string(),
      /** Id of the reading. */
      reading: z.string(),
      number: z.int().positive(),
      /** Where the chain of the part before it ends; null of the first one. */
      after: z.string().nullable(),
    })
    .optional(),
  chain,
});

export const callRecord = z.strictObject({
  record: z.literal('call'),
  number: z.int().positive().optional(),
  id: z.string(),
  service: z.string(),
  operation: z.string(),
  region: z.string(),
  input: z.record(z.string(), z.unknown()),
  at: z.iso.datetime(),
  requestId: z.string().nullable(),
  attempts: z.int().nonnegative(),
  // What JSON.parse gave is JSON.
  answer: z.unknown().optional(),
  error: z
    .strictObject({ code: z.string(), message: z.string(), status: z.int().optional() })
    .optional(),
  sha256: z.string(),
  chain,
});

const endRecord = z.strictObject({
  record: z.literal('end'),
  finishedAt: z.iso.datetime(),
  status: z.enum(['complete', 'partial']),
  endedBy: z.string().optional(),
  calls: z.int().nonnegative(),
  chain,
});

export const anyRecord = z.discriminatedUnion('record', [startRecord, callRecord, endRecord]);

export type EvidenceStart = Omit<z.infer<typeof startRecord>, 'record' | 'schema' | 'chain'>;
export type EvidenceEnd = Omit<z.infer<typeof endRecord>, 'record' | 'calls' | 'chain'>;

export interface Evidence {
  readonly start: EvidenceStart;
  readonly end: EvidenceEnd;
  /** Where its chain ends; of the embedded sample nothing is said. */
  readonly seal?: EvidenceSeal;
  /** By call id. */
  readonly calls: ReadonlyMap<string, CallRecord>;
}
