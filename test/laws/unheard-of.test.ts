/**
 * A value that AWS does not document today, or an empty one, is `unknown`: whatever is not `=== 'Group'` is not therefore
 * harmless. Each case changes one member of every answer of the sample account; no verdict may become nicer by it.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { checks } from '../../checks/index.ts';
import { seal } from '../../src/aws/evidence/ledger.ts';
import type { Evidence } from '../../src/aws/evidence/record.ts';
import { operationsOf, plan } from '../../src/plan/plan.ts';
import type { Report } from '../../src/report/model.ts';
import { readSample } from '../../src/run/sample.ts';
import { broken } from '../support/same-verdicts.ts';
import { scanSample } from '../support/scan-sample.ts';

const members = [
  ['s3', 'GetBucketAcl', 'Type'],
  ['s3', 'GetBucketAcl', 'URI'],
  ['s3', 'GetBucketAcl', 'Permission'],
  ['cloudtrail', 'GetEventSelectors', 'ReadWriteType'],
  ['ec2', 'DescribeInstances', 'HttpEndpoint'],
  ['ec2', 'DescribeInstances', 'HttpTokens'],
  ['ec2', 'DescribeNetworkAcls', 'RuleAction'],
  ['ec2', 'DescribeNetworkAcls', 'Protocol'],
  ['ec2', 'DescribeSecurityGroups', 'IpProtocol'],
  ['ec2', 'DescribeFlowLogs', 'TrafficType'],
  ['kms', 'DescribeKey', 'KeyManager'],
  ['kms', 'DescribeKey', 'KeyState'],
  ['kms', 'DescribeKey', 'Origin'],
] as const;

let evidence: Evidence;
let whole: Report;
beforeAll(async () => {
  evidence = await readSample();
  whole = await scanSample(checks, evidence);
});

describe.each(members)('%s:%s %s', (service, operation, member) => {
  const some = checks.filter((check) =>
    operationsOf(plan([check])).some((each) => each.service === service && each.name === operation),
  );

  it.each(['unheard-of', ''])('that is "%s" makes nothing nicer', async (value) => {
    const before = await scanSample(some, evidence, whole.scan.regions);
    const calls = new Map(
      [...evidence.calls].map(([id, call]) => {
        if (call.service !== service || call.operation !== operation) return [id, call];
        if (call.answer === undefined) return [id, call];
        const answer = call.answer.replaceAll(
          new RegExp(`"${member}":"[^"]*"`, 'g'),
          `"${member}":"${value}"`,
        );
        return [id, { ...call, answer, sha256: seal({ ...call, answer }) }];
      }),
    );
    expect(calls).not.toEqual(evidence.calls);

    const report = await scanSample(some, { ...evidence, calls }, whole.scan.regions);

    expect(broken(before, report)).toEqual([]);
    expect(report.coverage.gaps.length).toBeGreaterThan(before.coverage.gaps.length);
  });
});
