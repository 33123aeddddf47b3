/** K6, K11: no line may be told to be better known than it is. */
import { describe, expect, it } from 'vitest';
import { outcomes, type Outcome } from '../../src/judge/terms.ts';
import type { ResponsibilityLine } from '../../src/report/model.ts';
import type { Found } from '../../src/report/found.ts';
import { responsibilityLines } from '../../src/report/responsibilities.ts';
import type { FoundUse, Tallies } from '../../src/report/tally.ts';
import { readingOf, responsibilities } from '../../src/responsibilities/index.ts';

type Counts = Partial<Record<Outcome, number>>;

function scanOf(found: Partial<Tallies> = {}, more: Partial<Found> = {}): Found {
  const nothing = {
    assessed: new Map(),
    inUse: new Map<string, FoundUse>(),
    kinds: new Set<string>(),
    cutShort: new Set<string>(),
  };
  return {
    found: { ...nothing, ...found },
    checks: [],
    touched: new Set(),
    short: new Set(),
    partition: 'aws',
    ...more,
  };
}

/** The matrix where each check of every line found so much. */
function linesWith(
  counts: Counts,
  more: Partial<Tallies> = {},
  scan: Partial<Found> = {},
): readonly ResponsibilityLine[] {
  const assessed = new Map(
    responsibilities().map(({ id, service, layer }) => {
      const own = readingOf(service, layer).parts.flatMap(({ checks }) => checks);
      const checks = own.length > 0 ? own : ['a'];
      return [id, { checks, counts, byCheck: new Map(checks.map((check) => [check, counts])) }];
    }),
  );
  return responsibilityLines(scanOf({ assessed, ...more }, scan));
}

const untouched = responsibilityLines(scanOf());

/** What kinds of resources move has a test of its own. */
const isPlain = (line: ResponsibilityLine) => line.kinds === undefined;
const isAws = (line: ResponsibilityLine) => isPlain(line) && line.owner === 'aws';
const isCustomers = (line: ResponsibilityLine) => isPlain(line) && line.owner !== 'aws';

function lineOf(lines: readonly ResponsibilityLine[], id: string): ResponsibilityLine {
  const line = lines.find((each) => each.id === id);
  if (!line) throw new Error(`no line ${id}`);
  return line;
}

function statuses(lines: readonly ResponsibilityLine[]): readonly string[] {
  return [...new Set(lines.map(({ status }) => status))].toSorted();
}

