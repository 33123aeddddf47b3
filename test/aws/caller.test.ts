import { describe, expect, it } from 'vitest';
import { createCaller } from '../../src/aws/caller.ts';
import { createLedger } from '../../src/aws/evidence/ledger.ts';
import type { Reads } from '../../src/aws/reads.ts';
import type { Asker } from '../../src/aws/sharing.ts';
import { Observed, type Source } from '../../src/observe/observed.ts';
import { failing, type Script, scripted, things } from '../support/fake-aws.ts';

const ListThings = things('ListThings', { absent: ['NoSuchThings'] });
const GetThing = things('GetThing', {
  absent: ['NoSuchThing', { code: 'AccessDeniedException', says: /things are not enabled/i }],
});
const Undeclared = things('GetOther');

function ask(script: Script, region = 'eu-west-1') {
  const transport = scripted(script);
  const ledger = createLedger();
  const caller = createCaller({ transport, ledger, homeRegion: 'us-east-1' });
  const who = { id: 's3.things', calls: [ListThings, GetThing] };
  return { aws: caller.readsFor(who, region), caller, who, ledger, transport };
}

describe('list', () => {
  const names = (script: Script) => {
    const { aws, ledger, transport } = ask(script);
    const listing = aws.list(ListThings, {}, 'Things', (thing, { must }) => must(thing, 'Name'));
    return listing.then((found) => ({ ...found, ledger, transport }));
  };

  it('reads every page', async () => {
    const { items, gaps, sources } = await names({
      ListThings: [
        { Things: [{ Name: 'a' }, { Name: 'b' }], NextToken: '1' },
        { Things: [], NextToken: '2' },
        { Things: [{ Name: 'c' }] },
      ],
    });
    expect(items).toEqual(['a', 'b', 'c']);
    expect(gaps).toEqual([]);
    expect(new Set(sources.map((source) => source.id)).size).toBe(3);
  });

  it('keeps the pages before one that fails, and the gap', async () => {
    const { items, gaps } = await names({
      ListThings: failing('ThrottlingException'),
      's3:ListThings@eu-west-1': { Things: [{ Name: 'a' }], NextToken: '1' },
    });
    expect(items).toEqual(['a']);
    expect(gaps).toMatchObject([
      { reason: 'throttled', detail: 'ThrottlingException: words of AWS' },
    ]);
  });

  it('ends at a token that comes again, and is not whole', async () => {
    const { items, gaps, transport } = await names({
      ListThings: { Things: [{ Name: 'a' }], NextToken: 'again' },
    });
    expect(items).toEqual(['a']);
    expect(gaps).toMatchObject([{ detail: 'the service repeats its page token', spoilt: true }]);
    expect(transport.asked).toHaveLength(2);
  });

  it('keeps an item that is shown on two pages once, as it was shown last (F13)', async () => {
    const { aws } = ask({
      ListThings: [
        { Things: [{ Name: 'a', Of: 'old' }, { Name: 'b' }], NextToken: '1' },
        { Things: [{ Name: 'a', Of: 'new' }, { Name: 'c' }] },
      ],
    });
    const { items } = await aws.list(ListThings, {}, 'Things', (thing, { must }) => ({
      arn: must(thing, 'Name'),
      of: thing.Of,
    }));
    expect(items.map(({ arn, of }) => [arn, of])).toEqual([
      ['a', 'new'],
      ['b', undefined],
      ['c', undefined],
    ]);
    expect(items[0]).toMatchObject({ listed: [{ id: expect.stringContaining('#') }] });
  });

  it('tells items without an ARN apart by their key (F13)', async () => {
    const { aws } = ask({
      ListThings: { Things: [{ Name: 'a' }, { Name: 'a' }, { Name: 'b' }] },
    });
    const each = (thing: { readonly Name?: string }) => ({ name: thing.Name ?? '' });
    const { items } = await aws.list(ListThings, {}, 'Things', each, { key: ({ name }) => name });
    expect(items.map(({ name }) => name)).toEqual(['a', 'b']);
  });

  it('says of each item which page showed it', async () => {
    const { items, sources } = await ask({
      ListThings: [
        { Things: [{ Name: 'a' }], NextToken: '1' },
        { Things: [{ Name: 'b' }, { Name: 'c' }] },
      ],
    }).aws.list(
      ListThings,
      {},
      'Things',
      (thing, { must }): { readonly arn: string; readonly listed?: readonly Source[] } => ({
        arn: must(thing, 'Name'),
      }),
    );
    const [one, two] = sources;
    expect(items.map(({ listed }) => listed)).toEqual([[one], [two], [two]]);
  });

  it('takes an answer without its list for no empty list', async () => {
    const { items, gaps } = await names({ ListThings: {} });
    expect(items).toEqual([]);
    const detail = 'the answer lacks Things';
    expect(gaps).toMatchObject([{ reason: 'failed', detail, spoilt: true }]);
  });

  it('leaves out an item that lacks what AWS always sends, and keeps the others', async () => {
    const { items, gaps } = await names({ ListThings: { Things: [{}, { Name: 'b' }] } });
    expect(items).toEqual(['b']);
    expect(gaps).toMatchObject([{ detail: 'the answer lacks Name' }]);
  });

  it('does not take a fault of the program for an item that cannot be used', async () => {
    const { aws } = ask({ ListThings: { Things: [{ Name: 'a' }] } });
    const broken = () => {
      throw new TypeError('x is undefined');
    };
    await expect(aws.list(ListThings, {}, 'Things', broken)).rejects.toThrow(TypeError);
  });

  it('says which permission would cure a refusal', async () => {
    const { gaps } = await names({ ListThings: failing('AccessDenied') });
    expect(gaps).toMatchObject([
      { reason: 'denied', detail: 'AccessDenied: words of AWS (needs s3:ListThings)' },
    ]);
  });

  it('takes a declared "there is none" for an empty list', async () => {
    const { items, gaps, sources, ledger } = await names({ ListThings: failing('NoSuchThings') });
    expect({ items, gaps }).toEqual({ items: [], gaps: [] });
    expect(sources).toHaveLength(1);
    expect(ledger.lines).toMatchObject([{ status: 'ok' }]);
  });
});

