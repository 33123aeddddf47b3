/** Ages and moments, in the words of reasons. */

const msInDay = 86_400_000;

/** Days from `since` to `now`, with fractions; negative for what lies after `now`. */
export function ageInDays(since: Date, now: Date): number {
  return (now.getTime() - since.getTime()) / msInDay;
}

/**
 * "63.4 days ago (2026-09-20 02:24 UTC)". Rounded up to tenths, so that what is over a limit of whole days never reads as
 * if it kept it.
 */
export function ago(since: Date, now: Date): string {
  const days = Math.max(0, Math.ceil(ageInDays(since, now) * 10) / 10);
  return `${days} ${days === 1 ? 'day' : 'days'} ago (${minuteOf(since)})`;
}

/** "2026-11-22 09:14 UTC" */
export function minuteOf(moment: Date): string {
  return `${moment.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
