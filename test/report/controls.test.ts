/** What findings say of controls: the function alone, over counts that are made up. */
import { describe, expect, it } from 'vitest';
import { linksOf } from '../../src/frameworks/index.ts';
import {
  equal,
  equalWith,
  intersectsWith,
  subsetOf,
  supersetOf,
} from '../../src/frameworks/relation.ts';
import type { Outcome } from '../../src/judge/terms.ts';
import type { Parameter } from '../../src/judge/parameter.ts';
import { controlLines } from '../../src/report/controls.ts';

type Controls = Parameters<typeof linksOf>[0];
type Counts = Readonly<Partial<Record<Outcome, number>>>;

interface Said {
  readonly controls: Controls;
  readonly counts: Counts;
  readonly params?: Readonly<Record<string, Parameter>>;
  readonly values?: Readonly<Record<string, Parameter>>;
}

const whole = { partition: 'aws', isNarrowed: false } as const;
const nothingJudged = { ...whole, checks: [], params: {}, byCheck: new Map() } as const;

/** The line of one control, for checks that said this. */
function lineOf(
  control: string,
  said: Readonly<Record<string, Said>>,
  short: ReadonlySet<string> = new Set(),
) {
  const entries = Object.entries(said);
  const lines = controlLines({
    ...whole,
    checks: entries.map(([id, { controls, params = {} }]) => {
      return { id, params, links: linksOf(controls) };
    }),
    params: Object.fromEntries(entries.map(([id, { values = {} }]) => [id, values])),
    byCheck: new Map(entries.map(([id, { counts }]) => [id, { counts }])),
    short,
  });
  return lines.find((line) => line.control === control);
}

const ofS35 = (claim: NonNullable<NonNullable<Controls['aws-fsbp']>['S3.5']>): Controls => ({
  'aws-fsbp': { 'S3.5': claim },
});

describe('F24: a finding counts for a control as far as the check asks for what the control asks', () => {
  const passes: Counts = { pass: 3, 'not-applicable': 1 };
  const fails: Counts = { pass: 3, fail: 1 };

  it.each([
    ['equal', equal, 'pass', 'fail'],
    ['subset-of', subsetOf('a part'), 'supports', 'fail'],
    ['superset-of', supersetOf('more'), 'pass', 'supports'],
    ['intersects-with', intersectsWith('other things'), 'supports', 'supports'],
  ] as const)('%s', (relation, claim, whenPassed, whenFailed) => {
    const controls = ofS35(claim);
    expect(lineOf('S3.5', { a: { controls, counts: passes } })).toEqual({
      framework: 'aws-fsbp',
      control: 'S3.5',
      title: 'S3 buckets require TLS',
      standing: whenPassed,
      ...(whenPassed === 'pass'
        ? { state: 'met' }
        : { state: 'partly-read', reason: expect.any(String) }),
      checks: [{ check: 'a', relation }],
    });
    expect(lineOf('S3.5', { a: { controls, counts: fails } })?.standing).toBe(whenFailed);
  });

  it.each([
    ['what could not be read', { pass: 3, unknown: 1 }, 'unknown'],
    ['what a person must say', { pass: 3, manual: 1 }, 'manual'],
    ['what there is nothing of', { 'not-applicable': 1 }, 'not-applicable'],
    ['what AWS manages', { 'out-of-scope': 2 }, 'not-assessed'],
    ['what no finding is of', {}, 'not-assessed'],
    ['a fail, whatever else was not read', { fail: 1, unknown: 5 }, 'fail'],
  ] as const)('is never a pass for %s', (_, counts, standing) => {
    expect(lineOf('S3.5', { a: { controls: ofS35(equal), counts } })?.standing).toBe(standing);
  });

  it('is unknown, and supports nothing, where only a part was asked for and not read', () => {
    const controls = ofS35(subsetOf('a part'));
    expect(lineOf('S3.5', { a: { controls, counts: { unknown: 1 } } })?.standing).toBe('unknown');
  });

  it('passes by one whole check though another, of a part, could not be read', () => {
    const whole = { controls: ofS35(supersetOf('more')), counts: passes };
    const part = { controls: ofS35(subsetOf('a part')), counts: { unknown: 1 } };
    expect(lineOf('S3.5', { whole, part })?.standing).toBe('pass');
    const failing = { ...part, counts: fails };
    expect(lineOf('S3.5', { whole, part: failing })?.standing).toBe('fail');
  });
});

