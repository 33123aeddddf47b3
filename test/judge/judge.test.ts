import { describe, expect, it } from 'vitest';
import type { Collector, Gathered, Resource } from '../../src/collect/collector.ts';
import { defineCollector } from '../../src/collect/collector.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import type { Judgement, World } from '../../src/judge/judgement.ts';
import { fail, pass, type Verdict } from '../../src/judge/verdict.ts';
import { any } from '../../src/observe/logic.ts';
import {
  CannotTell,
  type Cause,
  type Listing,
  Observed,
  type Read,
  type Source,
} from '../../src/observe/observed.ts';
import type { OwnFault } from '../../src/observe/own-fault.ts';

function call(name: string): Source {
  return { id: name, service: 's3', operation: name, region: 'eu-west-1', regional: true };
}

function cause(reason: Cause['reason'], name: string): Cause {
  return { reason, detail: `${name} ${reason}`, source: call(name) };
}

function thing(name: string, page: string, more: Partial<Resource> = {}): Resource {
  const arn = `arn:aws:s3:::${name}`;
  return { arn, type: 'AWS::S3::Thing', name, region: 'eu-west-1', listed: [call(page)], ...more };
}

function listing(items: readonly Resource[], ...gaps: readonly Cause[]): Listing<Resource> {
  return { items, gaps, sources: [call('page 1'), call('page 2')] };
}

const things: Collector<Listing<Resource>> = defineCollector({
  id: 's3.things',
  service: 's3',
  scope: 'regional',
  calls: [],
  gather: () => listing([]),
});

const policy = Observed.known('closed', call('GetPolicy'));
const policies: Collector<Observed<string>> = defineCollector({
  id: 's3.policies',
  service: 's3',
  scope: 'regional',
  calls: [],
  gather: () => policy,
});

interface Found {
  readonly lists: Readonly<Record<string, Listing<Resource> | readonly Cause[]>>;
  readonly policies?: readonly Cause[];
  readonly gone?: ReadonlyMap<string, Cause>;
}

function gatheredOf(found: Found, asked: string[]): Gathered {
  return {
    get: (collector, region) => {
      asked.push(collector.id);
      const list = collector.id === 's3.things' ? found.lists[region] : (found.policies ?? policy);
      if (list === undefined) throw new Error(`nothing of ${region}`);
      if (isCauses(list)) throw new CannotTell(list);
      if (!isOf(collector, list)) throw new Error('another collector');
      return list;
    },
    everyRegion: () => new Map(),
    allRegions: Observed.known(true),
    leftOut: () => new Map(),
    gone: (arn) => found.gone?.get(arn),
  };
}

function isCauses(list: object): list is readonly Cause[] {
  return Array.isArray(list);
}

/** Lists are what things give, and the policy is what policies give. */
function isOf<T>(collector: Collector<T>, value: unknown): value is T {
  return collector.id.startsWith('s3.') && typeof value === 'object';
}

function judgementsOf(
  found: Found,
  evaluate: (
    thing: Resource,
    context: { readonly read: Read; readonly policy: Observed<string> },
  ) => Verdict,
) {
  const faults: OwnFault[] = [];
  const asked: string[] = [];
  const spoilt: (readonly string[])[] = [];
  const check = defineCheck({
    id: 's3-thing-good',
    title: 'Things are good',
    severity: 'high',
    responsibility: 's3.identity-and-access',
    controls: {},
    why: 'Because',
    fix: 'Mend it',
    link: 'https://docs.aws.amazon.com/',
    evaluates: things,
    needs: { policy: policies },
    evaluate,
  });
  const world: World = {
    gathered: gatheredOf(found, asked),
    now: new Date('2026-11-22T12:00:00Z'),
    account: '111122223333',
    partition: 'aws',
    regions: Object.keys(found.lists),
    params: {},
    fault: (fault) => faults.push(fault),
    spoil: (...told) => spoilt.push(told),
  };
  return { judgements: check.judge(world), faults, asked, spoilt };
}

function brief({ outcome, region, resource, reasons, sources }: Judgement) {
  const names = sources.map(({ id }) => id);
  return [outcome, region, resource?.name, reasons.join('; '), [...new Set(names)].join(', ')];
}

const briefOf = (...all: Parameters<typeof judgementsOf>) =>
  [...judgementsOf(...all).judgements].map(brief);

const fine = () => pass('fine');

