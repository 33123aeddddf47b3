/** What a check is to the engine, and what its `evaluate` is handed. */
import { describe, expect, it } from 'vitest';
import {
  type Collector,
  defineCollector,
  type Gathered,
  type Resource,
} from '../../src/collect/collector.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import type { World } from '../../src/judge/judgement.ts';
import { fail, manual, notApplicable, pass, type Verdict } from '../../src/judge/verdict.ts';
import { type Listing, Observed, type Source } from '../../src/observe/observed.ts';
import { causeOf, listing } from '../support/observe.ts';

const account: Resource = {
  arn: 'arn:aws:iam::111122223333:root',
  type: 'AWS::::Account',
  name: '111122223333',
  region: 'global',
};

const accounts: Collector<Listing<Resource>> = defineCollector({
  id: 'iam.accounts',
  service: 'iam',
  scope: 'global',
  calls: [],
  gather: () => listing(account),
});

interface Context {
  readonly params: Readonly<Record<string, unknown>>;
  readonly now: Date;
  readonly account: string;
  readonly partition: string;
  readonly regions: readonly string[];
}

const about = {
  id: 'iam-account-good',
  title: 'The account is good',
  severity: 'high',
  responsibility: 'iam.identity-and-access',
  controls: {},
  why: 'Because',
  fix: 'Mend it',
  link: 'https://docs.aws.amazon.com/',
  evaluates: accounts,
} as const;

function worldOf(get: () => Listing<Resource>, params: World['params'] = {}): World {
  const gathered: Gathered = {
    get: (collector, region) => {
      const list: unknown = region === 'global' ? get() : undefined;
      if (!isOf(collector, list)) throw new Error(`nothing of ${collector.id} in ${region}`);
      return list;
    },
    everyRegion: () => new Map(),
    allRegions: Observed.known(true),
    leftOut: () => new Map(),
    gone: () => undefined,
  };
  return {
    gathered,
    now: new Date('2026-11-22T12:00:00Z'),
    account: '111122223333',
    partition: 'aws',
    regions: ['eu-west-1', 'us-east-1'],
    params,
    fault: ({ detail }) => {
      throw new Error(detail);
    },
    spoil: (_call, why) => {
      throw new Error(why);
    },
  };
}

/** Accounts are all that is gathered here. */
function isOf<T>(collector: Collector<T>, value: unknown): value is T {
  return collector.id === accounts.id && value !== undefined;
}

describe('a check', () => {
  it('is of the service of its responsibility; needs and parameters are none where it has none', () => {
    const check = defineCheck({ ...about, evaluate: () => pass('fine') });
    expect(check).toMatchObject({ service: 'iam', needs: {}, params: {} });
  });

  it('tells what it needs and what may be set', () => {
    const needs = { accounts };
    const params = { days: 90 };
    const check = defineCheck({ ...about, needs, params, evaluate: () => pass('fine') });
    expect(check).toMatchObject({ needs, params });
  });
});

describe('a check of what has no Region', () => {
  const judged = (
    evaluate: (resource: Resource, context: Context) => Verdict,
    world: World = worldOf(() => listing(account)),
  ) => [...defineCheck({ ...about, params: { days: 90, names: ['a'] }, evaluate }).judge(world)];

  it('is judged once, whatever the Regions of the scan', () => {
    expect(judged(() => fail('bad'))).toMatchObject([{ outcome: 'fail', region: 'global' }]);
  });

  it('is handed the place, the time, and its parameters as the user set them', () => {
    const seen: unknown[] = [];
    const look = (_resource: Resource, context: Context) => {
      const { params, now, regions, partition, account: id } = context;
      seen.push({ params, now, regions, partition, id });
      return pass('fine');
    };
    judged(look);
    judged(
      look,
      worldOf(() => listing(account), {
        'iam-account-good': { days: 30 },
        'iam-account-bad': { days: 5 },
      }),
    );
    const place = {
      now: new Date('2026-11-22T12:00:00Z'),
      regions: ['eu-west-1', 'us-east-1'],
      partition: 'aws',
      id: '111122223333',
    };
    expect(seen).toEqual([
      { params: { days: 90, names: ['a'] }, ...place },
      { params: { days: 30, names: ['a'] }, ...place },
    ]);
  });

  it('is not judged while nobody knows whose the resource is', () => {
    const judgedIf = Observed.unreadable(causeOf('denied'));
    const world = worldOf(() => listing({ ...account, judgedIf }));
    expect(judged(() => fail('never asked'), world)).toMatchObject([
      { outcome: 'unknown', reasons: ['test:SomeCall in eu-west-1: the test says denied'] },
    ]);
  });

  it('rests on the call that told whose the resource is', () => {
    const told: Source = { ...causeOf('denied').source, id: 'iam:WhoseIsIt@global' };
    const judgedIf = Observed.known('ours', told);
    const world = worldOf(() => listing({ ...account, judgedIf }));
    const [judgement] = judged(() => pass('fine'), world);
    expect(judgement).toMatchObject({ outcome: 'pass' });
    expect(judgement?.sources).toContain(told);
  });

  it('is not latent where nothing is there to be judged', () => {
    expect(
      judged(
        () => pass('fine'),
        worldOf(() => listing()),
      ),
    ).toMatchObject([
      { outcome: 'not-applicable', region: 'global', severity: 'high', latent: false },
    ]);
  });

  it('does not take a fault of the program for a list that could not be read', () => {
    const broken = worldOf(() => {
      throw new TypeError('x is undefined');
    });
    expect(() => judged(() => pass('fine'), broken)).toThrow('x is undefined');
  });
});

it.each([
  [pass, 'pass'],
  [fail, 'fail'],
  [notApplicable, 'not-applicable'],
  [manual, 'manual'],
])('a verdict keeps its outcome and every reason: %s', (say, outcome) => {
  expect(say('one', 'two')).toEqual({ outcome, reasons: ['one', 'two'] });
});
