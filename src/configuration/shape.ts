/**
 * What a configuration file may say. Which parameters there are follows from the checks, so a name that no check has is
 * refused, and editors complete the names by the JSON Schema that is made of the same shape (docs/config.schema.json).
 */
import * as z from 'zod';
import type { Check } from '../judge/check.ts';
import type { Parameter } from '../judge/parameter.ts';
import { severities } from '../judge/terms.ts';

/** A comma parts the items of a list, as it does in `--set`. */
const names = z.array(
  z.string().regex(/^[^,\s][^,]*$/, 'an item of a list is a text without commas, and is not empty'),
);

/** @param ids of checks, and the names of services: which there are is known where the checks are */
function chosen<L extends z.ZodType<string[]>>(ids: L, services: L) {
  return {
    checks: ids.optional().describe('Only these checks, by id.'),
    services: services.optional().describe('Only checks of these services.'),
    frameworks: names
      .optional()
      .describe('Only checks of these frameworks: cis, fsbp, nist, pci, or one with its version.'),
    severity: z.enum(severities).optional().describe('Only checks of this severity or graver.'),
    regions: z
      .union([names, z.literal('active')], 'write a list of Regions, or active')
      .optional()
      .describe(
        'Only these Regions; or active: every Region, without lists of what AWS Config counts none of.',
      ),
    excludeChecks: ids.optional().describe('Not these checks.'),
    excludeServices: services.optional().describe('No check of these services.'),
    excludeRegions: names.optional().describe('Not these Regions.'),
  };
}

/** What is said once, for every check that has a parameter of the name. */
const shared = {
  approvedRegions: names.optional().describe('The Regions in which the account may be at work.'),
  trustedAccounts: names
    .optional()
    .describe('Accounts that may be let in beside the own, with twelve digits each.'),
  trustedCidrs: names.optional().describe('Networks that may be let in, in CIDR notation.'),
  sensitiveTags: names
    .optional()
    .describe('Tags that mark data as sensitive: a key, or key=value.'),
};

export const sharedNames = [
  'approvedRegions',
  'trustedAccounts',
  'trustedCidrs',
  'sensitiveTags',
] as const satisfies readonly (keyof typeof shared)[];

const values = z.record(
  z.string(),
  z.record(z.string(), z.union([z.number(), z.boolean(), names])),
);

/** Files beside this one, by which findings are lived with. */
const files = {
  mute: z.string().min(1).optional().describe('The mute file; from the folder of this file.'),
  attest: z
    .string()
    .min(1)
    .optional()
    .describe('The attestation file; from the folder of this file.'),
};

/** A configuration as it was written. What it leaves out it says nothing of. */
export const config = z.object({
  ...chosen(names, names),
  ...shared,
  ...files,
  parameters: values.optional(),
  profiles: z.record(z.string(), values).optional(),
});
export type Config = z.output<typeof config>;

/** The same, and nothing that would have no effect: by the parameters that these checks have. */
export function configFor(checks: readonly Check[]): z.ZodObject {
  const parameters = z.strictObject(
    Object.fromEntries(
      checks
        .filter(({ params }) => Object.keys(params).length > 0)
        .map((check) => [check.id, parametersOf(check).optional()]),
    ),
  );
  const ids = z.array(z.enum(checks.map(({ id }) => id)));
  const services = z.array(z.enum([...new Set(checks.map(({ service }) => service))].toSorted()));
  const offered = Object.entries(shared).filter(([name]) =>
    checks.some(({ params }) => name in params),
  );
  return z.strictObject({
    $schema: z.string().optional().describe('Where the schema of this file lies, for editors.'),
    ...chosen(ids, services),
    ...Object.fromEntries(offered),
    ...files,
    parameters: parameters.optional().describe('Values of parameters, by check.'),
    profiles: z
      .record(z.string(), parameters)
      .optional()
      .describe('Values for a framework, by its name and check: they hold where it is chosen.'),
  });
}

function parametersOf({ title, params, meanings }: Check): z.ZodObject {
  const members = Object.entries(params).map(([name, standard]) => {
    const meaning = `${meanings[name] ?? name}; ${JSON.stringify(standard)} by default`;
    return [name, valueLike(standard).optional().describe(meaning)] as const;
  });
  return z.strictObject(Object.fromEntries(members)).describe(title);
}

function valueLike(standard: Parameter) {
  if (typeof standard === 'number') return z.number().min(0);
  if (typeof standard === 'boolean') return z.boolean();
  const why = 'name one at least; to leave the check out use excludeChecks';
  return standard.length === 0 ? names : names.min(1, why);
}
