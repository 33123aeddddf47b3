import type { CheckShown } from '../wire.ts';

/** Whether a row stays. */
export type Test = (row: number) => boolean;

/** Each framework, and each of its controls, as the filter names them. */
export function controlsOf({ claims }: Pick<CheckShown, 'claims'>): readonly string[] {
  const names = claims.map(({ framework, control }) => `${framework} ${control}`);
  return [...new Set([...claims.map(({ framework }) => framework), ...names])];
}

export function flags<T>(
  list: readonly T[],
  test: (value: T, place: number) => boolean,
): Uint8Array {
  return Uint8Array.from(list, (value, place) => (test(value, place) ? 1 : 0));
}
