import { describe, expect, it } from 'vitest';
import { checks } from '../../checks/index.ts';
import type { Check } from '../../src/judge/check.ts';
import type { Parameter } from '../../src/judge/parameter.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { pass } from '../../src/judge/verdict.ts';
import { defineCollector } from '../../src/collect/collector.ts';
import type { Controls } from '../../src/frameworks/index.ts';
import { equal } from '../../src/frameworks/relation.ts';
import { UserError } from '../../src/text/user-error.ts';
import type { Severity } from '../../src/judge/terms.ts';
import { parseSettings, select } from '../../src/plan/selection.ts';
import { everything, type Selection } from '../../src/plan/asked.ts';

const nothing = defineCollector({
  id: 's3.nothing',
  service: 's3',
  scope: 'global',
  calls: [],
  gather: () => ({ items: [], gaps: [], sources: [] }),
});

function check(
  id: string,
  severity: Severity,
  controls: Controls<never>,
  params: Readonly<Record<string, Parameter>> = {},
): Check {
  const service = id.startsWith('s3') ? 's3' : 'iam';
  const words = { title: 'T', why: 'W', fix: 'F', link: 'https://docs.aws.amazon.com/' };
  return defineCheck({
    ...words,
    id,
    severity,
    responsibility: `${service}.identity-and-access`,
    controls,
    evaluates: nothing,
    params,
    evaluate: () => pass('fine'),
  });
}

const all = [
  check(
    'iam-access-key-rotated',
    'medium',
    { 'cis-aws-6.0': { '2.13': equal } },
    { maxAgeDays: 90 },
  ),
  check('iam-root-mfa', 'critical', { 'cis-aws-6.0': { '2.4': equal } }),
  check(
    's3-bucket-not-public',
    'critical',
    { 'aws-fsbp': { 'S3.2': equal } },
    {
      accounts: [],
      strict: false,
    },
  ),
];

function chosen(selection: Partial<Selection>): readonly string[] {
  return select(all, { ...everything, ...selection }).checks.map(({ id }) => id);
}

describe('the selection', () => {
  it('is everything unless something was chosen', () => {
    expect(chosen({})).toHaveLength(3);
  });

  it('takes what meets every criterion', () => {
    expect(chosen({ services: ['iam'], severity: 'high' })).toEqual(['iam-root-mfa']);
    expect(chosen({ severity: 'CRITICAL' })).toEqual(['iam-root-mfa', 's3-bucket-not-public']);
    expect(chosen({ frameworks: ['cis-aws-6.0'] })).toEqual([
      'iam-access-key-rotated',
      'iam-root-mfa',
    ]);
    expect(chosen({ checks: ['s3-bucket-not-public', 'iam-root-mfa'] })).toHaveLength(2);
  });

  it.each<[string, Partial<Selection>, string]>([
    ['check', { checks: ['s3-bucket-not-publik'] }, 'Did you mean s3-bucket-not-public?'],
    ['part of a check', { checks: ['root-mfa'] }, 'Did you mean iam-root-mfa?'],
    ['check unlike any', { checks: ['zzz'] }, 'See "srm-scan checks".'],
    ['empty check', { checks: [''] }, 'unknown check ""'],
    ['service', { services: ['s33'] }, 'Did you mean s3?'],
    ['service unlike any', { services: ['dynamodb'] }, 'Known: iam, s3.'],
    ['severity', { severity: 'hihg' }, 'Did you mean high?'],
    ['framework', { frameworks: ['ciss'] }, 'Did you mean'],
    ['framework unlike any', { frameworks: ['zzzzzz'] }, 'Known: '],
  ])('refuses an unknown %s, and says what was meant', (_, selection, hint) => {
    expect(() => chosen(selection)).toThrow(UserError);
    expect(() => chosen(selection)).toThrow(hint);
  });

  it('F53: leaves out what is excluded, whatever else was chosen', () => {
    expect(chosen({ excludeServices: ['s3'] })).toEqual(['iam-access-key-rotated', 'iam-root-mfa']);
    expect(chosen({ excludeChecks: ['iam-root-mfa'] })).not.toContain('iam-root-mfa');
    const both: Partial<Selection> = { services: ['iam'], excludeChecks: ['iam-root-mfa'] };
    expect(chosen(both)).toEqual(['iam-access-key-rotated']);
  });

  it.each<[string, Partial<Selection>, string]>([
    ['check', { excludeChecks: ['s3-bucket-not-publik'] }, 'Did you mean s3-bucket-not-public?'],
    ['service', { excludeServices: ['s33'] }, 'Did you mean s3?'],
  ])('F53: refuses an unknown %s that is to be left out', (_, selection, hint) => {
    expect(() => chosen(selection)).toThrow(hint);
  });

  it('F74: refuses a name that is both chosen and left out', () => {
    const name = ['iam-root-mfa'];
    expect(() => chosen({ checks: name, excludeChecks: name })).toThrow('both chosen and excluded');
    const service = ['iam'];
    expect(() => chosen({ services: service, excludeServices: service })).toThrow('both chosen');
  });

  it('refuses criteria that no check meets together', () => {
    expect(() => chosen({ services: ['s3'], frameworks: ['cis-aws-6.0'] })).toThrow(
      'no check meets',
    );
  });
});

