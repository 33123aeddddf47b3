/** An account that was not scanned: why, and what to do about it. Kept where its summary would stand. */
import * as z from 'zod';
import { accountId } from './summary.ts';

export const unscannedSchema = 'srm-scan/unscanned/1';

/**
 * `refused`: the role could not be assumed, or AWS did not accept who asked. `timed-out`: no answer came in time.
 * `suspended`: it is closed, suspended, or not yet activated; it was left out. `not-reached`: the run ended before
 * its turn. `failed`: anything else.
 */
export const unscannedReasons = [
  'refused',
  'timed-out',
  'failed',
  'not-reached',
  'suspended',
] as const;
export type UnscannedReason = (typeof unscannedReasons)[number];

const sentence = z.string().max(4000);

export const unscannedShape = z.object({
  schema: z.literal(unscannedSchema),
  account: accountId,
  reason: z.enum(unscannedReasons),
  cause: sentence.describe('Our words, then AWS’s own.'),
  cure: sentence.describe('What to do about it.'),
  at: z.iso.datetime(),
  state: z.string().max(100).optional().describe('Of a suspended account: as AWS writes it.'),
});

/** An account without a report. */
export type Unscanned = z.infer<typeof unscannedShape>;
