import type { CheckListed } from './wire.ts';

/** Each framework, and each of its controls, as the filter names them. */
export function controlsOf({ claims }: Pick<CheckListed, 'claims'>): readonly string[] {
  const names = claims.map(({ framework, control }) => `${framework} ${control}`);
  return [...new Set([...claims.map(({ framework }) => framework), ...names])];
}
