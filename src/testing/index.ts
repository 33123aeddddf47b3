/** What tests of checks need: `srm-scan/testing`. It runs in Vitest. */
export { testCheck } from './check-tester.ts';
export type { Case, Cases } from './check-tester.ts';
export { anywhere, everyone, known, listing, partialListing, unreadable } from './observe.ts';
