/** Ids, dates and choices that look as if chance had made them, and are the same in every run. */

export const accountId = '123456789012';

/** FNV-1a with a last mix, so that neighbours differ in every bit. */
export function hash(text: string): number {
  let state = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    state = Math.imul(state ^ text.charCodeAt(at), 0x01000193);
  }
  state = Math.imul(state ^ (state >>> 16), 0x45d9f3b);
  return (state ^ (state >>> 16)) >>> 0;
}

/** A number from 0 to 99 that belongs to one aspect of one resource: what share of them has a setting is asked of it. */
export function percent(aspect: string, place: string, index: number): number {
  return hash(`${aspect}/${place}/${index}`) % 100;
}

/** One of several values, each as likely. */
export function oneOf<T>(values: readonly [T, ...T[]], aspect: string, index: number): T {
  return values[hash(`${aspect}/${index}`) % values.length] ?? values[0];
}

/** An id as EC2 writes it. It ends in the index, so that a request for one resource needs no table. */
export function ec2Id(prefix: string, region: string, index: number): string {
  const noise = hash(`${prefix}/${region}/${index}`).toString(16).padStart(8, '0');
  return `${prefix}-${noise}${index.toString(16).padStart(9, '0')}`;
}

/** The index in an id of `ec2Id`; undefined for the id of anything else. */
export function ec2Index(
  prefix: string,
  region: string,
  id: string | undefined,
): number | undefined {
  const index = Number.parseInt(id?.slice(-9) ?? '', 16);
  return Number.isNaN(index) || ec2Id(prefix, region, index) !== id ? undefined : index;
}

/** A UUID as KMS writes it, made in the same way. */
export function uuid(kind: string, region: string, index: number): string {
  const noise = hash(`${kind}/${region}/${index}`).toString(16).padStart(8, '0');
  return `${noise}-4a1d-4c0f-9b6e-${index.toString(16).padStart(12, '0')}`;
}

/** The index at the end of an id of `uuid` or of a name such as `person-00012`. */
export function lastNumber(text: string | undefined, base: 10 | 16 = 10): number | undefined {
  const digits = /([\da-f]+)$/.exec(text ?? '')?.[1];
  const index = Number.parseInt(digits ?? '', base);
  return Number.isNaN(index) ? undefined : index;
}

/** `person-00012` */
export function numbered(word: string, index: number): string {
  return `${word}-${String(index).padStart(5, '0')}`;
}

/** A unique id as IAM writes it: four letters for the kind, then seventeen of base 32. */
export function iamId(prefix: string, index: number): string {
  const letters = (salt: string) =>
    hash(`${prefix}/${salt}/${index}`).toString(32).toUpperCase().padStart(7, 'A');
  return `${prefix}${letters('a')}${letters('b')}${letters('c')}`.slice(0, 21);
}

const day = 24 * 60 * 60 * 1000;

export function daysBefore(now: Date, days: number): Date {
  return new Date(now.getTime() - days * day);
}
