/** What came of sending the findings of an account somewhere, as its summary, its event and the report of the fleet tell it. */
import * as z from 'zod';

const count = z.int().nonnegative();

const sentShape = z.object({
  to: z.literal('securityhub'),
  region: z.string().max(100).describe('The Region whose Security Hub was asked.'),
  imported: count.describe('New, changed, or not told for long.'),
  archived: count,
  unchanged: count,
  notRead: count.describe('Failed before and could not be read this time: left as they are.'),
  refused: count.describe('Findings that were not taken.'),
  why: z
    .string()
    .max(1000)
    .optional()
    .describe('Why not all was taken; left out where all of it was.'),
});

const handedOverShape = z.object({
  location: z.string().max(1200).describe('s3:// address in the custom source of Security Lake.'),
  why: z
    .string()
    .max(1000)
    .optional()
    .describe('Why nothing was written there; left out where it was.'),
});

/** Where the findings of an account went, beside its reports. */
export const handedOn = {
  sent: sentShape
    .optional()
    .describe('What came of sending its findings; left out where that was not asked for.'),
  lake: handedOverShape
    .optional()
    .describe('Its findings in Security Lake; left out where that was not asked for.'),
};

/** Findings in Amazon Security Lake. */
export type HandedOver = z.infer<typeof handedOverShape>;

export type SentFindings = z.infer<typeof sentShape>;