describe('get', () => {
  const first = (script: Script, options?: { readonly whenAbsent?: string }) => {
    const { aws, ledger } = ask(script);
    const read = aws.get(
      GetThing,
      {},
      ({ Things }, { must, unusable }) => must(Things?.[0] ?? unusable('no things'), 'Name'),
      options,
    );
    return read.then((value) => ({ ...Observed.open(value), ledger }));
  };

  it('gives the value with its call', async () => {
    expect(await first({ GetThing: { Things: [{ Name: 'a' }] } })).toMatchObject({
      known: true,
      value: 'a',
      sources: [{ id: 's3:GetThing@eu-west-1' }],
    });
  });

  it('gives the value for absence only for the codes that are declared', async () => {
    const options = { whenAbsent: 'none' };
    expect(await first({ GetThing: failing('NoSuchThing') }, options)).toMatchObject({
      known: true,
      value: 'none',
      sources: [{ operation: 'GetThing' }],
    });
    expect(await first({ GetThing: failing('NoSuchOther') }, options)).toMatchObject({
      known: false,
    });
    expect(await first({ GetThing: failing('AccessDenied') }, options)).toMatchObject({
      known: false,
      causes: [{ reason: 'denied' }],
    });
  });

  it('tells a service that is off from a denial by the words that are declared beside the code', async () => {
    const saying = (message: string) =>
      first(
        { GetThing: { error: { code: 'AccessDeniedException', message, status: 403 } } },
        { whenAbsent: 'none' },
      );
    const off = await saying('Things are not enabled.');
    expect(off).toMatchObject({ known: true, value: 'none' });
    expect(off.ledger.lines).toMatchObject([{ status: 'ok' }]);
    const denied = await saying('User: u is not authorized to perform: s3:GetThing');
    expect(denied).toMatchObject({ known: false, causes: [{ reason: 'denied' }] });
  });

  it('counts a declared code as lost where nobody asked for it', async () => {
    const detail = expect.stringContaining('NoSuchThing');
    expect(await first({ GetThing: failing('NoSuchThing') })).toMatchObject({
      known: false,
      causes: [{ detail, spoilt: true }],
    });
  });

  it('cannot use an answer that makes no sense', async () => {
    expect(await first({ GetThing: { Things: [] } })).toMatchObject({
      known: false,
      causes: [{ detail: 'no things', spoilt: true }],
    });
  });

  it('loses one field alone where one member is missing', async () => {
    const { aws } = ask({ GetThing: { Things: [{ Name: 'a' }] } });
    const answer = await aws.get(GetThing, {}, (thing, { field }) => ({
      things: field(thing, 'Things'),
      ready: field(thing, 'Ready'),
    }));
    const state = Observed.open(answer);
    expect(state.known && Observed.open(state.value.things).known).toBe(true);
    expect(state.known && Observed.open(state.value.ready)).toMatchObject({
      known: false,
      causes: [{ detail: 'the answer lacks Ready' }],
    });
  });

  it('does not take a fault of the program for a member that is missing', async () => {
    const { aws } = ask({ GetThing: { Things: [{ Name: 'a' }] } });
    const broken = () => {
      throw new TypeError('x is undefined');
    };
    await expect(aws.get(GetThing, {}, broken)).rejects.toThrow(TypeError);
  });

  it('asks for what has no Region in the home Region', async () => {
    const { aws, transport } = ask({ GetThing: {} }, 'global');
    await aws.get(GetThing, {}, () => 0);
    expect(transport.asked).toEqual(['s3:GetThing@us-east-1']);
  });
});

