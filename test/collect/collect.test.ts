import { describe, expect, it } from 'vitest';
import { type Caller, createCaller } from '../../src/aws/caller.ts';
import { createLedger } from '../../src/aws/evidence/ledger.ts';
import { collect } from '../../src/collect/collect.ts';
import {
  type Collector,
  defineCollector,
  everyRegion,
  scannedRegions,
  type Needs,
  type Given,
  type Scope,
} from '../../src/collect/collector.ts';
import { longestFirst } from '../../src/collect/order.ts';
import { CannotTell, Observed } from '../../src/observe/observed.ts';
import { wordsOfFault } from '../../src/observe/own-fault.ts';
import { scripted, things } from '../support/fake-aws.ts';
import type { ServiceId } from '../../src/responsibilities/index.ts';
import { causeOf } from '../support/observe.ts';

const place = {
  account: '111122223333',
  partition: 'aws',
  regions: ['eu-west-1', 'us-east-1'],
  now: new Date('2026-11-22T12:00:00Z'),
  regionStates: Observed.known([]),
  params: {},
};

const ListThings = things('ListThings');

/** A collector that does what the test says, in the Region at hand. */
function collectorOf<T, const N extends Needs = Record<never, never>>(
  id: string,
  scope: Scope,
  gather: (region: string, given: Given<N>) => Promise<T> | T,
  needs?: N,
  service: ServiceId = 's3',
): Collector<T> {
  return defineCollector<T, N>({
    id,
    service,
    scope,
    calls: [],
    ...(needs ? { needs } : {}),
    gather: (aws, given) => gather(aws.region, given),
  });
}

/** A promise that ends when the test says so. */
function held() {
  let release = (): void => undefined;
  const ended = new Promise<void>((resolve) => {
    release = resolve;
  });
  return { ended, release };
}

function callerOf() {
  const ledger = createLedger();
  const caller = createCaller({ transport: scripted({}), ledger, homeRegion: 'us-east-1' });
  return { caller, ledger };
}