describe('a line of the matrix', () => {
  it('is there whatever was found, in the order of the matrix', () => {
    expect(untouched.map(({ id }) => id)).toEqual(responsibilities().map(({ id }) => id));
  });

  it.each([{}, { pass: 2 }, { unknown: 1 }, { fail: 1, unknown: 1 }])(
    'that is AWS’s is out of scope with %j, and nobody says that a report covers it',
    (counts) => {
      const lines = linesWith(counts).filter(isAws);
      expect(statuses(lines)).toEqual(['out-of-scope']);
      expect(lines.filter(({ note }) => !/was not looked up/.test(note))).toEqual([]);
    },
  );

  describe.each(['not-applicable', 'out-of-scope'] as const)(
    'all of whose findings are %s',
    (one) => {
      const services = [...new Set(responsibilities().map(({ service }) => service))];
      const used = (use: FoundUse) => ({
        inUse: new Map(services.map((id) => [id, use] as const)),
      });
      const inUse = linesWith({ [one]: 9 }, used('yes')).filter(isCustomers);

      it('F16 has nothing to assess where its service is not in use', () => {
        const lines = linesWith({ [one]: 9 }, used('no')).filter((line) => line.inUse === 'no');
        expect(statuses(lines.filter(isCustomers))).toEqual(['nothing-to-assess']);
      });

      it.each(['yes', 'unknown'] as const)(
        'F16 is not assessed where checks leave a part of it unread and use is %s',
        (use) => {
          const lines = linesWith({ [one]: 9 }, used(use)).filter(isCustomers);
          expect(statuses(lines.filter(({ unread }) => unread.length > 0))).toEqual([
            'not-assessed',
          ]);
          expect(lineOf(lines, 'aurora.backup-and-recovery').note).toBe(
            'The checks found nothing to judge. No check reads: copies to other Regions and accounts; snapshots made by hand. A person must answer what no API tells.',
          );
        },
      );

      it('F16 is to be attested where all was looked for but the answer of a person', () => {
        const asked = inUse.filter((line) => line.unread.length === 0 && line.attestation);
        expect(statuses(asked)).toEqual(['attestation']);
      });

      it('F16 has nothing to assess where all that it names was looked for', () => {
        const whole = inUse.filter((line) => line.unread.length === 0 && !line.attestation);
        expect(statuses(whole)).toEqual(['nothing-to-assess']);
      });

      it.each(['yes', 'no'] as const)(
        'F16 is not assessed where a check of it was not selected and use is %s',
        (use) => {
          const only = 's3-bucket-mfa-delete';
          const counts = { [one]: 2 };
          const found = { checks: [only], counts, byCheck: new Map([[only, counts]]) };
          const assessed = new Map([['s3.backup-and-recovery', found]]);
          const lines = responsibilityLines(scanOf({ assessed, ...used(use) }));
          expect(lineOf(lines, 's3.backup-and-recovery').status).toBe('not-assessed');
        },
      );
    },
  );

  it('F16 is to be attested where all that was found is for a person to judge', () => {
    expect(statuses(linesWith({ manual: 1 }).filter(isCustomers))).toEqual(['attestation']);
  });

  it('F16 is unknown where nothing of it could be read', () => {
    expect(statuses(linesWith({ unknown: 3 }).filter(isCustomers))).toEqual(['unknown']);
    expect(statuses(linesWith({ unknown: 3, 'not-applicable': 1 }).filter(isCustomers))).toEqual([
      'unknown',
    ]);
  });

  it('F16 is assessed only where checks read all that it names, and nothing must be asked', () => {
    const lines = linesWith({ pass: 2, fail: 1 }).filter(isCustomers);
    const assessed = lines.filter(({ status }) => status === 'assessed');
    expect(assessed.map(({ id }) => id)).toContain('s3.encryption-in-transit');
    expect(assessed.filter((line) => line.unread.length > 0 || line.attestation)).toEqual([]);
    expect(lines.filter((line) => line.reads.length > 0 && line.unread.length > 0)).not.toEqual([]);
    expect(statuses(lines.filter((line) => line.unread.length > 0))).toEqual(['partly-assessed']);
    expect(statuses(lines.filter((line) => line.attestation !== undefined))).toEqual([
      'partly-assessed',
    ]);
  });

  it('F16 says in words what no check reads', () => {
    const line = lineOf(linesWith({ pass: 1 }), 'rds.backup-and-recovery');
    expect(line.note).toMatch(/^Assessed in part\. No check reads: copies to other Regions/);
    expect(line.attestation).toMatch(/restored as a test/);
    expect(line.wanted).toMatch(/last restore/);
  });

  it('F16 is partly assessed where a check of it was not selected', () => {
    const counts = { pass: 1 };
    const only = { checks: ['s3-bucket-mfa-delete'], counts };
    const byCheck = new Map([['s3-bucket-mfa-delete', counts]]);
    const assessed = new Map([['s3.backup-and-recovery', { ...only, byCheck }]]);
    const line = lineOf(responsibilityLines(scanOf({ assessed })), 's3.backup-and-recovery');
    expect(line.reads.map(({ part, state }) => [part, state])).toEqual([
      ['versioning', 'not-asked'],
      ['MFA delete', 'read'],
      ['Object Lock', 'not-asked'],
    ]);
    expect(line.note).toContain('Not asked for in full by this scan: versioning');
  });

  it.each([{ unknown: 1 }, { manual: 1 }])('is never assessed with %j beside a pass', (more) => {
    const lines = linesWith({ pass: 3, ...more }).filter(isCustomers);
    expect(statuses(lines)).toEqual(['partly-assessed']);
  });

  it.each(outcomes.map((outcome) => [outcome] as const))(
    'that a person must answer is not assessed by any number of %s',
    (outcome) => {
      const asked = linesWith({ [outcome]: 9 }).filter((line) => line.attestation !== undefined);
      expect(asked.length).toBeGreaterThan(100);
      expect(asked.filter(({ status }) => status === 'assessed')).toEqual([]);
    },
  );

  it('without findings is for a person to attest, or not assessed', () => {
    expect(statuses(untouched.filter(isCustomers))).toEqual(['attestation', 'not-assessed']);
    expect(lineOf(untouched, 's3.client-side-encryption').status).toBe('attestation');
    expect(lineOf(untouched, 's3.backup-and-recovery').status).toBe('not-assessed');
  });

  it('says whether the service is in use: IAM and the account always are', () => {
    const inUse = new Map<string, FoundUse>([
      ['s3', 'yes'],
      ['rds', 'no'],
      ['kms', 'unknown'],
      ['iam', 'no'],
    ]);
    const lines = responsibilityLines(scanOf({ inUse }, { touched: new Set(['s3', 'backup']) }));
    const uses = (service: string) => [
      ...new Set(lines.filter((line) => line.service === service).map((line) => line.inUse)),
    ];
    expect(['s3', 'rds', 'kms', 'iam', 'account', 'backup', 'sqs'].map(uses)).toEqual([
      ['yes'],
      ['no'],
      ['unknown'],
      ['yes'],
      ['yes'],
      ['unknown'],
      ['not-looked-for'],
    ]);
  });

  it('names where the reports of the partition are had', () => {
    const lines = responsibilityLines(scanOf({}, { partition: 'aws-us-gov' }));
    expect(lineOf(lines, 's3.hardware').assurance).toContain('GovCloud');
  });
});