describe('settings', () => {
  it('of a list that has a default name something: a check that asks for nothing judges nothing', () => {
    const listing = [check('s3-ports', 'low', {}, { ports: ['22', '3389'] })];
    for (const empty of ['', ' , ']) {
      expect(() => parseSettings(listing, [`s3-ports.ports=${empty}`])).toThrow(
        'such as 22,3389; to leave the check out use --exclude-check',
      );
    }
    expect(parseSettings(all, ['s3-bucket-not-public.accounts='])).toEqual({
      's3-bucket-not-public': { accounts: [] },
    });
  });

  it.each([
    ['ec2-sg-only-authorized-ports-open.udpPorts=53,x', '"x" is not a port or a range of ports'],
    ['ec2-sg-only-authorized-ports-open.tcpPorts=90-80', '"90-80" is not a port or a range'],
    ['s3-bucket-in-approved-region.approvedRegions=Frankfurt', '"Frankfurt" is not a Region'],
    ['s3-bucket-policy-no-external-control.trustedAccounts=1234', '"1234" is not the id of an'],
    ['vpc-block-public-access.modes=block', '"block" is not one of block-bidirectional, block'],
    ['rds-custom-admin-username.names=Admin', '"Admin" is not a name in small letters'],
    ['config-recorder-enabled.mayExclude=EC2', '"EC2" is not a type of resource'],
  ])('of an item that cannot be meant are refused: %s', (setting, words) => {
    expect(() => parseSettings(checks, [setting])).toThrow(words);
  });

  it('are read as the kind of the parameter', () => {
    expect(
      parseSettings(all, [
        'iam-access-key-rotated.maxAgeDays=60',
        's3-bucket-not-public.accounts=111122223333, 444455556666',
        's3-bucket-not-public.strict=true',
      ]),
    ).toEqual({
      'iam-access-key-rotated': { maxAgeDays: 60 },
      's3-bucket-not-public': { accounts: ['111122223333', '444455556666'], strict: true },
    });
  });

  it('of one parameter: the last counts', () => {
    const settings = [
      'iam-access-key-rotated.maxAgeDays=60',
      'iam-access-key-rotated.maxAgeDays=30',
    ];
    expect(parseSettings(all, settings)).toEqual({ 'iam-access-key-rotated': { maxAgeDays: 30 } });
  });

  it('F74: of a check that was not chosen are refused', () => {
    const settings = ['iam-access-key-rotated.maxAgeDays=60'];
    const others = all.filter(({ service }) => service === 's3');
    expect(() => parseSettings(all, settings, others)).toThrow(
      'the selection leaves out iam-access-key-rotated',
    );
  });

  it.each([
    ['maxAgeDays=60', 'is not of the form'],
    ['iam-access-key-rotated.maxAgeDays', 'is not of the form'],
    ['iam-access-key-rotatd.maxAgeDays=60', 'Did you mean iam-access-key-rotated?'],
    ['iam-access-key-rotated.maxAgeDay=60', 'Did you mean maxAgeDays?'],
    ['iam-access-key-rotated.colour=red', 'It has: maxAgeDays.'],
    ['iam-root-mfa.maxAgeDays=60', 'It has no parameters.'],
    ['iam-access-key-rotated.toString=60', 'unknown parameter'],
    ['iam-access-key-rotated.constructor=60', 'unknown parameter'],
    ['iam-access-key-rotated.maxAgeDays=soon', 'a number of 0 or more is wanted'],
    ['iam-access-key-rotated.maxAgeDays=', 'a number of 0 or more is wanted'],
    ['iam-access-key-rotated.maxAgeDays=-1', 'a number of 0 or more is wanted'],
    ['iam-access-key-rotated.maxAgeDays=Infinity', 'a number of 0 or more is wanted'],
    ['s3-bucket-not-public.strict=yes', 'true or false is wanted'],
  ])('--set %s is refused', (setting, words) => {
    expect(() => parseSettings(all, [setting])).toThrow(UserError);
    expect(() => parseSettings(all, [setting])).toThrow(words);
  });
});