/** Lets everything run that waits for nothing. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('collectors', () => {
  it('wait for their needs in their own Region alone', async () => {
    const slow = held();
    const seen: string[] = [];
    const lists = collectorOf('s3.lists', 'regional', async (region) => {
      if (region === 'us-east-1') await slow.ended;
      return `list of ${region}`;
    });
    const settings = collectorOf(
      's3.settings',
      'regional',
      (region, { lists: list }) => seen.push(`${region}: ${list}`),
      { lists },
    );
    const done = collect([lists, settings], callerOf().caller, place);
    await settled();
    expect(seen).toEqual(['eu-west-1: list of eu-west-1']);
    slow.release();
    await done;
    expect(seen).toEqual(['eu-west-1: list of eu-west-1', 'us-east-1: list of us-east-1']);
  });

  it('wait for every Region where that is what they need, and get them in the order of the scan', async () => {
    const slow = held();
    const lists = collectorOf('s3.lists', 'regional', async (region) => {
      if (region === 'eu-west-1') await slow.ended;
      return region;
    });
    const seen: string[] = [];
    const all = collectorOf(
      's3.all',
      'global',
      (_region, { everywhere }) => {
        seen.push(...everywhere.keys());
        return [...everywhere.values()];
      },
      { everywhere: scannedRegions(lists) },
    );
    const done = collect([lists, all], callerOf().caller, place);
    await settled();
    expect(seen).toEqual([]);
    slow.release();
    const gathered = await done;
    expect(seen).toEqual(['eu-west-1', 'us-east-1']);
    expect(gathered.get(all, 'global')).toEqual(['eu-west-1', 'us-east-1']);
  });

  it('of a Region wait for what has no Region', async () => {
    const slow = held();
    const seen: string[] = [];
    const account = collectorOf('s3.account', 'global', async () => {
      await slow.ended;
      return 'account';
    });
    const settings = collectorOf(
      's3.settings',
      'regional',
      (region, given) => seen.push(`${region}: ${given.account}`),
      { account },
    );
    const done = collect([settings, account], callerOf().caller, place);
    await settled();
    expect(seen).toEqual([]);
    slow.release();
    await done;
    expect(seen).toEqual(['eu-west-1: account', 'us-east-1: account']);
  });

  it('know the place that they work in', async () => {
    const seen: unknown[] = [];
    const lists = defineCollector({
      id: 's3.lists',
      service: 's3',
      scope: 'global',
      calls: [],
      gather: ({ account, partition, region, regions, now }) =>
        seen.push({ account, partition, region, regions, now }),
    });
    await collect([lists], callerOf().caller, place);
    const { account, partition, regions, now } = place;
    expect(seen).toEqual([{ account, partition, regions, now, region: 'global' }]);
  });

  it('gather once in each place, whoever needs them', async () => {
    const places: string[] = [];
    const lists = collectorOf('s3.lists', 'regional', (region) => places.push(region));
    const one = collectorOf('s3.one', 'regional', () => 1, { lists });
    const two = collectorOf('s3.two', 'global', () => 2, { lists: everyRegion(lists) });
    await collect([lists, one, two], callerOf().caller, place);
    expect(places).toEqual(['eu-west-1', 'us-east-1']);
  });

  it('end for the caller when they have ended in every Region, and tell the progress', async () => {
    const slow = held();
    const ended: string[] = [];
    const told: string[] = [];
    const lists = collectorOf('s3.lists', 'regional', async (region) => {
      if (region === 'us-east-1') await slow.ended;
    });
    const other = collectorOf('s3.other', 'global', () => undefined);
    const caller: Caller = { ...callerOf().caller, ended: ({ id }) => ended.push(id) };
    const done = collect([lists, other], caller, place, (service, count, of) => {
      told.push(`${service} ${count}/${of}`);
    });
    await settled();
    expect(ended).toEqual(['s3.other']);
    slow.release();
    await done;
    expect(ended).toEqual(['s3.other', 's3.lists']);
    expect(told).toEqual(['s3 1/2', 's3 2/2']);
  });

  it('tell the progress of each service by itself', async () => {
    const told: string[] = [];
    const lists = collectorOf('s3.lists', 'global', () => 1);
    const keys = collectorOf('kms.keys', 'global', () => 1, {}, 'kms');
    await collect([lists, keys], callerOf().caller, place, (service, count, of) => {
      told.push(`${service} ${count}/${of}`);
    });
    expect(told.toSorted()).toEqual(['kms 1/1', 's3 1/1']);
  });

  it.each([[null], [undefined], ['text'], [{ gone: 'not by ARN' }]])(
    'may give %j, which tells of nothing that is gone',
    async (value) => {
      const { caller, ledger } = callerOf();
      const odd = collectorOf('s3.odd', 'global', () => value);
      const gathered = await collect([odd], caller, place);
      expect(gathered.get(odd, 'global')).toBe(value);
      expect(ledger.faults).toEqual([]);
    },
  );
});

describe('a collector that breaks (F66)', () => {
  const broken = collectorOf('s3.broken', 'regional', (region): string => {
    if (region === 'us-east-1') throw new TypeError('x is undefined');
    return 'fine';
  });
  const derived = collectorOf('s3.derived', 'regional', (_region, given) => given.broken, {
    broken,
  });

  it('is a fault of ours in its Region, told once; what needs it has the same cause', async () => {
    const { caller, ledger } = callerOf();
    const gathered = await collect([broken, derived], caller, place);
    const detail = 'the collector itself failed: x is undefined';
    expect(ledger.faults).toEqual([
      { in: 'collector', id: 's3.broken', service: 's3', region: 'us-east-1', detail },
    ]);
    expect(gathered.get(derived, 'eu-west-1')).toBe('fine');
    expect(() => gathered.get(derived, 'us-east-1')).toThrow(
      expect.objectContaining({
        causes: [
          {
            reason: 'fault',
            detail,
            source: {
              id: 's3.broken@us-east-1',
              service: 's3',
              operation: 's3.broken',
              region: 'us-east-1',
              regional: true,
            },
          },
        ],
      }),
    );
  });

  it('is no fault of a Region where it has none', async () => {
    const global = collectorOf('s3.global', 'global', () => {
      throw new TypeError('x is undefined');
    });
    const gathered = await collect([global], callerOf().caller, place);
    const source = expect.objectContaining({ region: 'global', regional: false });
    expect(() => gathered.get(global, 'global')).toThrow(
      expect.objectContaining({ causes: [expect.objectContaining({ source })] }),
    );
  });

  it('is none of ours where it could not tell', async () => {
    const { caller, ledger } = callerOf();
    const untold = collectorOf('s3.untold', 'global', () => {
      throw new CannotTell([causeOf('denied')]);
    });
    const gathered = await collect([untold], caller, place);
    expect(ledger.faults).toEqual([]);
    expect(() => gathered.get(untold, 'global')).toThrow('the test says denied');
  });

  it('is told in words, whatever it throws', () => {
    expect(wordsOfFault(new TypeError('x is undefined'))).toBe('x is undefined');
    expect(wordsOfFault('boom')).toBe('boom');
  });
});

describe('what was gathered', () => {
  const lists = collectorOf('s3.lists', 'regional', (region) => region);

  it('hands out what was planned, and nothing else', async () => {
    const other = collectorOf('s3.other', 'global', () => 1);
    const gathered = await collect([lists], callerOf().caller, place);
    expect(gathered.get(lists, 'us-east-1')).toBe('us-east-1');
    expect(() => gathered.get(other, 'global')).toThrow('s3.other was not gathered');
    expect(() => gathered.get(lists, 'sa-east-1')).toThrow(
      's3.lists was not gathered in sa-east-1',
    );
  });

  it('knows what was deleted meanwhile, whichever collector noticed (F14)', async () => {
    const cause = { ...causeOf('failed'), reason: 'gone' as const };
    const settings = collectorOf('s3.settings', 'regional', (region) => ({
      of: () => Observed.known(1),
      gone: new Map(region === 'us-east-1' ? [['arn:gone', cause]] : []),
    }));
    const gathered = await collect([lists, settings], callerOf().caller, place);
    expect(gathered.gone('arn:gone')).toBe(cause);
    expect(gathered.gone('arn:here')).toBeUndefined();
  });
});

describe('the order of collectors', () => {
  const withCalls = (id: string, needs: Needs = {}) =>
    defineCollector({
      id,
      service: 's3',
      scope: 'global',
      calls: [ListThings],
      needs,
      gather: () => 1,
    });

  it('puts those first that the longest chain of calls waits for, and keeps that of equals', () => {
    const single = withCalls('s3.single');
    const alone = withCalls('s3.alone');
    const list = withCalls('s3.list');
    const setting = withCalls('s3.setting', { list });
    const detail = withCalls('s3.detail', { setting });
    const reasoned = collectorOf('s3.reasoned', 'global', () => 1, { alone });
    const order = longestFirst([single, alone, list, setting, detail, reasoned]);
    expect(order.map(({ id }) => id)).toEqual([
      's3.list',
      's3.setting',
      's3.single',
      's3.alone',
      's3.detail',
      's3.reasoned',
    ]);
  });

  it('counts a need of every Region as it counts one of the Region at hand', () => {
    const alone = withCalls('s3.alone');
    const list = withCalls('s3.list');
    const all = withCalls('s3.all', { lists: everyRegion(list) });
    expect(longestFirst([alone, all, list])).toEqual([list, alone, all]);
  });
});