describe('what was deleted since it was listed (F14)', () => {
  const GetSetting = things('GetSetting', { gone: ['NoSuchBucket'], absent: ['NoSuchSetting'] });
  const who = { id: 's3.settings', calls: [GetSetting] };
  const asking = (code: string) => {
    const ledger = createLedger();
    const transport = scripted({ GetSetting: failing(code) });
    const caller = createCaller({ transport, ledger, homeRegion: 'us-east-1' });
    return { aws: caller.readsFor(who, 'eu-west-1'), ledger };
  };
  const gone = {
    reason: 'gone',
    detail: 'NoSuchBucket: words of AWS',
    source: { id: 's3:GetSetting@eu-west-1' },
  };

  it('is said to be gone, by a call that went well and is no gap', async () => {
    const { aws, ledger } = asking('NoSuchBucket');
    const setting = await aws.get(GetSetting, {}, () => 'set', { whenAbsent: 'not set' });
    expect(Observed.open(setting)).toMatchObject({ known: false, causes: [gone] });
    expect(ledger.lines).toMatchObject([
      { status: 'ok', spoilt: undefined, error: { code: 'NoSuchBucket' } },
    ]);
  });

  it('is said to be gone by a list of its own, which is no empty one', async () => {
    const { aws, ledger } = asking('NoSuchBucket');
    const listing = await aws.list(GetSetting, {}, 'Things', () => 'a');
    expect(listing).toMatchObject({ items: [], gaps: [gone], sources: [] });
    expect(ledger.lines).toMatchObject([{ status: 'ok', spoilt: undefined }]);
  });

  it('is nothing else: other codes are the failures that they are', async () => {
    const { aws, ledger } = asking('NoSuchKey');
    const setting = await aws.get(GetSetting, {}, () => 'set', { whenAbsent: 'not set' });
    expect(Observed.open(setting)).toMatchObject({ known: false, causes: [{ reason: 'failed' }] });
    expect(ledger.lines).toMatchObject([{ status: 'failed' }]);
  });
});

