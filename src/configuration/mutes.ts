/** The mute file: what owners accept, each until a day. Its JSON Schema is docs/mute.schema.json. */
import * as z from 'zod';
import type { Check } from '../judge/check.ts';
import type { Mute } from '../report/model.ts';
import { hasStar, patternOf } from '../text/pattern.ts';
import { unknownName, UserError } from '../text/user-error.ts';
import { accountId, day, schemaAddress, sentence } from './entries.ts';
import { entryFault, hold, type ReadFile, readWritten, type Written } from './written.ts';

const entry = z.strictObject({
  check: z.string().min(1).describe('The id of a check, or a pattern of ids: `*` for every check.'),
  account: accountId.optional().describe('Only of this account, in twelve digits.'),
  region: sentence.optional().describe('Only in this Region, `global`, or a pattern.'),
  resource: sentence
    .optional()
    .describe(
      'Only of this resource: the whole ARN where it begins with `arn:`, else the whole name. `*` stands for any letters, `\\*` for a star.',
    ),
  tags: z
    .record(
      z.string(),
      z
        .string('a tag has a text, in quotes where it looks like a number')
        .max(256, 'a value has at most 256 characters'),
    )
    .refine((tags) => Object.keys(tags).length > 0, 'name a tag, or leave tags out')
    .refine(
      (tags) => Object.keys(tags).every((key) => key.length > 0 && key.length <= 128),
      'the key of a tag has 1 to 128 characters',
    )
    .optional()
    .describe(
      'Only of a resource that has each of these tags: the key as it is, and a pattern of the value; `*` for any value.',
    ),
  reason: sentence.describe('Why it is accepted.'),
  owner: sentence.describe('Who accepts it.'),
  until: day.describe('The last day on which it holds, in UTC.'),
});

const shape = z.strictObject({ $schema: schemaAddress, mutes: z.array(entry) });

/** Of more entries the places would not fit into the store of findings. */
const mostEntries = 50_000;

/**
 * The entries of a mute file. Throws a `UserError` that names the file, the line and the member, and says what to write
 * instead.
 *
 * @param checks those that there are
 */
export async function readMutes(
  path: string,
  checks: readonly Check[],
): Promise<ReadFile<readonly Mute[]>> {
  const written = await readWritten(path, 'mute file');
  const { mutes } = hold(written, shape, faultOf);
  if (mutes.length > mostEntries) {
    throw new UserError(`${path}: more than ${mostEntries} entries; use patterns`);
  }
  const value = mutes.map((each, at) => {
    refuse(each, at, written, checks);
    const { account, region, resource, tags, ...rest } = each;
    return {
      ...rest,
      ...(account === undefined ? {} : { account }),
      ...(region === undefined ? {} : { region }),
      ...(resource === undefined ? {} : { resource }),
      ...(tags === undefined ? {} : { tags }),
    };
  });
  return { value, file: written.file };
}

function faultOf(issue: z.core.$ZodIssue): string {
  if (issue.path.length === 0) return entryFault(issue, shape);
  return entryFault(issue, entry);
}

/** What would never match, and what would match everything. */
function refuse(
  { check, region, resource, tags }: z.output<typeof entry>,
  at: number,
  { place }: Written,
  checks: readonly Check[],
): void {
  const fits = patternOf(check);
  if (!checks.some(({ id }) => fits(id))) {
    const where = place(['mutes', at, 'check']);
    if (hasStar(check)) throw new UserError(`${where}: no check fits "${check}"`);
    const ids = checks.map(({ id }) => id);
    throw new UserError(
      `${where}: ${unknownName('check', check, ids, 'See "srm-scan checks".').message}`,
    );
  }
  if (tags === undefined && [check, region, resource].every(isOpen)) {
    throw new UserError(
      `${place(['mutes', at])}: this mutes everything; name a check, a region, a resource or tags`,
    );
  }
}

function isOpen(pattern: string | undefined): boolean {
  return pattern === undefined || /^\*+$/.test(pattern);
}

/** The shape of the file with the ids that there are: editors complete them. */
export function muteFileFor(checks: readonly Check[]): z.ZodType {
  const ids = z.union([z.enum(checks.map(({ id }) => id)), z.string().regex(/\*/)]);
  const described = ids.describe(entry.shape.check.description ?? '');
  return shape.extend({ mutes: z.array(entry.extend({ check: described })) });
}
