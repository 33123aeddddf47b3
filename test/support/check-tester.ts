import { now } from '../../src/testing/check-tester.ts';

export * from '../../src/testing/check-tester.ts';

/** Days before the clock of the tests. */
export function daysAgo(days: number): Date {
  return new Date(now.getTime() - days * 86_400_000);
}