it('F19 a part of which a Region was lost as a whole is not known in full', () => {
  const parts = readingOf('vpc', 'logging-and-monitoring').parts;
  const check = parts[0]?.checks[0] ?? '';
  const others = parts.slice(1).map(() => 'read');
  const line = (short: readonly string[]) =>
    lineOf(linesWith({ pass: 2 }, {}, { short: new Set(short) }), 'vpc.logging-and-monitoring');
  expect(line([]).reads.map(({ state }) => state)).toEqual(['read', ...others]);
  expect(line([check]).reads.map(({ state }) => state)).toEqual(['unknown', ...others]);
  expect(line([check])).toMatchObject({
    status: 'partly-assessed',
    note: expect.stringContaining('Not known in full'),
  });
});

describe('F30 a line that the kind of the resource moves', () => {
  const instances = [{ id: 'rds-a', judges: { list: 'rds.instances', service: 'rds' } }];
  const guestOs = (kinds: readonly string[], more: Partial<Tallies> = {}) => {
    const found = { kinds: new Set(kinds), inUse: new Map([['rds', 'yes' as const]]), ...more };
    return lineOf(responsibilityLines(scanOf(found, { checks: instances })), 'rds.guest-os');
  };

  it('is AWS’s with RDS alone', () => {
    expect(guestOs(['rds/'])).toMatchObject({ owner: 'aws', status: 'out-of-scope' });
  });

  it('is the customer’s with RDS Custom alone, and no report of AWS’s shows it', () => {
    expect(guestOs(['rds/rds-custom'])).toMatchObject({
      owner: 'customer',
      status: 'not-assessed',
      customerPart: expect.stringContaining('Patches the operating system'),
      assurance: expect.stringMatching(/^none: customer evidence/),
    });
  });

  it('is shared with both, and says which part is whose', () => {
    const line = guestOs(['rds/', 'rds/rds-custom']);
    expect(line).toMatchObject({ owner: 'shared', status: 'not-assessed' });
    expect(line.customerPart).toMatch(/RDS: Nothing to do.*RDS Custom: Patches/);
    expect(line.kinds?.map(({ name, inUse }) => [name, inUse])).toEqual([
      ['RDS', 'yes'],
      ['RDS Custom', 'yes'],
    ]);
  });

  it('is unknown where the list could not be read, and says on what it depends', () => {
    const line = guestOs(['rds/'], { cutShort: new Set(['rds-a']) });
    expect(line.status).toBe('unknown');
    expect(line.note).toContain('with RDS Custom it is the customer’s');
  });

  it('says on what it depends where nobody looked', () => {
    const line = lineOf(untouched, 'rds.guest-os');
    expect(line).toMatchObject({ status: 'not-assessed' });
    expect(line.note).toContain('The scan did not look for the kinds in use');
  });

  it.each([
    ['eks.guest-os', ['managed node groups', 'self-managed nodes']],
    ['eks-fargate.guest-os', ['Fargate', 'Auto Mode']],
    ['lambda.runtime-and-platform', ['managed runtimes', 'container images']],
  ] as const)('tells the kinds of %s apart', (id, names) => {
    expect(lineOf(untouched, id).kinds?.map(({ name }) => name)).toEqual(names);
  });
});
