import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Judgement } from '../../src/judge/judgement.ts';
import {
  type Outcome,
  outcomes,
  owners,
  severities,
  type Severity,
} from '../../src/judge/terms.ts';
import type { Findings } from '../../src/report/findings.ts';
import type { Finding } from '../../src/report/model.ts';
import { createFindingStore } from '../../src/report/store.ts';
import { bucket, call, judgement, saying } from '../support/judgements.ts';

const place = { account: '111122223333', partition: 'aws' };
const root = 'arn:aws:iam::111122223333:root';

/** What comes of judgements, each with the id of its check. */
function stored(
  judged: readonly (readonly [check: string, judgement: Judgement])[],
  calls: readonly string[] = [],
): Findings {
  const store = createFindingStore(place, (id) => calls.includes(id));
  for (const [id, each] of judged)
    store.add(
      saying(id, () => []),
      each,
    );
  return store.seal();
}

function read(findings: Findings): readonly Finding[] {
  return [...findings.read()];
}

function only(findings: Findings): Finding {
  const [finding, ...more] = read(findings);
  if (!finding || more.length > 0) throw new Error(`${findings.size} findings`);
  return finding;
}

/** How users were promised that findings are ordered. */
function byPromise(a: Finding, b: Finding): number {
  const compare = (x: string, y: string) => (x === y ? 0 : x < y ? -1 : 1);
  return (
    outcomes.indexOf(a.outcome) - outcomes.indexOf(b.outcome) ||
    severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
    compare(a.check, b.check) ||
    compare(a.region, b.region) ||
    compare(a.resource.arn, b.resource.arn) ||
    compare(a.id, b.id)
  );
}

const anyJudged = fc.array(
  fc
    .record({
      check: fc.constantFrom('s3-b', 's3-a', 's3-ab', 's3-c'),
      name: fc.option(fc.constantFrom('a', 'b', 'a/b', 'B', 'é'), { nil: undefined }),
      type: fc.constantFrom('AWS::S3::Bucket', 'AWS::S3::Thing'),
      region: fc.constantFrom('us-east-1', 'eu-west-1', 'global'),
      outcome: fc.constantFrom(...outcomes),
      severity: fc.constantFrom(...severities),
      latent: fc.boolean(),
    })
    .map(({ check, name, type, ...rest }) => {
      const resource = name === undefined ? undefined : bucket(name, { type });
      return [check, judgement({ ...rest, resource })] as const;
    }),
  { maxLength: 80 },
);

describe('the order of findings', () => {
  it('is by outcome, severity, check, Region, ARN and id, whatever the order of the judging', () => {
    fc.assert(
      fc.property(anyJudged, (given) => {
        const findings = read(stored(given));
        expect(findings).toEqual(findings.toSorted(byPromise));
      }),
    );
  });

  it('is by id where several resources share an ARN', () => {
    const types = Array.from({ length: 7 }, (_, number) => `AWS::S3::Thing${number}`);
    const judged = ['a', 'b', 'c'].flatMap((name) =>
      types.map((type) => ['s3-a', judgement({ resource: bucket(name, { type }) })] as const),
    );
    const findings = read(stored(judged));
    expect(findings).toHaveLength(21);
    expect(findings).toEqual(findings.toSorted(byPromise));
  });

  it('holds for the account itself and what is said of its lists, which share an ARN', () => {
    const account = bucket('x', { arn: root, type: 'AWS::::Account', region: 'global' });
    const both = [
      ['s3-a', judgement({ resource: account, region: 'global' })],
      ['s3-a', judgement({ resource: undefined, region: 'global' })],
    ] as const;
    const ids = read(stored(both)).map(({ id }) => id);
    expect(new Set(ids).size).toBe(2);
    expect(read(stored(both.toReversed())).map(({ id }) => id)).toEqual(ids);
  });
});

