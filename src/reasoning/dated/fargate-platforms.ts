/** The newest versions of the platform of AWS Fargate. */
import type { Dated } from './dated.ts';

/** Linux and Windows count on their own. */
export interface FargatePlatform {
  readonly family: 'Linux' | 'Windows';
  readonly newest: string;
}

export const fargatePlatforms: Dated<FargatePlatform> = {
  values: [
    { family: 'Linux', newest: '1.4.0' },
    { family: 'Windows', newest: '1.0.0' },
  ],
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/platform-fargate.html',
  asOf: '2026-11-27',
  doubtedFrom: '2027-11-27',
};

/**
 * Whether a service asks for the newest platform: by the word `LATEST`, by its number, or by a number that is newer than
 * the list is.
 *
 * @param familyOf `Linux`, or a version of Windows Server: asked for where the number alone does not tell
 */
export function isNewestPlatform(version: string, familyOf: () => string): boolean {
  if (version === 'LATEST') return true;
  const reaches = fargatePlatforms.values.filter(({ newest }) => compare(version, newest) >= 0);
  if (reaches.length !== 1) return reaches.length > 0;
  // The number is new for one family and old for the other.
  const isWindows = /^windows/i.test(familyOf());
  return reaches.some(({ family }) => (family === 'Windows') === isWindows);
}

/** Numbers of versions, part by part. What is no number is below all of them. */
function compare(a: string, b: string): number {
  const [left, right] = [a, b].map((text) => text.split('.').map(Number));
  for (const [index, part] of (right ?? []).entries()) {
    const difference = (left?.[index] ?? Number.NaN) - part;
    if (difference !== 0) return Number.isNaN(difference) ? -1 : difference;
  }
  return 0;
}
