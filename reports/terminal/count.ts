/** `1 check`, `2 checks`; `1 entry`, `2 entries`. */
export function count(number: number, noun: string, nouns = `${noun}s`): string {
  return number === 1 ? `1 ${noun}` : `${number} ${nouns}`;
}
