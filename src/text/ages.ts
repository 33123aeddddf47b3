/** Ages and moments, in the words of reasons. */

const msInHour = 3_600_000;
const msInDay = 24 * msInHour;
/** From here on, hours tell nobody anything. */
const manyDays = 100;
const grouped = new Intl.NumberFormat('en-GB');

/** Days from `since` to `now`, with fractions; negative for what lies after `now`. */
export function ageInDays(since: Date, now: Date): number {
  return (now.getTime() - since.getTime()) / msInDay;
}

/**
 * "7 hours ago (…)", "63 days and 10 hours ago (2026-09-20 02:24 UTC)", "1,302 days ago (…)". Rounded up, so that what is over
 * a limit never reads as if it kept it.
 */
export function ago(since: Date, now: Date): string {
  return `${ageWords(Math.max(0, ageInDays(since, now)))} ago (${minuteOf(since)})`;
}

/** "90 days ago (2026-08-24)": of what AWS tells the day alone. The day itself is "today". */
export function dayAgo(day: Date, now: Date): string {
  const days = Math.max(0, Math.floor(ageInDays(day, now)));
  const words = days === 0 ? 'today' : `${counted(days, 'day')} ago`;
  return `${words} (${day.toISOString().slice(0, 10)})`;
}

function ageWords(age: number): string {
  if (age > manyDays) return counted(Math.ceil(age), 'day');
  const hours = Math.ceil(age * 24);
  const [days, rest] = [Math.floor(hours / 24), hours % 24];
  if (days > 0 && rest === 0) return counted(days, 'day');
  return days < 2 ? counted(hours, 'hour') : `${counted(days, 'day')} and ${counted(rest, 'hour')}`;
}

function counted(count: number, unit: string): string {
  return `${grouped.format(count)} ${unit}${count === 1 ? '' : 's'}`;
}

/** "2026-11-22 09:14 UTC" */
export function minuteOf(moment: Date): string {
  return `${moment.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
