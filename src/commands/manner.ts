/** How much is said on the terminal, and in which colours. */
import type { Screen } from './terminal.ts';

export interface MannerOptions {
  /** Nothing but errors. */
  readonly quiet?: true;
  /** What is done, on standard error. */
  readonly verbose?: true;
  /** False with `--no-color`. */
  readonly color: boolean;
}

/**
 * Whether to paint: the option goes before the environment; of the environment FORCE_COLOR, which is asked for more
 * rarely, before NO_COLOR, as Node itself has it. Both count where they are not empty (https://no-color.org,
 * https://force-color.org). FORCE_COLOR=0 and =false mean no.
 */
export function isColoured(
  { isTerminal }: Pick<Screen, 'isTerminal'>,
  { color }: Pick<MannerOptions, 'color'>,
  environment: NodeJS.ProcessEnv = process.env,
): boolean {
  if (!color) return false;
  const { FORCE_COLOR, NO_COLOR, TERM } = environment;
  if (FORCE_COLOR) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  return isTerminal && !NO_COLOR && TERM !== 'dumb';
}
