import { z } from 'zod';
import { sarif } from '../../../reports/sarif/sarif.ts';
import type { FormatCase } from '../../support/format-case.ts';
import { draft04 } from '../../support/standard-schemas.ts';

const faults = draft04('sarif/sarif-schema-2.1.0-errata01.draft-04.json');

const text = z.object({ text: z.string().min(1).max(1024) });
const rule = z.object({
  id: z.string(),
  name: z.string().max(255),
  shortDescription: text,
  fullDescription: text,
  help: z.object({ text: z.string().min(1), markdown: z.string().min(1) }),
  properties: z.object({
    'security-severity': z
      .string()
      .regex(/^\d\.\d$/)
      .optional(),
    tags: z.array(z.string()).max(10),
    severity: z.string(),
  }),
});
const result = z.object({
  ruleId: z.string(),
  ruleIndex: z.number(),
  properties: z.object({ severity: z.string() }),
  message: z.object({ text: z.string().regex(/^(?!.*\]\().+$/s, 'holds a link') }),
  locations: z.tuple([
    z.object({
      physicalLocation: z.object({
        artifactLocation: z.object({
          uri: z.string().regex(/^aws\/\d{12}(\/(?!\.+(\/|$))[^/:?#\s]+){3}$/),
        }),
        region: z.object({ startLine: z.literal(1) }),
      }),
    }),
  ]),
  partialFingerprints: z.object({ primaryLocationLineHash: z.string() }),
  suppressions: z.array(z.object({ justification: z.string() })),
});
/** What GitHub asks for beyond the schema: its page "SARIF support for code scanning". */
const forGitHub = z.object({
  $schema: z.string().min(1),
  runs: z.tuple([
    z.object({
      tool: z.object({ driver: z.object({ rules: z.array(rule).max(25_000) }) }),
      results: z.array(result).max(25_000),
    }),
  ]),
});

export const sarifCase: FormatCase = {
  reporter: sarif,
  faults: (given) => {
    const document: unknown = JSON.parse(given);
    const {
      runs: [{ tool, results }],
    } = forGitHub.parse(document);
    const { rules } = tool.driver;
    // A severity is that of the rule, so it must be that of the finding.
    const wrong = results.filter(({ ruleId, ruleIndex, properties }) => {
      const named = rules[ruleIndex];
      return named?.id !== ruleId || named.properties.severity !== properties.severity;
    });
    const twice = rules.filter(({ id }, at) => rules.findIndex((each) => each.id === id) !== at);
    return [...faults(document), ...wrong, ...twice];
  },
  tellsOf: ({ outcome }) => outcome === 'fail',
  told: (given) =>
    forGitHub.parse(JSON.parse(given)).runs[0].results.map((each) => ({
      id: each.partialFingerprints.primaryLocationLineHash,
      as: each.suppressions.length === 0 ? 'fail' : 'neither',
    })),
};
