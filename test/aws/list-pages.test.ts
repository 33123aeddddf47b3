import { describe, expect, it } from 'vitest';
import { createCaller } from '../../src/aws/caller.ts';
import { createLedger } from '../../src/aws/evidence/ledger.ts';
import type { KeyedItem } from '../../src/aws/reads.ts';
import type { Transport } from '../../src/aws/transport.ts';
import { scripted, things } from '../support/fake-aws.ts';

const ListThings = things('ListThings', { absent: ['NoSuchThings'] });
const { pages: _pages, ...ListAtOnce } = things('ListAtOnce');
const ListOrNothing = things('ListOrNothing', { leavesOutEmpty: true });

function readsOf(transport: Transport) {
  const caller = createCaller({ transport, ledger: createLedger(), homeRegion: 'us-east-1' });
  return caller.readsFor(
    { id: 's3.things', calls: [ListThings, ListAtOnce, ListOrNothing] },
    'eu-west-1',
  );
}

/** A list of so many things, each made into what the test says. */
function listed<R extends KeyedItem>(made: readonly R[]) {
  const Things = made.map((_, index) => ({ Name: `${index}` }));
  return readsOf(scripted({ ListThings: { Things } })).list(ListThings, {}, 'Things', ({ Name }) =>
    made.slice(Number(Name), Number(Name) + 1),
  );
}

describe('a list that says it was cut', () => {
  it.each(['IsTruncated', 'Truncated'])('by %s, without a token, is not whole', async (flag) => {
    const answer = { Things: [{ Name: 'a' }], [flag]: true };
    const list = readsOf(scripted({ ListThings: answer })).list(
      ListThings,
      {},
      'Things',
      (thing) => thing.Name ?? '',
    );
    const { items, gaps } = await list;
    expect(items).toEqual(['a']);
    expect(gaps).toMatchObject([{ detail: expect.stringContaining('cut off') }]);
  });

  it('is whole where nothing says so', async () => {
    const answer = { Things: [{ Name: 'a' }], IsTruncated: false };
    const list = readsOf(scripted({ ListThings: answer })).list(
      ListThings,
      {},
      'Things',
      (thing) => thing.Name ?? '',
    );
    expect((await list).gaps).toEqual([]);
  });
});

describe('a list that is missing', () => {
  const nothing = { ListThings: {}, ListOrNothing: {} };

  it('is a gap', async () => {
    const { items, gaps } = await readsOf(scripted(nothing)).list(
      ListThings,
      {},
      'Things',
      ({ Name }) => Name ?? '',
    );
    expect(items).toEqual([]);
    expect(gaps).toMatchObject([{ detail: expect.stringContaining('lacks Things') }]);
  });

  it('is empty where AWS leaves such a list out', async () => {
    const { items, gaps } = await readsOf(scripted(nothing)).list(
      ListOrNothing,
      {},
      'Things',
      ({ Name }) => Name ?? '',
    );
    expect([items, gaps]).toEqual([[], []]);
  });
});

describe('an item', () => {
  it('may be made into several, or none', async () => {
    const answer = { Things: [{ Name: 'ab' }, { Name: '' }, { Name: 'c' }] };
    const { items } = await readsOf(scripted({ ListThings: answer })).list(
      ListThings,
      {},
      'Things',
      ({ Name = '' }) => [...Name],
    );
    expect(items).toEqual(['a', 'b', 'c']);
  });

  it('is known by the key that its list gives, and by that alone', async () => {
    const answer = { Things: [{ Name: 'a', Of: 'x' }, { Name: 'b', Of: 'x' }, { Name: 'a' }] };
    const list = readsOf(scripted({ ListThings: answer })).list(
      ListThings,
      {},
      'Things',
      ({ Name = '', Of = '' }) => ({ arn: Of, name: Name }),
      { key: ({ name }) => name },
    );
    expect((await list).items).toMatchObject([
      { arn: '', name: 'a' },
      { arn: 'x', name: 'b' },
    ]);
  });

  it('of the same ARN, or of the same text, is there once (F13)', async () => {
    const named = [
      { arn: 'arn:a', at: 1 },
      { arn: 'arn:b', at: 2 },
      { arn: 'arn:a', at: 3 },
    ];
    expect((await listed(named)).items).toMatchObject([
      { arn: 'arn:a', at: 3 },
      { arn: 'arn:b', at: 2 },
    ]);
    expect((await listed(['x', 'y', 'x'])).items).toEqual(['x', 'y']);
  });
});

describe('the pages', () => {
  it('of an operation that has none are one', async () => {
    const answer = { Things: [{ Name: 'a' }], NextToken: 'not looked at' };
    const transport = scripted({ ListAtOnce: answer });
    const { items, gaps } = await readsOf(transport).list(
      ListAtOnce,
      {},
      'Things',
      ({ Name = '' }) => Name,
    );
    expect({ items, gaps }).toEqual({ items: ['a'], gaps: [] });
    expect(transport.asked).toHaveLength(1);
  });

  it('that never end are given up after 10,000, with a gap', async () => {
    let sent = 0;
    const endless: Transport = {
      ...scripted({}),
      exchange: () => {
        sent += 1;
        const answer = JSON.stringify({ NextToken: `${sent}`, Things: [] });
        return Promise.resolve({
          at: '2026-11-22T12:00:00Z',
          requestId: null,
          attempts: 1,
          answer,
        });
      },
    };
    const { gaps } = await readsOf(endless).list(ListThings, {}, 'Things', ({ Name = '' }) => Name);
    expect(gaps).toMatchObject([{ detail: 'the service repeats its page token' }]);
    expect(sent).toBe(10_001);
  });
});
