/** Options that were typed, turned into what they mean; a `UserError` says what is wrong. */
import { UserError } from '../text/user-error.ts';

/** Milliseconds. Less than this reads nothing. */
const shortestDeadline = 1000;
/** What a timer can hold. */
const longestDeadline = 24 * 3_600_000;
const units = { s: 1000, m: 60_000, h: 3_600_000 } as const;

/** "90s", "14m", "1h" in milliseconds, at least a second and at most a day. */
export function parseDuration(text: string): number {
  const match = /^(\d+(?:\.\d+)?)([smh])$/.exec(text);
  const [, amount, unit] = match ?? [];
  if (unit === 's' || unit === 'm' || unit === 'h') {
    const milliseconds = Number(amount) * units[unit];
    if (milliseconds >= shortestDeadline && milliseconds <= longestDeadline) return milliseconds;
    throw new UserError(`--deadline "${text}" is not between 1s and 24h`);
  }
  throw new UserError(`--deadline "${text}" is not a time; write 90s, 14m or 1h`);
}

/** A share of AWS's request rates. */
export function parseRate(text: string): number {
  const rate = Number(text);
  if (text.trim() !== '' && rate >= 0.1 && rate <= 1) return rate;
  throw new UserError(`--rate "${text}" is not a share; write a number from 0.1 to 1, such as 0.5`);
}
