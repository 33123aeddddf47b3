import type { PatternSet, Statement } from './document.ts';
import { covers, overlaps } from './match.ts';

const EVERYTHING: PatternSet = { mode: 'only', patterns: [{ text: '*', glob: '*' }] };
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

// One ARN of any service for each partition: what these patterns stand for is every resource that has an ARN.
const ALL_ARNS = [
  'aws',
  'aws-cn',
  'aws-eusc',
  'aws-iso',
  'aws-iso-b',
  'aws-iso-e',
  'aws-iso-f',
  'aws-us-gov',
].map((partition) => `arn:${partition}:?*:*:*:?*`);

/** The resources of a statement; a statement without the element means the resource that carries the policy. */
export function resourcesOf(statement: Statement): PatternSet {
  return statement.resources ?? EVERYTHING;
}

/** Tells whether a set takes in everything that the target (a name or a pattern) stands for. */
export function setCovers(set: PatternSet, target: string): boolean {
  return set.mode === 'only'
    ? set.patterns.some(({ glob }) => covers(glob, target))
    : set.patterns.every(({ glob }) => !overlaps(glob, target));
}

/** Tells whether a set takes in anything that the target (a name or a pattern) stands for. */
export function setTouches(set: PatternSet, target: string): boolean {
  return set.mode === 'only'
    ? set.patterns.some(({ glob }) => overlaps(glob, target))
    : !set.patterns.some(({ glob }) => covers(glob, target));
}

/**
 * Tells whether action patterns together take in every action, however they are spelled: `*`, `*:*`, or a list that
 * has all letters a service prefix can begin with.
 */
export function everyAction(globs: readonly string[]): boolean {
  return [...LETTERS].every((letter) => globs.some((glob) => covers(glob, `${letter}?*:???*`)));
}

/** Tells whether resource patterns take in every resource, as `*` or as an ARN of wildcards. */
export function everyResource(globs: readonly string[]): boolean {
  return globs.some((glob) => glob === '*' || ALL_ARNS.some((arn) => covers(glob, arn)));
}

/** The globs of a set. */
export function globsOf(set: PatternSet): readonly string[] {
  return set.patterns.map(({ glob }) => glob);
}

/**
 * Tells whether a resource pattern takes in every resource of a kind, be it of one Region and account.
 *
 * @param service as ARNs have it: `kms`
 * @param rest what every such resource ends in, as a pattern: `key/?*`
 * @param account whose resources are meant; any account's if absent
 */
export function coversEvery(glob: string, service: string, rest: string, account = '*'): boolean {
  const parts = glob.split(':').slice(0, 5);
  const [, , ofService = '*', , ofAccount = '*'] = parts;
  if (!overlaps(glob, `arn:*:${service}:*:${account}:${rest}`)) return false;
  if (parts.length === 5 && !(overlaps(ofService, service) && overlaps(ofAccount, account))) {
    return false;
  }
  // The Region and the account are those of the pattern. A `*` at its end may stand for more than one part.
  const whose = [...parts, ...Array.from({ length: 5 - parts.length }, () => '*')].join(':');
  return covers(glob, `${whose}:${rest}`);
}