describe('poll', () => {
  const ready = (script: Script) => {
    const { aws, ledger, transport } = ask(script);
    const read = aws.poll(
      GetThing,
      {},
      ({ Ready }) => Ready === true,
      () => 'ready',
    );
    return read.then((value) => ({ state: Observed.open(value), ledger, transport }));
  };

  it('asks again until the answer is ready, and keeps one call', async () => {
    const { state, ledger, transport } = await ready({
      GetThing: [{ Ready: false }, { Ready: false }, { Ready: true }],
    });
    expect(state).toMatchObject({ known: true, value: 'ready' });
    expect(transport.asked).toHaveLength(3);
    expect(ledger.lines).toHaveLength(1);
  });

  it('gives up on an answer that is never ready', async () => {
    const { state } = await ready({ GetThing: { Ready: false } });
    const detail = 'the answer was not ready in time';
    expect(state).toMatchObject({
      known: false,
      causes: [{ reason: 'failed', detail, spoilt: true }],
    });
  });

  it('does not ask again after an error', async () => {
    const { state, transport } = await ready({ GetThing: failing('AccessDenied') });
    expect(state).toMatchObject({ known: false, causes: [{ reason: 'denied' }] });
    expect(transport.asked).toHaveLength(1);
  });
});

describe('the caller', () => {
  it('refuses a call that was not declared', async () => {
    const { aws, transport } = ask({});
    await expect(aws.get(Undeclared, {}, () => 0)).rejects.toThrow(
      's3.things sends s3:GetOther without declaring it',
    );
    await expect(aws.list(Undeclared, {}, 'Things', () => '')).rejects.toThrow('without declaring');
    expect(transport.asked).toEqual([]);
  });

  it('refuses the same call twice where its answer was let go', async () => {
    const { aws, transport } = ask({ GetThing: {} });
    await aws.get(GetThing, { Of: 'a' }, () => 0);
    await aws.get(GetThing, { Of: 'b' }, () => 0);
    await expect(aws.get(GetThing, { Of: 'a' }, () => 0)).rejects.toThrow(
      's3.things asks for s3:GetThing@eu-west-1#dbda24377ce4 again; its answer was let go',
    );
    expect(transport.asked).toHaveLength(2);
  });
});

