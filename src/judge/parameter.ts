/** A parameter that users may set with `--set check.parameter=value`. */
export type Parameter = number | boolean | readonly string[];

/** `{ maxAgeDays: 90 }` says that there is a number, not that it is 90. */
export type Values<P> = {
  readonly [K in keyof P]: P[K] extends number
    ? number
    : P[K] extends boolean
      ? boolean
      : readonly string[];
};

/** What users set, by parameter: the defaults are not in it. */
export type SetParameters = Readonly<Record<string, Parameter>>;

/** The defaults with what was set over them. Throws where one is missing, which `parseSettings` prevents. */
export function withDefaults<P extends Readonly<Record<string, Parameter>>>(
  defaults: P | undefined,
  set: SetParameters = {},
): Values<P> {
  const params = { ...defaults, ...set };
  if (!hasParams<P>(defaults, params)) throw new Error('a parameter is missing');
  return params;
}

/** What the user set was validated against the check's own parameters, kind by kind. */
function hasParams<P extends Readonly<Record<string, Parameter>>>(
  defaults: P | undefined,
  params: Readonly<Record<string, Parameter>>,
): params is Readonly<Record<string, Parameter>> & Values<P> {
  return Object.keys(defaults ?? {}).every((name) => params[name] !== undefined);
}

/** What was set to something else than the default: only that needs to be told. */
export function unusual(
  defaults: Readonly<Record<string, Parameter>>,
  set: SetParameters = {},
): SetParameters {
  const others = Object.entries(set).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(defaults[name]),
  );
  return Object.fromEntries(others);
}
