/** What the reader chose: which findings, in which order, in which groups. It stands in the address, so that it can be sent. */

export const criteriaNames = [
  'q',
  'outcome',
  'severity',
  'owner',
  'service',
  'region',
  'type',
  'check',
  'control',
  'line',
  'resource',
  'mark',
  'sort',
  'group',
] as const;
type CriteriaName = (typeof criteriaNames)[number];

/**
 * An empty text is no limit. `outcome`, `severity`, `owner`: one, or several with commas between them. `q`: words that must all occur. `control`: `<framework> <control>`, or `<framework>` alone.
 * `line`: a responsibility. `resource`: an ARN. `mark`: `latent` or `muted`.
 */
export type Criteria = Readonly<Record<CriteriaName, string>>;

export const noCriteria: Criteria = {
  q: '',
  outcome: '',
  severity: '',
  owner: '',
  service: '',
  region: '',
  type: '',
  check: '',
  control: '',
  line: '',
  resource: '',
  mark: '',
  sort: '',
  group: '',
};

export function criteriaFrom(params: URLSearchParams): Criteria {
  const named = criteriaNames.map((name) => [name, params.get(name) ?? ''] as const);
  return { ...noCriteria, ...Object.fromEntries(named) };
}

/** `?outcome=fail&service=s3`; empty where nothing was chosen. */
export function queryOf(criteria: Partial<Criteria>): string {
  const given = criteriaNames.flatMap((name) => {
    const value = criteria[name] ?? '';
    return value === '' ? [] : [`${name}=${encodeURIComponent(wellFormed(value))}`];
  });
  return given.length === 0 ? '' : `?${given.join('&')}`;
}

/** An address cannot hold half of a pair of surrogates; U+FFFD stands in its place. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, '\ufffd');
}