describe('F19 a control whose check lacks a Region that was lost as a whole', () => {
  const short = new Set(['a']);
  const standing = (counts: Counts, controls = ofS35(equal)) =>
    lineOf('S3.5', { a: { controls, counts } }, short)?.standing;

  it('is unknown where the check passes everywhere else, or has nothing to judge there', () => {
    expect(standing({ pass: 3 })).toBe('unknown');
    expect(standing({ 'not-applicable': 1 })).toBe('unknown');
    expect(standing({})).toBe('unknown');
  });

  it('fails by a failure elsewhere, and is supported by a part', () => {
    expect(standing({ pass: 3, fail: 1 })).toBe('fail');
    expect(standing({ pass: 3 }, ofS35(subsetOf('a part')))).toBe('supports');
  });

  it('passes by another check of all of it that lacks none', () => {
    const controls = ofS35(equal);
    const both = {
      a: { controls, counts: { pass: 3 } },
      b: { controls, counts: { pass: 1 } },
    };
    expect(lineOf('S3.5', both, short)?.standing).toBe('pass');
  });
});

describe('several checks that together ask for all of a control', () => {
  const part: Controls = { 'cis-aws-6.0': { '3.2.1': subsetOf('some databases') } };
  const said = (cluster: Counts, instance: Counts) =>
    lineOf('3.2.1', {
      'rds-cluster-encrypted': { controls: part, counts: cluster },
      'rds-instance-encrypted': { controls: part, counts: instance },
    })?.standing;

  it('pass it where all pass, and where some have nothing to judge', () => {
    expect(said({ pass: 1 }, { pass: 2 })).toBe('pass');
    expect(said({ pass: 1 }, { 'not-applicable': 1 })).toBe('pass');
    expect(said({ 'not-applicable': 1 }, { 'not-applicable': 1 })).toBe('not-applicable');
  });

  it('do not pass it where one fails or was not read', () => {
    expect(said({ pass: 1 }, { fail: 1 })).toBe('fail');
    expect(said({ pass: 1 }, { unknown: 1 })).toBe('unknown');
  });

  it('do not pass it where one of them was not in the scan', () => {
    const alone = { 'rds-cluster-encrypted': { controls: part, counts: { pass: 1 } } };
    expect(lineOf('3.2.1', alone)?.standing).toBe('supports');
  });

  it('only support it where a fail may be of what it does not ask for', () => {
    const both: Controls = {
      'aws-security-hub': { 'EC2.13': intersectsWith('one family, two ports') },
    };
    const of = (ipv4: Counts) =>
      lineOf('EC2.13', {
        'ec2-sg-no-admin-ports-open-ipv4': { controls: both, counts: ipv4 },
        'ec2-sg-no-admin-ports-open-ipv6': { controls: both, counts: { pass: 1 } },
      })?.standing;
    expect(of({ pass: 1 })).toBe('pass');
    expect(of({ fail: 1 })).toBe('supports');
  });
});

describe('the values that a check was judged with', () => {
  const controls: Controls = {
    'aws-fsbp': { 'IAM.8': equalWith({ days: 90 }, supersetOf('90 are allowed')) },
    'aws-security-hub': { 'IAM.22': equal },
  };
  const said = (control: string, counts: Counts, values: Readonly<Record<string, Parameter>>) =>
    lineOf(control, { a: { controls, counts, params: { days: 45 }, values } })?.standing;

  it('as they are by default: a fail of 45 days is none of a control of 90', () => {
    expect(said('IAM.8', { fail: 1 }, {})).toBe('supports');
    expect(said('IAM.8', { pass: 1 }, {})).toBe('pass');
    expect(said('IAM.22', { fail: 1 }, {})).toBe('fail');
  });

  it("the control's own: then both count, and no longer for what asks for 45", () => {
    expect(said('IAM.8', { fail: 1 }, { days: 90 })).toBe('fail');
    expect(said('IAM.22', { pass: 1 }, { days: 90 })).toBe('supports');
  });

  it("the user's: a pass by values of one's own is a pass of no control", () => {
    expect(said('IAM.8', { pass: 1 }, { days: 400 })).toBe('supports');
    expect(said('IAM.22', { pass: 1 }, { days: 400 })).toBe('supports');
  });
});