describe('a finding', () => {
  it('says what was judged', () => {
    const name = 'logs';
    const sources = [call('s3:Z@eu-west-1'), call('s3:A@eu-west-1'), call('s3:Z@eu-west-1')];
    const judged = judgement({
      resource: bucket(name),
      outcome: 'fail',
      severity: 'low',
      regradedBecause: 'nobody uses it',
      reasons: ['it is off', 'it is off', 'nobody looks'],
      sources,
      latent: true,
    });
    const calls = sources.map(({ id }) => id);
    expect(only(stored([['s3-a', judged]], calls))).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{24}$/),
      check: 's3-a',
      title: 'It holds',
      service: 's3',
      outcome: 'fail',
      severity: 'low',
      regraded: { from: 'high', because: 'nobody uses it' },
      owner: 'customer',
      account: '111122223333',
      region: 'eu-west-1',
      latent: true,
      resource: { arn: 'arn:aws:s3:::logs', type: 'AWS::S3::Bucket', name },
      reasons: ['it is off', 'nobody looks'],
      evidence: ['s3:A@eu-west-1', 's3:Z@eu-west-1'],
    });
    const plain = only(stored([['s3-a', judgement()]]));
    expect(plain).not.toHaveProperty('latent');
    expect(plain).not.toHaveProperty('regraded');
  });

  it('has the id that it had in every version: of account, Region, check, type and ARN', () => {
    const words = ['111122223333', 'eu-west-1', 's3-a', 'AWS::S3::Bucket', 'arn:aws:s3:::a'];
    const idOf = (named: readonly string[]) =>
      createHash('sha256').update(named.join('\n')).digest('hex').slice(0, 24);
    expect(only(stored([['s3-a', judgement()]])).id).toBe(idOf(words));
    const ofList = judgement({ resource: undefined, region: 'global' });
    expect(only(stored([['s3-a', ofList]]))).toMatchObject({
      id: idOf(['111122223333', 'global', 's3-a', 'AWS::::Account', root, 'list']),
      resource: { arn: root, type: 'AWS::::Account', name: '111122223333' },
    });
  });

  it('names no call that the report does not list', () => {
    const sources = [call('s3.things@global'), call('s3:ListThings@eu-west-1')];
    const finding = only(stored([['s3-a', judgement({ sources })]], ['s3:ListThings@eu-west-1']));
    expect(finding.evidence).toEqual(['s3:ListThings@eu-west-1']);
  });

  it('is owned by whoever manages the resource, and by the customer in every other case', () => {
    const managed = { by: 'organization' as const, reason: 'the organisation made it' };
    const resource = bucket('a', { managed });
    const ownerOf = (of: Partial<Judgement>) => only(stored([['s3-a', judgement(of)]])).owner;
    expect(ownerOf({ resource, outcome: 'out-of-scope' })).toBe('organization');
    expect(ownerOf({ resource, outcome: 'fail' })).toBe('customer');
    expect(ownerOf({ resource: undefined, outcome: 'unknown' })).toBe('customer');
  });
});