describe('an answer that lacks something', () => {
  const lacks: Cause = { ...cause('failed', 'ListThings'), spoilt: true };
  const lists = { 'eu-west-1': listing([thing('a', 'page 1')]) };
  const spoiltBy = (...all: Parameters<typeof judgementsOf>) => {
    const { judgements, spoilt } = judgementsOf(...all);
    return { outcomes: [...judgements].map(({ outcome }) => outcome), spoilt };
  };

  it('F3 is no gap where no verdict needs what it lacks', () => {
    const settled = any(
      () => {
        throw new CannotTell([lacks]);
      },
      () => true,
    );
    expect(spoiltBy({ lists }, () => (settled ? pass('fine') : fail('bad')))).toEqual({
      outcomes: ['pass'],
      spoilt: [],
    });
  });

  it('F3 is a gap of the check that cannot tell without it', () => {
    const told = spoiltBy({ lists }, () => {
      throw new CannotTell([lacks, cause('denied', 'GetAcl')]);
    });
    expect(told.outcomes).toEqual(['unknown']);
    expect(told.spoilt).toEqual([[lacks.source.id, lacks.detail, 's3-thing-good']]);
  });

  it('is a gap where it keeps the list from being whole', () => {
    const short = { 'eu-west-1': listing([], lacks) };
    expect(spoiltBy({ lists: short }, fine).spoilt).toHaveLength(1);
  });
});

describe('a judgement rests on', () => {
  it('the pages that showed its resource and what was read for it, and on no other page', () => {
    const lists = { 'eu-west-1': listing([thing('a', 'page 1'), thing('b', 'page 2')]) };
    const found = briefOf({ lists }, ({ name }, { read, policy: given }) =>
      name === 'a' ? pass('fine') : fail(read(given)),
    );
    expect(found).toEqual([
      ['pass', 'eu-west-1', 'a', 'fine', 'page 1'],
      ['fail', 'eu-west-1', 'b', 'closed', 'page 2, GetPolicy'],
    ]);
  });

  it('the whole list where the resource does not say which page showed it', () => {
    const { listed: _listed, ...bare } = thing('a', 'page 1');
    expect(briefOf({ lists: { 'eu-west-1': listing([bare]) } }, fine)).toEqual([
      ['pass', 'eu-west-1', 'a', 'fine', 'page 1, page 2'],
    ]);
  });

  it('the calls that could not be read, where it is unknown', () => {
    const lists = { 'eu-west-1': listing([thing('a', 'page 1')]) };
    const found = briefOf({ lists }, (_thing, { read, policy: given }) => {
      read(given);
      throw new CannotTell([cause('denied', 'GetAcl'), cause('denied', 'GetAcl')]);
    });
    const words = 's3:GetAcl in eu-west-1: GetAcl denied';
    expect(found).toEqual([['unknown', 'eu-west-1', 'a', words, 'page 1, GetPolicy, GetAcl']]);
  });

  it("the pages of a resource that is not the customer's", () => {
    const managed = { by: 'aws' as const, reason: 'AWS made it' };
    const lists = { 'eu-west-1': listing([thing('a', 'page 2', { managed })]) };
    expect(briefOf({ lists }, () => fail('never asked'))).toEqual([
      ['out-of-scope', 'eu-west-1', 'a', 'AWS made it', 'page 2'],
    ]);
  });
});

describe('a resource that was deleted meanwhile (F14)', () => {
  const gone = new Map([['arn:aws:s3:::a', cause('gone', 'GetPolicy')]]);

  it('is not judged, whatever was read of it before; its neighbours are', () => {
    const lists = { 'eu-west-1': listing([thing('a', 'page 1'), thing('b', 'page 1')]) };
    expect(briefOf({ lists, gone }, () => fail('bad'))).toEqual([
      [
        'not-applicable',
        'eu-west-1',
        'a',
        'it was deleted while the scan ran: s3:GetPolicy in eu-west-1: GetPolicy gone',
        'page 1, GetPolicy',
      ],
      ['fail', 'eu-west-1', 'b', 'bad', 'page 1'],
    ]);
  });

  it('stays out of scope where another account manages it, and may hide it', () => {
    const managed = { by: 'organization' as const, reason: 'theirs' };
    const lists = { 'eu-west-1': listing([thing('a', 'page 1', { managed })]) };
    expect(briefOf({ lists, gone }, fine)).toEqual([
      ['out-of-scope', 'eu-west-1', 'a', 'theirs', 'page 1'],
    ]);
  });
});

describe('a list', () => {
  it('that is empty everywhere is one judgement, which rests on every Region', () => {
    const lists = {
      'eu-west-1': listing([]),
      'us-east-1': { ...listing([]), sources: [call('us')] },
    };
    expect(briefOf({ lists }, fine)).toEqual([
      [
        'not-applicable',
        'global',
        undefined,
        'there is nothing of this kind in the regions that were read',
        'page 1, page 2, us',
      ],
    ]);
  });

  it('that is empty in one Region says nothing there', () => {
    const lists = { 'eu-west-1': listing([]), 'us-east-1': listing([thing('a', 'page 1')]) };
    expect(briefOf({ lists }, fine).map(([outcome]) => outcome)).toEqual(['pass']);
  });

  it('with gaps is one unknown beside what it shows', () => {
    const lists = { 'eu-west-1': listing([thing('a', 'page 1')], cause('throttled', 'page 3')) };
    expect(briefOf({ lists }, fine)).toEqual([
      ['unknown', 'eu-west-1', undefined, 's3:page 3 in eu-west-1: page 3 throttled', 'page 3'],
      ['pass', 'eu-west-1', 'a', 'fine', 'page 1'],
    ]);
  });

  it('that shows nothing and has gaps is no empty list', () => {
    const lists = { 'eu-west-1': listing([], cause('denied', 'page 1')) };
    expect(briefOf({ lists }, fine).map(([outcome]) => outcome)).toEqual(['unknown']);
  });

  it('of a collector that could not tell is one unknown', () => {
    const lists = { 'eu-west-1': [cause('denied', 'ListThings')], 'us-east-1': listing([]) };
    expect(briefOf({ lists }, fine)).toEqual([
      [
        'unknown',
        'eu-west-1',
        undefined,
        's3:ListThings in eu-west-1: ListThings denied',
        'ListThings',
      ],
    ]);
  });
});

