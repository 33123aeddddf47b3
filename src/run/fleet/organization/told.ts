/** How what was read, or was not, is kept. */
import type { Told } from '../../../fleet/organization/reading.ts';
import { type Cause, Observed } from '../../../observe/observed.ts';
import { cutEnd } from '../../../text/wrap.ts';

/** The value, or why there is none and what to do. */
export function toldOf<T>(observed: Observed<T>): Told<T> {
  const state = Observed.open(observed);
  if (state.known) return { value: state.value };
  const [first] = state.causes;
  const details = [...new Set(state.causes.map(({ detail }) => detail))];
  return { cause: cutEnd(details.join('; '), 1500), cure: cureOf(first) };
}

function cureOf(cause: Cause | undefined): string {
  return cause?.reason === 'denied'
    ? 'Ask from the management account or from a delegated administrator, with what "srm-scan policy --org" prints.'
    : 'See why, and run again.';
}
