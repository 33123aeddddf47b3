/** Options that were typed, turned into what they mean; a `UserError` says what is wrong. */
import { UserError, unknownName } from '../text/user-error.ts';
import { isRegionName, regionsEnabledByDefault } from '../aws/partitions.ts';
import { severities, type Severity } from '../judge/terms.ts';
import { findReporter, reporters } from '../../reports/index.ts';
import type { Reporter } from '../../reports/reporter.ts';

/** What a timer can hold. */
const longestDeadline = 24 * 3_600_000;
const units = { s: 1000, m: 60_000, h: 3_600_000 } as const;

/** "90s", "14m", "1h" in milliseconds, at most a day. */
export function parseDuration(text: string): number {
  const match = /^(\d+(?:\.\d+)?)([smh])$/.exec(text);
  const [, amount, unit] = match ?? [];
  if (unit === 's' || unit === 'm' || unit === 'h') {
    const milliseconds = Number(amount) * units[unit];
    if (milliseconds > 0 && milliseconds <= longestDeadline) return milliseconds;
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

const levels = [...severities, 'none'] as const;

export function parseFailOn(text: string): Severity | 'none' {
  const wanted = text.toLowerCase();
  const found = levels.find((level) => level === wanted);
  if (found) return found;
  throw unknownName('level for --fail-on', text, levels, `Known: ${levels.join(', ')}.`);
}

export function parseFormats(names: readonly string[]): readonly Reporter[] {
  const known = reporters.map((reporter) => reporter.id);
  const chosen = names.length > 0 ? [...new Set(names)] : known;
  return chosen.map((name) => {
    const reporter = findReporter(name);
    if (!reporter) throw unknownName('format', name, known, `Known: ${known.join(', ')}.`);
    return reporter;
  });
}

export function parseRegions(names: readonly string[]): readonly string[] {
  for (const name of names) {
    if (!isRegionName(name)) {
      const known = Object.values(regionsEnabledByDefault).flat();
      throw unknownName('region', name, known, 'A region is written like eu-west-1.');
    }
  }
  return [...new Set(names)];
}