describe('F13: an item that a list shows twice', () => {
  const twice = (first: Partial<Judgement>, second: Partial<Judgement>) =>
    stored(
      [
        ['s3-a', judgement(first)],
        ['s3-a', judgement(second)],
      ],
      ['one', 'two'],
    );

  it('is one finding, and no two findings share an id', () => {
    fc.assert(
      fc.property(anyJudged, (given) => {
        const ids = read(stored(given)).map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });

  it.each([
    ['fail', 'pass'],
    ['pass', 'fail'],
    ['unknown', 'fail'],
  ] as const)('%s and %s: the failure stands, with its own reasons', (first, second) => {
    const of = (outcome: Outcome) => ({ outcome, reasons: [`it is ${outcome}`] });
    expect(only(twice(of(first), of(second)))).toMatchObject({
      outcome: 'fail',
      reasons: ['it is fail'],
    });
  });

  it('failing twice, at two severities: the graver stands', () => {
    const of = (severity: Severity) => ({ outcome: 'fail', severity }) as const;
    expect(only(twice(of('low'), of('critical'))).severity).toBe('critical');
    expect(only(twice(of('critical'), of('low'))).severity).toBe('critical');
  });

  it('with one outcome: the reasons and the calls of both', () => {
    const of = (reason: string, id: string) => ({ reasons: [reason], sources: [call(id)] });
    expect(only(twice(of('b', 'two'), of('a', 'one')))).toMatchObject({
      reasons: ['b', 'a'],
      evidence: ['one', 'two'],
    });
    expect(only(twice(of('b', 'two'), of('b', 'two')))).toMatchObject({
      reasons: ['b'],
      evidence: ['two'],
    });
  });
});

describe('many findings', () => {
  it('F13: are each known again, however many came between', () => {
    const many = Array.from({ length: 3000 }, (_, number) => {
      return ['s3-a', judgement({ resource: bucket(`bucket-${number}`) })] as const;
    });
    expect(stored([...many, ...many]).size).toBe(3000);
  });
});

describe('findings that are sealed', () => {
  const judged = ['a', 'b', 'c'].map((name) => {
    return ['s3-a', judgement({ resource: bucket(name) })] as const;
  });

  it('are read from the first each time, by several readers at once', () => {
    const findings = stored(judged);
    const first = findings.read()[Symbol.iterator]();
    const name = ({ value }: { value?: Finding }) => value?.resource.name;
    expect(name(first.next())).toBe('a');
    expect(read(findings).map(({ resource }) => resource.name)).toEqual(['a', 'b', 'c']);
    expect(name(first.next())).toBe('b');
    expect(read(findings)).toEqual(read(findings));
    expect(findings.size).toBe(3);
  });

  it('take no further one', () => {
    const store = createFindingStore(place, () => true);
    store.seal();
    expect(() =>
      store.add(
        saying('s3-a', () => []),
        judgement(),
      ),
    ).toThrow('sealed');
  });

  it('cannot be changed through a finding that was read', () => {
    const findings = stored(judged);
    const [finding] = read(findings);
    expect(Object.isFrozen(finding?.reasons)).toBe(true);
    expect(Object.isFrozen(finding?.evidence)).toBe(true);
    expect(Object.isFrozen(finding?.resource)).toBe(true);
  });

  it('may be none', () => {
    const findings = stored([]);
    expect(read(findings)).toEqual([]);
    expect(findings.summary.score).toEqual({ passed: 0, of: 0 });
    expect(findings.byCheck.size).toBe(0);
  });

  it('are as many as were judged, also where columns had to grow', () => {
    const many = Array.from({ length: 5000 }, (_, number) => {
      const reasons = [`reason ${number}`];
      return ['s3-a', judgement({ resource: bucket(`bucket-${number}`), reasons })] as const;
    });
    const findings = stored(many);
    expect(findings.size).toBe(5000);
    const wrong = read(findings).filter(
      ({ resource, reasons }) => `reason ${resource.name.slice(7)}` !== reasons[0],
    );
    expect(wrong).toEqual([]);
    expect(new Set(read(findings).map(({ id }) => id)).size).toBe(5000);
  });
});

describe('what is counted', () => {
  it('is what the findings are, each one once', () => {
    fc.assert(
      fc.property(anyJudged, (given) => {
        const findings = stored(given);
        const all = read(findings);
        const customers = all.filter(({ owner }) => owner === 'customer');
        const count = (of: readonly Finding[], is: (finding: Finding) => boolean) =>
          of.filter(is).length;
        const { summary, byCheck } = findings;
        for (const outcome of outcomes) {
          expect(summary.byOutcome[outcome]).toBe(count(all, (each) => each.outcome === outcome));
        }
        for (const owner of owners) {
          expect(summary.byOwner[owner]).toBe(count(all, (each) => each.owner === owner));
        }
        for (const severity of severities) {
          const isFailed = (f: Finding) => f.outcome === 'fail' && f.severity === severity;
          expect(summary.bySeverity[severity]).toBe(count(customers, isFailed));
        }
        const counted = ['pass', 'fail', 'unknown'];
        expect(summary.score).toEqual({
          passed: count(customers, ({ outcome }) => outcome === 'pass'),
          of: count(customers, ({ outcome }) => counted.includes(outcome)),
        });
        for (const [check, { counts, failures }] of byCheck) {
          const own = all.filter((finding) => finding.check === check);
          expect(Object.values(counts).reduce((sum, each) => sum + each, 0)).toBe(own.length);
          for (const severity of severities) {
            const isFailed = (f: Finding) => f.outcome === 'fail' && f.severity === severity;
            expect(failures[severity] ?? 0, 'F21').toBe(count(own, isFailed));
          }
        }
      }),
    );
  });

  it('assesses the service of the resource where it is another than the collector’s', () => {
    const cluster = bucket('cluster', { service: 'aurora' });
    const { assessed } = stored([
      ['s3-a', judgement({ resource: cluster, outcome: 'fail' })],
      ['s3-a', judgement()],
      ['s3-b', judgement()],
    ]);
    expect(assessed.get('aurora.identity-and-access')).toMatchObject({
      checks: ['s3-a'],
      counts: { fail: 1 },
    });
    expect(assessed.get('s3.identity-and-access')).toMatchObject({
      checks: ['s3-a', 's3-b'],
      counts: { pass: 2 },
    });
  });

  it('leaves AWS’s and the organisation’s out of the customer’s score', () => {
    const managed = { by: 'aws' as const, reason: 'AWS made it' };
    const findings = stored([
      ['s3-a', judgement({ resource: bucket('x', { managed }), outcome: 'out-of-scope' })],
      ['s3-a', judgement({ resource: bucket('y'), outcome: 'manual' })],
    ]);
    expect(findings.summary).toMatchObject({
      byOwner: { aws: 1, customer: 1, organization: 0 },
      score: { passed: 0, of: 0 },
    });
  });
});
