/** The data that the page carries. */
import type { Row, Wire } from '../wire.ts';

export function accountsOf(json: string): Wire {
  const wire: Wire = JSON.parse(json);
  return wire;
}

/** Whether the account of a row fails the check. */
export function failing({ checks }: Wire, check: string): ((at: number) => boolean) | undefined {
  const bits = checks.find(([id]) => id === check)?.[1];
  if (bits === undefined) return undefined;
  const bytes = Uint8Array.from(atob(bits), (character) => character.charCodeAt(0));
  return (at) => (((bytes[at >> 3] ?? 0) >> (at & 7)) & 1) === 1;
}

/** What is searched of a row. */
export function textOf([id, alias]: Row): string {
  return alias === '' ? id : `${id} ${alias.toLowerCase()}`;
}