describe('a check', () => {
  const lists = { 'eu-west-1': listing([thing('a', 'page 1'), thing('b', 'page 1')]) };

  it('gives its judgements one by one, as they are asked for', () => {
    const judged: string[] = [];
    const { judgements } = judgementsOf({ lists }, ({ name }) => {
      judged.push(name);
      return pass('fine');
    });
    const walk = judgements[Symbol.iterator]();
    expect(judged).toEqual([]);
    walk.next();
    expect(judged).toEqual(['a']);
    walk.next();
    expect(judged).toEqual(['a', 'b']);
    expect(walk.next().done).toBe(true);
  });

  it('has its needs looked up once for a Region, not for each resource', () => {
    const { judgements, asked } = judgementsOf({ lists }, (_thing, { read, policy: given }) =>
      pass(read(given)),
    );
    expect([...judgements]).toHaveLength(2);
    expect(asked).toEqual(['s3.things', 's3.policies']);
  });

  it('whose need could not be gathered cannot tell, of any resource', () => {
    const found = { lists, policies: [cause('denied', 'GetPolicy')] };
    expect(briefOf(found, fine).map(([outcome, , name]) => [outcome, name])).toEqual([
      ['unknown', 'a'],
      ['unknown', 'b'],
    ]);
  });

  it('keeps the severity of the verdict, and its own otherwise', () => {
    const { judgements } = judgementsOf({ lists }, ({ name }) =>
      name === 'a'
        ? { ...fail('bad'), severity: { is: 'low', because: 'nothing uses it' }, latent: true }
        : { ...fail('bad'), severity: { is: 'high', because: 'it is open' } },
    );
    const all = [...judgements];
    expect(all).toMatchObject([
      { severity: 'low', regradedBecause: 'nothing uses it', latent: true },
      { severity: 'high', latent: false },
    ]);
    expect(all[1]).not.toHaveProperty('regradedBecause');
  });

  it.each([
    ['a word that is no severity', { is: 'grave', because: 'it is open' }],
    ['no reason', { is: 'low' }],
    ['a severity without a form', 'low'],
  ])('is at fault where a plain JavaScript check regrades with %s', (_, severity) => {
    const verdict: Verdict = fail('bad');
    Reflect.set(verdict, 'severity', severity);
    const { judgements, faults } = judgementsOf({ lists }, () => verdict);
    expect([...judgements].map(({ outcome, severity: of }) => [outcome, of])).toEqual([
      ['unknown', 'high'],
      ['unknown', 'high'],
    ]);
    expect(faults).toHaveLength(2);
  });

  it('has its own severity and nothing latent where there is no verdict', () => {
    const managed = { by: 'aws' as const, reason: 'AWS made it' };
    const all = [
      thing('a', 'page 1'),
      thing('b', 'page 1'),
      thing('c', 'page 1'),
      thing('d', 'page 1', { managed }),
    ];
    const found = {
      lists: { 'eu-west-1': listing(all, cause('denied', 'page 2')) },
      gone: new Map([['arn:aws:s3:::c', cause('gone', 'GetPolicy')]]),
    };
    const { judgements } = judgementsOf(found, ({ name }) => {
      if (name === 'a') throw new TypeError('x is undefined');
      throw new CannotTell([cause('denied', 'GetAcl')]);
    });
    const seen = [...judgements].map(({ outcome, severity, latent }) => [
      outcome,
      severity,
      latent,
    ]);
    expect(seen).toEqual([
      ['unknown', 'high', false],
      ['unknown', 'high', false],
      ['unknown', 'high', false],
      ['not-applicable', 'high', false],
      ['out-of-scope', 'high', false],
    ]);
  });

  it("that breaks is a fault of ours, told with the resource's Region (F66)", () => {
    const { judgements, faults } = judgementsOf({ lists }, ({ name }, { read, policy: given }) => {
      read(given);
      if (name === 'b') throw new TypeError('x is undefined');
      return pass('fine');
    });
    const detail = 'the check itself failed: x is undefined';
    expect([...judgements].map(brief)).toEqual([
      ['pass', 'eu-west-1', 'a', 'fine', 'page 1, GetPolicy'],
      ['unknown', 'eu-west-1', 'b', detail, 'page 1, GetPolicy'],
    ]);
    expect(faults).toEqual([
      { in: 'check', id: 's3-thing-good', service: 's3', region: 'eu-west-1', detail },
    ]);
  });
});
