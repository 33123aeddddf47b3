/** Hex digits of the hash in the id of a call. */
export const callIdHash = 12;

/**
 * The id of a call, which is made of what was asked.
 *
 * @param input as JSON; empty where there is none
 */
export function callIdText(
  {
    service,
    operation,
    region,
  }: { readonly service: string; readonly operation: string; readonly region: string },
  input: string,
  hash: (text: string) => string,
): string {
  const what = `${service}:${operation}@${region}`;
  return input === '' ? what : `${what}#${hash(input)}`;
}
