/**
 * K2: what AWS leaves out for one kind of item, or in one state, is no gap where no verdict rests on it. Each case is a
 * situation that AWS documents, put into the answers of the sample account.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { checks } from '../../checks/index.ts';
import { type CallRecord, seal } from '../../src/aws/evidence/ledger.ts';
import type { Evidence } from '../../src/aws/evidence/record.ts';
import type { Report } from '../../src/report/model.ts';
import { readSample } from '../../src/run/sample.ts';
import { scanSample } from '../support/scan-sample.ts';

const region = 'eu-central-1';

interface Case {
  readonly name: string;
  readonly operation: string;
  /** The text of the answer with the situation in it. */
  readonly change: (answer: string) => string;
  /** A check that cannot do without what is missing, if there is one. */
  readonly lost?: { readonly check: string; readonly change: (answer: string) => string };
}

const cases: readonly Case[] = [
  {
    name: 'F3 a database that is being created has no endpoint',
    operation: 'DescribeDBInstances',
    change: (answer) => without(answer, 'DBInstances', 'Endpoint'),
    lost: {
      check: 'rds-instance-not-public',
      change: (answer) => without(answer, 'DBInstances', 'PubliclyAccessible'),
    },
  },
  {
    name: 'F4 the flow log of a transit gateway has no TrafficType',
    operation: 'DescribeFlowLogs',
    change: (answer) =>
      withItem(answer, 'FlowLogs', {
        FlowLogId: 'fl-0a1b2c3d4e5f60718',
        FlowLogStatus: 'ACTIVE',
        ResourceId: 'tgw-0a1b2c3d4e5f60718',
      }),
    lost: {
      check: 'vpc-flow-logs-enabled',
      change: (answer) => without(answer, 'FlowLogs', 'TrafficType'),
    },
  },
  {
    name: 'F5 a volume of a task names the task, and no instance',
    operation: 'DescribeVolumes',
    change: (answer) =>
      answer.replaceAll(
        /"InstanceId":"[^"]*"/g,
        '"AssociatedResource":"arn:aws:ecs:eu-central-1:123456789012:task/c/1","InstanceOwningService":"ecs.amazonaws.com"',
      ),
  },
  {
    name: 'an endpoint to a resource of somebody has no service',
    operation: 'DescribeVpcEndpoints',
    change: (answer) =>
      withItem(answer, 'VpcEndpoints', {
        VpcEndpointId: 'vpce-0a1b2c3d4e5f60718',
        VpcEndpointType: 'Resource',
        VpcId: 'vpc-0a1b2c3d4e5f60718',
        State: 'available',
      }),
  },
  {
    name: 'a secret that nobody ever read was last read at no time',
    operation: 'ListSecrets',
    change: (answer) => without(answer, 'SecretList', 'LastAccessedDate'),
    lost: {
      check: 'secretsmanager-rotation-successful',
      change: (answer) => without(answer, 'SecretList', 'NextRotationDate'),
    },
  },
];

let evidence: Evidence;
let whole: Report;
beforeAll(async () => {
  evidence = await readSample();
  whole = await scanSample(checks, evidence);
});

describe('what AWS leaves out', () => {
  it.each(cases)('is no gap: $name', async ({ operation, change }) => {
    const report = await scanWith(operation, change);
    expect(report.coverage).toEqual(whole.coverage);
    expect(unknownIn(report)).toEqual(unknownIn(whole));
  });

  it.each(cases.flatMap(({ operation, lost }) => (lost ? [{ operation, ...lost }] : [])))(
    'is a gap of the check that rests on it, and of no other: $check',
    async ({ operation, check, change }) => {
      const report = await scanWith(operation, change);
      const gaps = report.coverage.gaps.filter((gap) => gap.operation === operation);
      expect(gaps.flatMap((gap) => gap.checks)).toEqual([check]);
      expect(unknownIn(report).length).toBeGreaterThan(unknownIn(whole).length);
    },
  );
});

function unknownIn({ findings }: Report): readonly string[] {
  return findings.filter(({ outcome }) => outcome === 'unknown').map(({ id }) => id);
}

async function scanWith(operation: string, change: (answer: string) => string): Promise<Report> {
  let changes = 0;
  const changed = (call: CallRecord): CallRecord => {
    if (call.operation !== operation || call.region !== region || call.answer === undefined) {
      return call;
    }
    const answer = change(call.answer);
    if (answer !== call.answer) changes += 1;
    return { ...call, answer, sha256: seal({ ...call, answer }) };
  };
  const calls = new Map([...evidence.calls].map(([id, call]) => [id, changed(call)]));
  expect(changes, 'answers that hold the situation').toBeGreaterThan(0);
  return scanSample(checks, { ...evidence, calls });
}

function without(answer: string, list: string, member: string): string {
  return edited(answer, list, (items) =>
    items.map((item) =>
      Object.fromEntries(Object.entries(item).filter(([name]) => name !== member)),
    ),
  );
}

function withItem(answer: string, list: string, item: object): string {
  return edited(answer, list, (items) => [...items, item]);
}

function edited(
  answer: string,
  list: string,
  edit: (items: readonly object[]) => readonly object[],
): string {
  const whole: Record<string, readonly object[]> = JSON.parse(answer);
  return JSON.stringify({ ...whole, [list]: edit(whole[list] ?? []) });
}
