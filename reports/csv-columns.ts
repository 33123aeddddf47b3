/** The columns of findings.csv, which the page writes as well: what it imports goes into every report, and this is all of it. */
import type { CheckLine, Finding } from '../src/report/model.ts';
import { type CureOf, remedyOf } from './cures.ts';

/** What a column holds of a finding; of its check, where the report has it. */
type Cell = (finding: Finding, check: Described | undefined, cureOf: CureOf) => string;
type Described = Pick<CheckLine, 'fix' | 'link' | 'controls'>;

/** In the order of the columns. A new one is added at the end. */
const columns: readonly (readonly [heading: string, cell: Cell])[] = [
  ['account', ({ account }) => account],
  ['region', ({ region }) => region],
  ['service', ({ service }) => service],
  ['check', ({ check }) => check],
  ['title', ({ title }) => title],
  ['outcome', ({ outcome }) => outcome],
  ['severity', ({ severity }) => severity],
  ['regraded_from', ({ regraded }) => regraded?.from ?? ''],
  ['regraded_because', ({ regraded }) => regraded?.because ?? ''],
  ['latent', ({ latent }) => (latent ? 'yes' : '')],
  ['muted_until', ({ muted }) => muted?.until ?? ''],
  ['muted_by', ({ muted }) => muted?.owner ?? ''],
  ['muted_because', ({ muted }) => muted?.reason ?? ''],
  ['managed_by', ({ owner }) => owner],
  ['resource_type', ({ resource }) => resource.type],
  ['resource_name', ({ resource }) => resource.name],
  ['resource_arn', ({ resource }) => resource.arn],
  ['reasons', ({ reasons }) => reasons.join('; ')],
  ['fix', (finding, check, cureOf) => remedyOf(finding, check?.fix, cureOf) ?? ''],
  ['link', (_, check) => check?.link ?? ''],
  ['controls', (_, check) => controlsOf(check)],
  ['id', ({ id }) => id],
  ['tags', ({ tags }) => tagsText(tags)],
];

export const csvHeadings: readonly string[] = columns.map(([heading]) => heading);

/** In the order of the headings. */
export function csvCells(
  finding: Finding,
  check: Described | undefined,
  cureOf: CureOf,
): readonly string[] {
  return columns.map(([, cell]) => cell(finding, check, cureOf));
}

/** "env=test; team=web"; nothing where AWS told none. */
function tagsText(tags: Finding['tags'] = {}): string {
  return Object.entries(tags)
    .map(([key, value]) => `${key}=${value}`)
    .join('; ');
}

/** "cis-aws-6.0 2.1.4; aws-fsbp S3.1": what the check bears upon, which need not be all that the control asks for. */
function controlsOf(check: Described | undefined): string {
  const named = Object.entries(check?.controls ?? {});
  return named
    .flatMap(([framework, ids]) => (ids ?? []).map((id) => `${framework} ${id}`))
    .join('; ');
}
