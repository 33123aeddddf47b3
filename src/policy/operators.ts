/** A condition operator taken apart: `ForAnyValue:StringLikeIfExists` is base `stringlike`, quantifier `any`, ifExists. */
export interface ConditionOperator {
  /** The operator itself in lower case, for example `stringequals`. */
  readonly base: string;
  /** The set operator in front of it: ForAnyValue, ForAllValues or none. */
  readonly quantifier: 'none' | 'any' | 'all';
  /** Whether the operator is also true where the request does not carry the key. */
  readonly ifExists: boolean;
}

// AWS docs, IAM user guide, "IAM JSON policy elements: Condition operators".
const BASES = new Set([
  'stringequals',
  'stringnotequals',
  'stringequalsignorecase',
  'stringnotequalsignorecase',
  'stringlike',
  'stringnotlike',
  'numericequals',
  'numericnotequals',
  'numericlessthan',
  'numericlessthanequals',
  'numericgreaterthan',
  'numericgreaterthanequals',
  'dateequals',
  'datenotequals',
  'datelessthan',
  'datelessthanequals',
  'dategreaterthan',
  'dategreaterthanequals',
  'bool',
  'binaryequals',
  'ipaddress',
  'notipaddress',
  'arnequals',
  'arnlike',
  'arnnotequals',
  'arnnotlike',
  'null',
]);

const OPPOSITES: ReadonlyMap<string, string> = new Map([
  ['stringnotequals', 'stringequals'],
  ['stringnotequalsignorecase', 'stringequalsignorecase'],
  ['stringnotlike', 'stringlike'],
  ['arnnotequals', 'arnequals'],
  ['arnnotlike', 'arnlike'],
  ['notipaddress', 'ipaddress'],
]);

/** Takes the name of a condition operator apart; undefined for a name that IAM does not know. */
export function parseOperator(name: string): ConditionOperator | undefined {
  const lower = name.toLowerCase();
  const colon = lower.indexOf(':');
  const prefix = colon < 0 ? '' : lower.slice(0, colon);
  const rest = colon < 0 ? lower : lower.slice(colon + 1);
  const ifExists = rest.endsWith('ifexists');
  const base = ifExists ? rest.slice(0, -'ifexists'.length) : rest;
  if (!BASES.has(base) || (base === 'null' && ifExists)) return undefined;
  if (prefix === '') return { base, quantifier: 'none', ifExists };
  if (prefix === 'foranyvalue') return { base, quantifier: 'any', ifExists };
  if (prefix === 'forallvalues') return { base, quantifier: 'all', ifExists };
  return undefined;
}

/** Whether an operator compares letter by letter: `*` and `?` stand for themselves (IAM user guide, "String condition operators"). */
export function comparesLiterally(base: string): boolean {
  return base === 'stringequals' || base === 'stringequalsignorecase';
}

/** The operator that a negated one negates (`stringnotlike` gives `stringlike`); undefined for one that does not negate. */
export function negatedBase(base: string): string | undefined {
  return OPPOSITES.get(base);
}
