/**
 * A call whose answer another one decides is not sent: no Region is asked for what it can have none of. Where the call that
 * decides was refused, the other is sent, so that nothing is taken for empty that nobody read.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { checks } from '../../checks/index.ts';
import type { CallRecord } from '../../src/aws/evidence/ledger.ts';
import type { Evidence } from '../../src/aws/evidence/record.ts';
import type { Report } from '../../src/report/model.ts';
import { readSample } from '../../src/run/sample.ts';
import { scanSample } from '../support/scan-sample.ts';

interface Decided {
  readonly call: string;
  readonly by: string;
  /** The list in the answer that decides. */
  readonly list: string;
}

const decided: readonly Decided[] = [
  { call: 'efs:DescribeAccessPoints', by: 'efs:DescribeFileSystems', list: 'FileSystems' },
  {
    call: 'ssm:ListResourceComplianceSummaries',
    by: 'ssm:DescribeInstanceInformation',
    list: 'InstanceInformationList',
  },
  { call: 'backup:ListRestoreJobs', by: 'backup:ListProtectedResources', list: 'Results' },
  { call: 'backup:ListRestoreTestingPlans', by: 'backup:ListProtectedResources', list: 'Results' },
  {
    call: 'ec2:DescribeVpcEndpoints',
    by: 'ec2:DescribeNetworkInterfaces',
    list: 'NetworkInterfaces',
  },
];

let evidence: Evidence;
let whole: Report;
beforeAll(async () => {
  evidence = await readSample();
  whole = await scanSample(checks, evidence);
});

const nameOf = ({ service, operation }: { readonly service: string; readonly operation: string }) =>
  `${service}:${operation}`;

const regionsOf = ({ calls }: Report, name: string) =>
  new Set(calls.filter((call) => nameOf(call) === name).map(({ region }) => region));

/** Regions where the answer that decides has nothing. */
function emptyIn({ by, list }: Decided): readonly string[] {
  return [...evidence.calls.values()].flatMap((call) => {
    if (nameOf(call) !== by || call.answer === undefined) return [];
    const items: unknown = Reflect.get(JSON.parse(call.answer), list);
    return Array.isArray(items) && items.length === 0 ? [call.region] : [];
  });
}

describe.each(decided)('$call', (each) => {
  it(`is sent in some Region, and in none where ${each.by} tells of nothing`, () => {
    const asked = regionsOf(whole, each.call);
    const empty = emptyIn(each);
    expect(asked.size).toBeGreaterThan(0);
    expect(empty.length).toBeGreaterThan(0);
    expect(empty.filter((region) => asked.has(region))).toEqual([]);
  });

  it(`is sent where ${each.by} was refused`, async () => {
    const asked = regionsOf(await scanWithout(each.by), each.call);
    expect(emptyIn(each).filter((region) => !asked.has(region))).toEqual([]);
  });
});

describe('backup:ListBackupPlans', () => {
  const call = 'backup:ListBackupPlans';
  /** Regions without a volume, a database, a table, a file system or a bucket. */
  const withoutData = () =>
    whole.findings
      .filter(
        ({ check, outcome }) => check === 'backup-plan-exists' && outcome === 'not-applicable',
      )
      .map(({ region }) => region);

  it('is sent in some Region, and in none that holds no data', () => {
    const asked = regionsOf(whole, call);
    expect(asked.size).toBeGreaterThan(0);
    expect(withoutData().length).toBeGreaterThan(0);
    expect(withoutData().filter((region) => asked.has(region))).toEqual([]);
  });

  it('is sent where one of the lists of data was refused', async () => {
    const asked = regionsOf(await scanWithout('dynamodb:ListTables'), call);
    expect(withoutData().filter((region) => !asked.has(region))).toEqual([]);
  });
});

/** The sample account, judged without one operation. */
function scanWithout(name: string): Promise<Report> {
  const refused = (call: CallRecord): CallRecord => {
    if (nameOf(call) !== name) return call;
    const { answer: _answer, ...rest } = call;
    return { ...rest, error: { code: 'AccessDenied', message: 'no', status: 403 } };
  };
  const calls = new Map([...evidence.calls].map(([id, call]) => [id, refused(call)]));
  return scanSample(checks, { ...evidence, calls });
}