describe('a call that several want (F15)', () => {
  const asker = (id: string): Asker => ({ id, calls: [ListThings, GetThing] });
  const first = asker('s3.first');
  const second = asker('s3.second');
  const third = asker('s3.third');

  function shared(script: Script, askers = [first, second]) {
    const transport = scripted(script);
    const ledger = createLedger();
    const caller = createCaller({ transport, ledger, homeRegion: 'us-east-1', askers });
    const readsOf = (who: Asker, region = 'eu-west-1') => caller.readsFor(who, region);
    return { caller, readsOf, ledger, transport };
  }
  const nameOf = (reads: Reads) =>
    reads.get(GetThing, {}, ({ Things }, { must }) =>
      must(must({ Things }, 'Things')[0] ?? {}, 'Name'),
    );
  const valueOf = async (reads: Reads) => {
    const state = Observed.open(await nameOf(reads));
    return state.known ? { value: state.value, calls: state.sources.map(({ id }) => id) } : state;
  };

  it('is sent once while it is on its way, and both name it', async () => {
    const { readsOf, transport, ledger } = shared({ GetThing: { Things: [{ Name: 'a' }] } });
    const both = await Promise.all([first, second].map((who) => valueOf(readsOf(who))));
    const told = { value: 'a', calls: ['s3:GetThing@eu-west-1'] };
    expect(both).toEqual([told, told]);
    expect(transport.asked).toEqual(['s3:GetThing@eu-west-1']);
    expect(ledger.lines).toHaveLength(1);
  });

  it('is sent once when one asks after the other', async () => {
    const { readsOf, transport } = shared({ GetThing: { Things: [{ Name: 'a' }] } });
    expect(await valueOf(readsOf(first))).toMatchObject({ value: 'a' });
    expect(await valueOf(readsOf(second))).toMatchObject({ value: 'a' });
    expect(transport.asked).toHaveLength(1);
  });

  it('is sent once by one that asks several times at once', async () => {
    const { readsOf, transport } = shared({ GetThing: { Things: [{ Name: 'a' }] } }, [first]);
    const reads = readsOf(first);
    const all = await Promise.all([valueOf(reads), valueOf(reads), valueOf(reads)]);
    expect(all).toMatchObject([{ value: 'a' }, { value: 'a' }, { value: 'a' }]);
    expect(transport.asked).toHaveLength(1);
  });

  it('is sent once for each page of a list, and each gets every page', async () => {
    const { readsOf, transport } = shared({
      ListThings: [{ Things: [{ Name: 'a' }], NextToken: '1' }, { Things: [{ Name: 'b' }] }],
    });
    const names = (who: Asker) =>
      readsOf(who).list(ListThings, {}, 'Things', (thing, { must }) => must(thing, 'Name'));
    const earlier = await names(first);
    const later = await names(second);
    expect([earlier.items, later.items]).toEqual([
      ['a', 'b'],
      ['a', 'b'],
    ]);
    expect(later.sources.map(({ id }) => id)).toEqual(earlier.sources.map(({ id }) => id));
    expect(transport.asked).toHaveLength(2);
  });

  it('gives each a copy of its own, so that nobody sees what another did to it', async () => {
    const { readsOf } = shared({ GetThing: { Things: [{ Name: 'a' }] } });
    const spoil = (answer: object) => Reflect.deleteProperty(answer, 'Things');
    await readsOf(first).get(GetThing, {}, spoil);
    expect(await valueOf(readsOf(second))).toMatchObject({ value: 'a' });
  });

  it('is lost to the one who could not use it, and to nobody else', async () => {
    const { readsOf } = shared({ GetThing: { Ready: true } });
    expect(await valueOf(readsOf(first))).toMatchObject({ causes: [{ spoilt: true }] });
    const ready = await readsOf(second).get(GetThing, {}, ({ Ready }) => Ready);
    expect(Observed.open(ready)).toMatchObject({ known: true, value: true });
  });

  it('says "there is none" to the one who asks for it, and is lost to the other', async () => {
    const { readsOf } = shared({ GetThing: failing('NoSuchThing') });
    const asked = await readsOf(first).get(GetThing, {}, () => 'a', { whenAbsent: 'none' });
    expect(Observed.open(asked)).toMatchObject({ known: true, value: 'none' });
    expect(await valueOf(readsOf(second))).toMatchObject({ causes: [{ spoilt: true }] });
  });

  it('counts as one of the whole account where a collector without Regions rests on it too', async () => {
    const { readsOf, ledger } = shared({ GetThing: { Things: [{ Name: 'a' }] } });
    await valueOf(readsOf(first, 'us-east-1'));
    expect(ledger.lines).toMatchObject([{ regional: true }]);
    await valueOf(readsOf(second, 'global'));
    expect(ledger.lines).toMatchObject([{ regional: false }]);
  });

  it('is not kept where each asks for a part of its own', async () => {
    const ListParts = things('ListParts', { inParts: true });
    const asker = (id: string): Asker => ({ id, calls: [ListParts] });
    const askers = [asker('s3.one'), asker('s3.other')];
    const { readsOf } = shared({ ListParts: { Ready: true } }, askers);
    const [one, other] = askers.map((who) => readsOf(who));
    await one?.get(ListParts, { Of: 'one' }, () => 0);
    await other?.get(ListParts, { Of: 'other' }, () => 0);
    await expect(other?.get(ListParts, { Of: 'one' }, () => 0)).rejects.toThrow('let go');
  });

  it('is kept until the last that may ask has ended or asked, and no longer', async () => {
    const { caller, readsOf } = shared({ GetThing: { Things: [{ Name: 'a' }] } }, [
      first,
      second,
      third,
    ]);
    await valueOf(readsOf(first));
    caller.ended(first);
    expect(await valueOf(readsOf(second))).toMatchObject({ value: 'a' });
    caller.ended(third);
    await expect(valueOf(readsOf(second))).rejects.toThrow('let go');
  });
});
