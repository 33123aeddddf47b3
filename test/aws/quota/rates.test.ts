import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { checks } from '../../../checks/index.ts';
import { operationsOf, plan } from '../../../src/plan/plan.ts';

/**
 * What AWS documents, in requests a second, for each account and Region: the burst and the refill of EC2's buckets, the
 * quota elsewhere. An operation that has a quota of its own stands by its name.
 */
const documented: Readonly<Record<string, readonly [burst: number, refill: number]>> = {
  // Amazon EC2 developer guide, "Request throttling for the Amazon EC2 API": non-mutating actions.
  ec2: [100, 20],
  // AWS KMS developer guide, "Request quotas".
  kms: [100, 100],
  'kms:ListKeys': [500, 500],
  'kms:DescribeKey': [2000, 2000],
  'kms:GetKeyPolicy': [1000, 1000],
  'kms:GetKeyRotationStatus': [1000, 1000],
  // AWS CloudTrail user guide, "Quotas".
  cloudtrail: [10, 10],
  // Account Management reference guide, "Quotas".
  account: [15, 10],
  'account:ListRegions': [5, 5],
  // IAM user guide, "IAM and STS quotas".
  sts: [600, 600],
  // Amazon ECS developer guide, "Request throttling for the Amazon ECS API": reads of clusters.
  'ecs:ListClusters': [50, 20],
  // Elastic Load Balancing API reference, "Throttling": reads.
  elb: [40, 10],
  'elb-v2': [40, 10],
  // AWS Secrets Manager user guide, "AWS Secrets Manager quotas".
  'secrets-manager': [100, 100],
  'secrets-manager:GetResourcePolicy': [50, 50],
  // AWS Security Hub user guide, "Quotas": 10 a second, bursts of 30.
  'security-hub': [30, 10],
  // AWS General Reference, "Amazon SNS endpoints and quotas": 30 a second.
  sns: [30, 30],
  // Amazon Kinesis Data Streams API reference, "DescribeStreamSummary".
  'kinesis:DescribeStreamSummary': [20, 20],
  // Amazon Route 53 developer guide, "Throttling for Amazon Route 53 API requests".
  'route-53': [50, 10],
  // AWS Step Functions developer guide, "Quotas related to API action throttling".
  'sfn:ListStateMachines': [100, 5],
  'sfn:DescribeStateMachine': [200, 20],
  // Not documented; what bucket settings were seen to carry.
  s3: [1000, 1000],
  s3control: [50, 50],
};
/** For whatever AWS says nothing about: what IAM throttled others at. */
const careful = [20, 15] as const;

const Rated = z.object({
  rate: z.object({ burst: z.number(), refill: z.number(), source: z.string().min(1) }),
});

describe('request rates (K11)', () => {
  it.each(
    operationsOf(plan(checks)).map((each) => [`${each.service}:${each.name}`, each] as const),
  )(
    '%s is not asked more often than AWS allows, and says on what that rests',
    (name, operation) => {
      const [burst, refill] = documented[name] ?? documented[operation.service] ?? careful;
      const { rate } = Rated.parse(operation);
      expect(rate.burst).toBeLessThanOrEqual(burst);
      expect(rate.refill).toBeLessThanOrEqual(refill);
    },
  );
});
