/** The controls of a check, each with how the check stands to it: an id alone would read as if the control were met. */
import type { CheckLine, ReportHead } from '../../src/report/model.ts';
import { relationWords } from './words.ts';

/**
 * The checks with the relations of this scan: with other values of its parameters a check may ask for another thing than
 * it declares, and `controls` of the report has what came of it.
 */
export function checksAsJudged({
  checks,
  controls,
}: Pick<ReportHead, 'checks' | 'controls'>): readonly CheckLine[] {
  const judged = new Map(
    controls.flatMap(({ framework, control, checks: members }) =>
      members.map(
        ({ check, relation }) => [keyOf(check, { framework, control }), relation] as const,
      ),
    ),
  );
  return checks.map((check) => ({
    ...check,
    claims: check.claims.map((claim) => ({
      ...claim,
      relation: judged.get(keyOf(check.id, claim)) ?? claim.relation,
    })),
  }));
}

function keyOf(
  check: string,
  { framework, control }: Pick<CheckLine['claims'][number], 'framework' | 'control'>,
): string {
  return `${check} ${framework} ${control}`;
}

/** `cis-aws-6.0: 3.1.2, 3.1.4 (a part)`: one text for each framework. */
export function controlTexts({ claims }: Pick<CheckLine, 'claims'>): readonly string[] {
  const byFramework = new Map<string, string[]>();
  for (const { framework, control, relation } of claims) {
    const text = relation === 'equal' ? control : `${control} (${relationWords[relation]})`;
    byFramework.set(framework, [...(byFramework.get(framework) ?? []), text]);
  }
  return [...byFramework].map(([framework, texts]) => `${framework}: ${texts.join(', ')}`);
}
