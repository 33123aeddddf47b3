import { describe, expect, it } from 'vitest';
import { createCaller } from '../../src/aws/caller.ts';
import { createLedger } from '../../src/aws/evidence/ledger.ts';
import { Observed } from '../../src/observe/observed.ts';
import { failing, type Script, scripted, things } from '../support/fake-aws.ts';

const ListThings = things('ListThings', { absent: ['NoSuchThings'] });
const GetThing = things('GetThing', { absent: ['NoSuchThing'] });
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
    const { items, gaps, transport, ledger } = await names({
      ListThings: { Things: [{ Name: 'a' }], NextToken: 'again' },
    });
    expect(items).toEqual(['a', 'a']);
    expect(gaps).toMatchObject([{ detail: 'the service repeats its page token' }]);
    expect(transport.asked).toHaveLength(2);
    expect(ledger.lines.at(-1)).toMatchObject({ status: 'ok', spoilt: expect.any(String) });
  });

  it('takes an answer without its list for no empty list', async () => {
    const { items, gaps, ledger } = await names({ ListThings: {} });
    expect(items).toEqual([]);
    expect(gaps).toMatchObject([{ reason: 'failed', detail: 'the answer lacks Things' }]);
    expect(ledger.lines).toMatchObject([{ spoilt: 'the answer lacks Things' }]);
  });

  it('leaves out an item that lacks what AWS always sends, and keeps the others', async () => {
    const { items, gaps } = await names({ ListThings: { Things: [{}, { Name: 'b' }] } });
    expect(items).toEqual(['b']);
    expect(gaps).toMatchObject([{ detail: 'the answer lacks Name' }]);
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

  it('counts a declared code as lost where nobody asked for it', async () => {
    const { known, ledger } = await first({ GetThing: failing('NoSuchThing') });
    expect(known).toBe(false);
    expect(ledger.lines).toMatchObject([{ spoilt: expect.stringContaining('NoSuchThing') }]);
  });

  it('cannot use an answer that makes no sense', async () => {
    const { ledger, ...state } = await first({ GetThing: { Things: [] } });
    expect(state).toMatchObject({ known: false, causes: [{ detail: 'no things' }] });
    expect(ledger.lines).toMatchObject([{ spoilt: 'no things' }]);
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

  it('asks for what has no Region in the home Region', async () => {
    const { aws, transport } = ask({ GetThing: {} }, 'global');
    await aws.get(GetThing, {}, () => 0);
    expect(transport.asked).toEqual(['s3:GetThing@us-east-1']);
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
    const { state, ledger } = await ready({ GetThing: { Ready: false } });
    expect(state).toMatchObject({ known: false, causes: [{ reason: 'failed' }] });
    expect(ledger.lines).toMatchObject([{ spoilt: 'the answer was not ready in time' }]);
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
    await expect(aws.list(Undeclared, {}, 'Things', () => 0)).rejects.toThrow('without declaring');
    expect(transport.asked).toEqual([]);
  });

  it('refuses the same call twice, whoever asks', async () => {
    const { aws, caller, who, transport } = ask({ GetThing: {} });
    await aws.get(GetThing, { Of: 'a' }, () => 0);
    await aws.get(GetThing, { Of: 'b' }, () => 0);
    const other = caller.readsFor({ ...who, id: 's3.others' }, 'eu-west-1');
    await expect(other.get(GetThing, { Of: 'a' }, () => 0)).rejects.toThrow('was sent before');
    expect(transport.asked).toHaveLength(2);
  });
});
