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
