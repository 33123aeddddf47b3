/** The attestation file: what persons answer to questions that no API answers. Its JSON Schema is docs/attest.schema.json. */
import * as z from 'zod';
import type { Attestation } from '../report/model.ts';
import { responsibilities } from '../responsibilities/index.ts';
import { lazily } from '../text/lazily.ts';
import { unknownName, UserError } from '../text/user-error.ts';
import { accountId, day, schemaAddress, sentence } from './entries.ts';
import { entryFault, hold, type ReadFile, readWritten, type Written } from './written.ts';

const entry = z.strictObject({
  question: z.string().min(1).describe('The id of the responsibility line that asks.'),
  account: accountId.optional().describe('Only for this account, in twelve digits.'),
  answer: sentence.describe('What is attested: how the customer does their part.'),
  by: sentence.describe('Who attests: a person, and their role.'),
  on: day.describe('The day on which it is given.'),
  until: day.describe('The last day on which it holds, in UTC.'),
  evidence: z
    .array(sentence)
    .min(1, 'name what shows it: a document, a ticket, an address')
    .describe('Where what shows it is kept.'),
});

const shape = z.strictObject({ $schema: schemaAddress, attestations: z.array(entry) });

/** The lines that ask a person something. */
const questions = lazily(() =>
  responsibilities().filter(({ attestation }) => attestation !== undefined),
);

/**
 * The entries of an attestation file. Throws a `UserError` that names the file, the line and the member, and says what to
 * write instead.
 */
export async function readAttestations(path: string): Promise<ReadFile<readonly Attestation[]>> {
  const written = await readWritten(path, 'attestation file');
  const { attestations } = hold(written, shape, (issue) =>
    entryFault(issue, issue.path.length === 0 ? shape : entry),
  );
  const value = attestations.map((each, at) => {
    refuse(each, at, written);
    const { account, ...rest } = each;
    return { ...rest, ...(account === undefined ? {} : { account }) };
  });
  return { value, file: written.file };
}

function refuse(
  { question, on, until }: z.output<typeof entry>,
  at: number,
  { place }: Written,
): void {
  const line = responsibilities().find(({ id }) => id === question);
  const where = place(['attestations', at, 'question']);
  if (line === undefined) {
    const ids = questions().map(({ id }) => id);
    const see = 'See "srm-scan responsibilities".';
    throw new UserError(`${where}: ${unknownName('question', question, ids, see).message}`);
  }
  if (line.attestation === undefined) {
    const why = line.owner === 'aws' ? 'it is AWS’s alone' : 'checks read all that it asks for';
    throw new UserError(`${where}: ${question} asks nothing of a person: ${why}`);
  }
  if (until < on) {
    throw new UserError(
      `${place(['attestations', at, 'until'])}: ${until} is before ${on}, the day on which it is given`,
    );
  }
}

/** The shape of the file with the questions that there are: editors complete them. */
export function attestationFile(): z.ZodType {
  const ids = z
    .enum(questions().map(({ id }) => id))
    .describe(entry.shape.question.description ?? '');
  return shape.extend({ attestations: z.array(entry.extend({ question: ids })) });
}
