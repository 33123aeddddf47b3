/**
 * How what a check asks for stands to what a control asks for: the set theory relationships of NIST IR 8477, which OSCAL's
 * mapping model uses too.
 */
export const relations = ['equal', 'subset-of', 'superset-of', 'intersects-with'] as const;

/**
 * Seen from the check. `equal`: it asks for what the control asks. `subset-of`: for a part of it. `superset-of`: for all of it
 * and more. `intersects-with`: each asks for something that the other does not.
 */
export type Relation = (typeof relations)[number];

/** Values of parameters, by name. */
export type Settings = Readonly<Record<string, number | boolean | readonly string[]>>;

/** The same as a check declares them, where the type cannot tell that a name has a value. */
export type Declared = Readonly<Record<string, Settings[string] | undefined>>;

/** What a check says of one control. Every relation but `equal` has a word of reason. */
export type Claim<S = Settings> = Plain | (Reasoned & { readonly at?: Profile<S> });

type Plain = { readonly relation: 'equal' };
type Reasoned = { readonly relation: Exclude<Relation, 'equal'>; readonly because: string };

/** The control's own values of the check's parameters, and how the two stand to each other with them. */
export interface Profile<S = Settings> {
  readonly values: S;
  readonly relation: Relation;
}

export const equal = { relation: 'equal' } as const;

/** The check asks for a part of what the control asks: its fail is one of the control, its pass is not. */
export function subsetOf(because: string) {
  return { relation: 'subset-of', because } as const;
}

/** The check asks for more than the control: its pass is one of the control, its fail is not. */
export function supersetOf(because: string) {
  return { relation: 'superset-of', because } as const;
}

/** Each asks for something that the other does not: neither pass nor fail is one of the control. */
export function intersectsWith(because: string) {
  return { relation: 'intersects-with', because } as const;
}

/** A claim with values of the check's parameters, and the relation with them. */
interface At<S, R extends Relation> {
  readonly at: { readonly values: S; readonly relation: R };
}

/** Equal with these values of the check's parameters; with their defaults what `otherwise` says. */
export function equalWith<S extends Settings, C extends Reasoned>(
  values: S,
  otherwise: C,
): C & At<S, 'equal'> {
  return { ...otherwise, at: { values, relation: 'equal' } };
}

/** A part of the control with these values of the check's parameters; with their defaults what `otherwise` says. */
export function subsetWith<S extends Settings, C extends Reasoned>(
  values: S,
  otherwise: C,
): C & At<S, 'subset-of'> {
  return { ...otherwise, at: { values, relation: 'subset-of' } };
}

/** Whether a pass of the check is a pass of the control. */
export function passCounts(relation: Relation): boolean {
  return relation === 'equal' || relation === 'superset-of';
}

/** Whether a fail of the check is a fail of the control. */
export function failCounts(relation: Relation): boolean {
  return relation === 'equal' || relation === 'subset-of';
}
