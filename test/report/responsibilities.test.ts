/** K11: no row may be told to be better known than it is. */
import { describe, expect, it } from 'vitest';
import { outcomes, type Outcome } from '../../src/judge/terms.ts';
import type { ResponsibilityLine } from '../../src/report/model.ts';
import { responsibilityLines } from '../../src/report/responsibilities.ts';
import { responsibilities } from '../../src/responsibilities/index.ts';

type Counts = Partial<Record<Outcome, number>>;
type InUse = 'yes' | 'no' | 'unknown';

/** The matrix where every row was found to be so. */
function linesWith(
  counts: Counts,
  checks: readonly string[] = ['a'],
): readonly ResponsibilityLine[] {
  const assessed = new Map(responsibilities.map(({ id }) => [id, { checks, counts }]));
  return responsibilityLines({ assessed, inUse: new Map() });
}

const untouched = responsibilityLines({ assessed: new Map(), inUse: new Map() });

function statuses(lines: readonly ResponsibilityLine[]): readonly string[] {
  return [...new Set(lines.map(({ status, note }) => `${status}: ${note}`))].toSorted();
}

const isAws = ({ owner }: ResponsibilityLine) => owner === 'aws';
const isAttested = (line: ResponsibilityLine) => !isAws(line) && line.attestation !== undefined;
const isPlain = (line: ResponsibilityLine) => !isAws(line) && line.attestation === undefined;

describe('a row of the matrix', () => {
  it('is there whatever was found, in the order of the matrix', () => {
    expect(untouched.map(({ id }) => id)).toEqual(responsibilities.map(({ id }) => id));
    expect(untouched.filter(isAws).length).toBeGreaterThan(0);
    expect(untouched.filter(isAttested).length).toBeGreaterThan(0);
    expect(untouched.filter(isPlain).length).toBeGreaterThan(0);
  });

  it.each([{}, { pass: 2 }, { unknown: 1 }, { fail: 1, unknown: 1 }])(
    'that is AWS’s is out of scope with %j',
    (counts) => {
      expect(statuses(linesWith(counts).filter(isAws))).toEqual([
        'out-of-scope: AWS does this; its assurance report covers it.',
      ]);
    },
  );

  it.each([
    [{}, ['a'], 'attestation: No AWS API shows this; a person must attest it.'],
    [{ pass: 3 }, ['a'], 'partly-assessed: Assessed in part: a person must attest the rest.'],
    [{ unknown: 1 }, ['a'], 'attestation: No AWS API shows this; a person must attest it.'],
    [
      { pass: 3, unknown: 2 },
      ['a'],
      'partly-assessed: Assessed in part: 2 findings could not be read.',
    ],
  ] as const)('that a person must attest is never assessed, as with %j', (counts, checks, said) => {
    expect(statuses(linesWith(counts, checks).filter(isAttested))).toEqual([said]);
  });

  it.each(outcomes.map((outcome) => [outcome] as const))(
    'that a person must attest is not assessed by any number of %s',
    (outcome) => {
      const lines = linesWith({ [outcome]: 9 }).filter(isAttested);
      expect(lines.filter(({ status }) => status === 'assessed')).toEqual([]);
    },
  );

  it.each([
    [{}, [], 'not-assessed: No check of this scan covers it.'],
    [{ unknown: 1 }, ['a'], 'not-assessed: Nothing of it could be read.'],
    [{ pass: 1 }, ['a'], 'assessed: Assessed by 1 check.'],
    [{ fail: 2, manual: 1 }, ['a', 'b'], 'assessed: Assessed by 2 checks.'],
    [
      { fail: 2, unknown: 1 },
      ['a'],
      'partly-assessed: Assessed in part: 1 finding could not be read.',
    ],
  ] as const)('of the customer, with %j', (counts, checks, said) => {
    expect(statuses(linesWith(counts, checks).filter(isPlain))).toEqual([said]);
  });

  it('carries the checks and the counts that were found for it alone', () => {
    const counts = { pass: 1 };
    const assessed = new Map([['s3.identity-and-access', { checks: ['s3-a'], counts }]]);
    const lines = responsibilityLines({ assessed, inUse: new Map() });
    const touched = lines.filter((line) => line.checks.length > 0);
    expect(touched).toMatchObject([{ id: 's3.identity-and-access', checks: ['s3-a'], counts }]);
    expect(lines.filter((line) => Object.keys(line.counts).length > 0)).toEqual(touched);
  });

  it('says whether the service is in use: IAM and the account always are', () => {
    const inUse = new Map<string, InUse>([
      ['s3', 'yes'],
      ['rds', 'no'],
      ['kms', 'unknown'],
      ['iam', 'no'],
    ]);
    const lines = responsibilityLines({ assessed: new Map(), inUse });
    const uses = (service: string) => [
      ...new Set(lines.filter((line) => line.service === service).map((line) => line.inUse)),
    ];
    expect(['s3', 'rds', 'kms', 'iam', 'account', 'sqs'].map(uses)).toEqual([
      ['yes'],
      ['no'],
      ['unknown'],
      ['yes'],
      ['yes'],
      ['not-looked-for'],
    ]);
  });
});
