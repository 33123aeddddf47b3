import { describe, expect, it } from 'vitest';
import { lookupBy } from '../../src/collect/lookup.ts';
import { CannotTell, type Listing, Observed, startReading } from '../../src/observe/observed.ts';
import { causeOf, known, listing, partialListing } from '../support/observe.ts';

interface Log {
  readonly id: string;
  readonly of: readonly string[];
}

const logs = listing<Log>(
  { id: '1', of: ['vpc-a'] },
  { id: '2', of: ['vpc-b'] },
  { id: '3', of: ['vpc-a', 'vpc-b'] },
  { id: '4', of: [] },
);

const idsOf = ({ items }: Listing<Log>) => items.map(({ id }) => id);

describe('a lookup', () => {
  const logsOf = lookupBy((log: Log) => log.of);

  it('finds what bears the key, in the order of the list', () => {
    expect(idsOf(logsOf(logs, 'vpc-a'))).toEqual(['1', '3']);
    expect(idsOf(logsOf(logs, 'vpc-b'))).toEqual(['2', '3']);
    expect(idsOf(logsOf(logs, 'vpc-c'))).toEqual([]);
  });

  it('finds what bears one of several keys, each once', () => {
    expect(idsOf(logsOf(logs, 'vpc-b', 'vpc-a'))).toEqual(['1', '2', '3']);
    expect(idsOf(logsOf(logs, 'vpc-b', 'vpc-b'))).toEqual(['2', '3']);
    expect(idsOf(logsOf(logs))).toEqual([]);
  });

  it('is a list with the gaps and the pages of the whole', () => {
    const partial = partialListing<Log>('denied', ...logs.items);
    expect(logsOf(partial, 'vpc-a')).toMatchObject({
      gaps: partial.gaps,
      sources: partial.sources,
    });
    const { read } = startReading();
    expect(read.some(logsOf(partial, 'vpc-a'), () => true)).toBe(true);
    expect(() => read.some(logsOf(partial, 'vpc-c'), () => true)).toThrow(CannotTell);
    expect(read.find(logsOf(logs, 'vpc-c'), () => true)).toBeUndefined();
  });

  it('asks each item for its keys once, however often something is looked up', () => {
    const keyed: string[] = [];
    const counting = lookupBy((log: Log) => {
      keyed.push(log.id);
      return log.of;
    });
    for (let times = 0; times < 100; times += 1) counting(logs, 'vpc-a');
    expect(keyed).toEqual(['1', '2', '3', '4']);
    counting({ ...logs }, 'vpc-a');
    expect(keyed).toHaveLength(8);
  });
});

describe('a lookup by what was observed', () => {
  interface Table {
    readonly id: string;
    readonly subnets: Observed<readonly string[]>;
  }
  const tablesOf = lookupBy(({ subnets }: Table, read) => read(subnets));
  const tables = listing<Table>(
    { id: 'a', subnets: known(['subnet-1']) },
    { id: 'b', subnets: Observed.unreadable(causeOf('denied')) },
  );

  it('finds what is known to bear the key', () => {
    const { read } = startReading();
    expect(read.find(tablesOf(tables, 'subnet-1'), () => true)?.id).toBe('a');
  });

  it('cannot tell that none bears it where the keys of one could not be read', () => {
    const { read } = startReading();
    expect(() => read.find(tablesOf(tables, 'subnet-2'), () => true)).toThrow(CannotTell);
  });

  it('rests on the calls that told the keys', () => {
    const told = { ...causeOf('denied').source, id: 'ec2:DescribeKeys@eu-west-1' };
    const keyed: Listing<Table> = {
      items: [{ id: 'a', subnets: Observed.known(['subnet-1'], told) }],
      gaps: [],
      sources: [],
    };
    expect(tablesOf(keyed, 'subnet-2').sources).toEqual([told]);
  });

  it('does not take a fault of the program for keys that could not be read', () => {
    const broken = lookupBy(() => {
      throw new TypeError('broken');
    });
    expect(() => broken(listing(1), 'a')).toThrow(new TypeError('broken'));
  });
});
