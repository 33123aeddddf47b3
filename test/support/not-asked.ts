import type { AnyOperation } from '../../src/aws/operation.ts';

/** What the sample account gives no cause to ask, and why; each has tests of its own. */
const notAsked: Readonly<Record<string, string>> = {};

/** Whether the sample account makes a scan ask it. */
export function isAsked({ service, name }: Pick<AnyOperation, 'service' | 'name'>): boolean {
  return !(`${service}:${name}` in notAsked);
}
