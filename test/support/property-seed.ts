/**
 * Property tests draw the same cases every time, so that a red run is always the fault of a change. To look for new
 * cases, draw others: PROPERTY_SEED=$RANDOM npx vitest run --project shared
 */
import fc from 'fast-check';
import { runs } from './property-runs.ts';

fc.configureGlobal({
  seed: Number(process.env['PROPERTY_SEED'] ?? 20_261_122),
  numRuns: runs(100),
  // The smallest case that fails is for people; it takes a hundred tries.
  endOnFailure: process.env['PROPERTY_SHARE'] !== undefined,
});
