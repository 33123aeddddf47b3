/** What a scan of the active Regions may leave out, over all collectors and checks. */
import * as sdk from '@aws-sdk/client-config-service';
import { describe, expect, it } from 'vitest';
import { checks } from '../../checks/index.ts';
import { isLeftOut } from '../../src/collect/leaving.ts';
import { type Collector, collectorOf } from '../../src/collect/collector.ts';
import { recordedTypes } from '../../src/collect/recorded-types.ts';
import type { Check } from '../../src/judge/check.ts';
import { plan } from '../../src/plan/plan.ts';

const { collectors } = plan(checks);
const nothing = new Set(recordedTypes);
const left = (collector: Collector<unknown>) => isLeftOut(collector, nothing);

/** As `leftOutOf` has it, where nothing of any recorded type is there. */
function isCheckLeftOut({ evaluates, needs }: Check): boolean {
  const here = Object.values(needs).flatMap((need) => ('everyRegion' in need ? [] : [need]));
  return [evaluates, ...here].some(left);
}

describe('a scan of the active Regions', () => {
  it('goes by types that AWS Config has, each of which a list is of', () => {
    const known: readonly string[] = Object.values(sdk.ResourceType);
    expect(recordedTypes.filter((type) => !known.includes(type))).toEqual([]);
    const listed = new Set(collectors.flatMap(({ recordedAs }) => recordedAs));
    expect([...recordedTypes].filter((type) => !listed.has(type))).toEqual([]);
  });

  it('leaves out no list by which something is told of the account as a whole', () => {
    const needed = [...checks, ...collectors].flatMap(({ needs }) => Object.values(needs));
    const wide = needed.filter((need) => 'everyRegion' in need || 'scannedRegions' in need);
    expect(
      wide
        .map(collectorOf)
        .filter(left)
        .map(({ id }) => id),
    ).toEqual([]);
  });

  /**
   * Each of these asks whether a setting covers what is there, or what of it is not covered: where nothing is there it has
   * nothing to say. Every other check on a setting, and on what a Region has by itself, is made everywhere.
   */
  it('leaves out checks on what stays in the scan only where they weigh it against what is not there', () => {
    const torn = checks.filter((check) => isCheckLeftOut(check) && !left(check.evaluates));
    expect(torn.map(({ id }) => id)).toEqual([
      'backup-plan-exists',
      'backup-resources-recently-protected',
      'guardduty-rds-protection',
      'inspector-ec2-scanning',
      'inspector-ecr-scanning',
      'inspector-lambda-code-scanning',
      'inspector-lambda-scanning',
    ]);
  });
});
