/** What the entries of a mute file and of an attestation file have in common. */
import * as z from 'zod';

/** Characters of a sentence. */
const longest = 2000;

export const sentence = z
  .string()
  .regex(/\S/, 'write it out; it may not be empty')
  .max(longest, `at most ${longest} characters are wanted`);

export const day = z.iso.date('a day is wanted, such as 2027-01-31');

export const accountId = z
  .string()
  .regex(/^\d{12}$/, "an account has twelve digits, in quotes: '012345678901'");

export const schemaAddress = z
  .string()
  .optional()
  .describe('Where the schema of this file lies, for editors.');
