import { describe, expect, it } from 'vitest';
import type { LedgerLine } from '../../src/aws/evidence/ledger.ts';
import { gatheredOutside } from '../../src/run/regions.ts';
import { closedRegionsOf } from '../../src/aws/evidence/closed-regions.ts';
import { type Collector, defineCollector } from '../../src/collect/collector.ts';
import { type Cause, type Listing, Observed, type Source } from '../../src/observe/observed.ts';

const scp = 'is not authorized to perform: x, with an explicit deny in a service control policy';

function line(
  operation: string,
  message: string | undefined,
  { regional = true, region = 'ap-south-1' } = {},
): LedgerLine {
  const service = operation.split(':')[0] ?? '';
  return {
    id: `${operation}@${region}`,
    service,
    operation,
    region,
    at: '2026-11-22T12:00:00Z',
    requestId: null,
    attempts: 1,
    sha256: 'x',
    status: message === undefined ? 'ok' : 'denied',
    ...(message === undefined ? {} : { error: { code: 'AccessDenied', message } }),
    action: operation,
    regional,
    spoilt: undefined,
    spoiltFor: [],
  };
}

const operations = ['ec2:DescribeVpcs', 'rds:DescribeDBInstances', 'kms:ListKeys'];
/** What another Region answers. */
const elsewhere = operations.map((name) => line(name, undefined, { region: 'eu-west-1' }));

describe('a Region that a service control policy closes', () => {
  it.each([1, 2, 3])(
    'F19 is known whatever the number of services that were asked: %i',
    (count) => {
      const lines = operations.slice(0, count).map((name) => line(name, scp));
      expect(closedRegionsOf([...lines, ...elsewhere])).toEqual(['ap-south-1']);
    },
  );

  it('F19 is not known where nothing else was answered: the policy may deny the action', () => {
    expect(closedRegionsOf(operations.map((name) => line(name, scp)))).toEqual([]);
  });

  it('is not one where the identity alone lacks permissions', () => {
    const words = 'because no identity-based policy allows the action';
    const lines = operations.map((name) => line(name, words));
    expect(closedRegionsOf([...lines, ...elsewhere])).toEqual([]);
  });

  it('is not one where anything was answered', () => {
    const lines = operations.map((name) => line(name, scp));
    const answered = line('config:DescribeConfigurationRecorders', undefined);
    expect(closedRegionsOf([...lines, answered, ...elsewhere])).toEqual([]);
  });

  it('is one though services without Regions answer there', () => {
    const lines = operations.map((name) => line(name, scp));
    const global = line('iam:ListUsers', undefined, { regional: false });
    expect(closedRegionsOf([...lines, global, ...elsewhere])).toEqual(['ap-south-1']);
  });

  it('loses nothing that was asked for the whole account', () => {
    const things: Collector<Listing<never>> = defineCollector({
      id: 's3.things',
      service: 's3',
      scope: 'global',
      calls: [],
      gather: () => ({ items: [], gaps: [], sources: [] }),
    });
    const source = (regional: boolean): Source => ({
      id: 'x',
      service: 's3',
      operation: 'ListThings',
      region: 'ap-south-1',
      regional,
    });
    const gap = (regional: boolean): Cause => ({
      reason: 'denied',
      detail: 'AccessDenied',
      source: source(regional),
    });
    const gathered = {
      get: <T>(collector: Collector<T>): T => {
        const listing = { items: [], gaps: [gap(true), gap(false)], sources: [] };
        if (!isOf(collector, listing)) throw new Error('another collector');
        return listing;
      },
      everyRegion: () => new Map(),
      allRegions: Observed.known<true>(true, source(true)),
      leftOut: () => new Map(),
      gone: () => undefined,
    };
    const outside = gatheredOutside(['ap-south-1'], gathered);
    expect(outside.get(things, 'global').gaps).toEqual([gap(false)]);
    // Nobody knows what is there: "nowhere in the account" cannot be told (K4).
    expect(Observed.open(outside.allRegions)).toMatchObject({
      known: false,
      causes: [{ reason: 'left-out', detail: expect.stringContaining('ap-south-1') }],
    });
  });
});

/** The only collector of these tests lists things. */
function isOf<T>(collector: Collector<T>, listing: unknown): listing is T {
  return collector.id === 's3.things' && typeof listing === 'object';
}