describe('the list', () => {
  it('has every control of a chosen framework whose catalogue is whole, also those that no check serves', () => {
    const lines = controlLines({ ...nothingJudged, frameworks: ['cis-aws-7.0', 'aws-fsbp'] });
    expect(lines.filter(({ framework }) => framework === 'cis-aws-7.0')).toHaveLength(70);
    expect(lines.filter(({ framework }) => framework === 'aws-fsbp')).toHaveLength(376);
    expect(new Set(lines.map(({ standing }) => standing))).toEqual(new Set(['not-assessed']));
  });

  it('has no control that no check serves where no framework was chosen', () => {
    expect(controlLines(nothingJudged)).toEqual([]);
  });

  it('has the frameworks that were chosen, since others were asked about in part', () => {
    const lines = controlLines({ ...nothingJudged, frameworks: ['cis-aws-6.0'] });
    expect(new Set(lines.map(({ framework }) => framework))).toEqual(new Set(['cis-aws-6.0']));
  });
});

describe('the state of a control', () => {
  const stateOfLine = (control: string, said: Readonly<Record<string, Said>>) => {
    const { state, noCheck } = lineOf(control, said) ?? {};
    return noCheck === undefined ? state : `${state}: ${noCheck}`;
  };

  it.each([
    ['a pass of all of it', equal, { pass: 1 }, 'met'],
    ['a fail', equal, { fail: 1, pass: 4 }, 'not-met'],
    ['a pass of a part', subsetOf('a part'), { pass: 1 }, 'partly-read'],
    ['what could not be read', equal, { unknown: 1 }, 'partly-read'],
    ['what a person must say', equal, { manual: 1 }, 'to-attest'],
    ['nothing that it is about', equal, { 'not-applicable': 1 }, 'no-check: nothing-found'],
    ['no finding at all', equal, {}, 'no-check: nothing-found'],
  ] as const)('of %s', (_, claim, counts, state) => {
    expect(stateOfLine('S3.5', { a: { controls: ofS35(claim), counts } })).toBe(state);
  });

  const unserved = (framework: string, control: string, isNarrowed = false) => {
    const lines = controlLines({ ...nothingJudged, isNarrowed, frameworks: [framework] });
    return lines.find((line) => line.control === control);
  };

  it.each([
    ['nist-800-53-r5', 'PE-3(1)', 'aws', undefined],
    ['nist-800-53-r5', 'PE-1', 'no-check', 'procedural'],
    ['nist-800-53-r5', 'AC-2', 'no-check', 'not-built'],
    ['nist-800-53-r5', 'AC-20', 'no-check', 'procedural'],
    ['nist-800-53-r5', 'CP-9(1)', 'to-attest', undefined],
    ['pci-dss-4.0.1', '5.3.1', 'no-check', 'not-readable'],
    ['iso-27001-2022', 'A.7.9', 'no-check', 'procedural'],
    ['iso-27001-2022', 'A.7.10', 'aws', undefined],
    ['iso-27001-2022', 'A.8.15', 'no-check', 'not-built'],
  ] as const)('of %s %s, which no check serves', (framework, control, state, noCheck) => {
    expect(unserved(framework, control)).toMatchObject({ state });
    expect(unserved(framework, control)?.noCheck).toBe(noCheck);
  });

  it('says that checks were left out, where they may bear upon it, and nowhere else', () => {
    expect(unserved('aws-fsbp', 'S3.5', true)?.noCheck).toBe('left-out');
    expect(unserved('nist-800-53-r5', 'PE-1', true)?.noCheck).toBe('procedural');
  });

  it('names the reports of the partition', () => {
    const framework = { ...nothingJudged, frameworks: ['soc-2-2017'] } as const;
    const reasons = controlLines({ ...framework, partition: 'aws-cn' }).map(({ reason }) => reason);
    expect(reasons.join('\n')).toContain('the China console');
  });
});
