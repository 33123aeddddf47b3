/** Ages as reasons tell them. */
import { describe, expect, it } from 'vitest';
import { ago, dayAgo } from '../../src/text/ages.ts';

const now = new Date('2026-11-22T12:00:00Z');
const before = (days: number): Date => new Date(now.getTime() - days * 86_400_000);

describe('an age', () => {
  it.each([
    [0, '0 hours ago (2026-11-22 12:00 UTC)'],
    [1 / 24, '1 hour ago (2026-11-22 11:00 UTC)'],
    [25 / 24 + 0.001, '26 hours ago (2026-11-21 10:58 UTC)'],
    [7, '7 days ago (2026-11-15 12:00 UTC)'],
    [90.1, '90 days and 3 hours ago (2026-08-24 09:36 UTC)'],
    [1301.8, '1,302 days ago (2023-04-30 16:48 UTC)'],
  ])('of %d days', (days, words) => {
    expect(ago(before(days), now)).toBe(words);
  });

  it('of what lies after the scan is none', () => {
    expect(ago(before(-1), now)).toBe('0 hours ago (2026-11-23 12:00 UTC)');
  });

  it('in days has no hour', () => {
    expect(dayAgo(before(0.5), now)).toBe('today (2026-11-22)');
    expect(dayAgo(before(90.5), now)).toBe('90 days ago (2026-08-24)');
  });
});
