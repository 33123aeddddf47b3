/**
 * The sample account shows what every check says: of one resource that it is well, and of another that it is not. So a
 * reader of the demo sees both, and the fault walk has a pass and a fail to break. What is missing has a reason here.
 */
import { beforeAll, expect, it } from 'vitest';
import { checks } from '../../checks/index.ts';
import type { Report } from '../../src/report/model.ts';
import { readSample } from '../../src/run/sample.ts';
import { scanSample } from '../support/scan-sample.ts';

type Shown = 'pass' | 'fail';

interface Missing {
  readonly check: string;
  readonly lacks: readonly Shown[];
  readonly why: string;
}

const one = 'an account has one of it, and in the sample it is the other way';
const needsOwner = 'judges only where the owner names the approved Regions (--set)';
const forPerson = 'users with passwords stand beside a SAML provider: a person has to say';

const missing: readonly Missing[] = [
  {
    check: 'account-contact-details-present',
    lacks: ['pass', 'fail'],
    why: 'only a person can say whether contacts are current',
  },
  { check: 'account-security-contact', lacks: ['pass'], why: one },
  { check: 'account-unapproved-regions-disabled', lacks: ['pass', 'fail'], why: needsOwner },
  {
    check: 'cloudtrail-bucket-not-public',
    lacks: ['fail'],
    why: 'the two trails of the sample deliver to buckets of their own, and both are private',
  },
  {
    check: 'apigateway-stage-client-certificate',
    lacks: ['pass'],
    why: 'moto keeps no client certificate of a stage',
  },
  { check: 'cloudtrail-multi-region-enabled', lacks: ['fail'], why: one },
  { check: 'cloudtrail-s3-read-events', lacks: ['pass'], why: one },
  { check: 'cloudtrail-s3-write-events', lacks: ['fail'], why: one },
  { check: 'cloudwatch-alarm-cloudtrail-changes', lacks: ['fail'], why: one },
  { check: 'cloudwatch-alarm-config-changes', lacks: ['pass'], why: one },
  { check: 'cloudwatch-alarm-console-auth-failures', lacks: ['pass'], why: one },
  { check: 'cloudwatch-alarm-console-no-mfa', lacks: ['pass'], why: one },
  { check: 'cloudwatch-alarm-gateway-changes', lacks: ['pass'], why: one },
  { check: 'cloudwatch-alarm-iam-policy-changes', lacks: ['pass'], why: one },
  { check: 'cloudwatch-alarm-kms-key-deletion', lacks: ['fail'], why: one },
  { check: 'cloudwatch-alarm-nacl-changes', lacks: ['pass'], why: one },
  { check: 'cloudwatch-alarm-organizations-changes', lacks: ['pass'], why: one },
  { check: 'cloudwatch-alarm-root-usage', lacks: ['fail'], why: one },
  { check: 'cloudwatch-alarm-route-table-changes', lacks: ['pass'], why: one },
  { check: 'cloudwatch-alarm-s3-policy-changes', lacks: ['pass'], why: one },
  { check: 'cloudwatch-alarm-security-group-changes', lacks: ['pass'], why: one },
  { check: 'cloudwatch-alarm-unauthorized-api', lacks: ['pass'], why: one },
  { check: 'cloudwatch-alarm-vpc-changes', lacks: ['pass'], why: one },
  {
    check: 'ebs-volume-backup-covered',
    lacks: ['pass'],
    why: 'the volume with a backup is attached to nothing',
  },
  { check: 'iam-cloudshell-full-access-restricted', lacks: ['fail'], why: one },
  { check: 'iam-password-policy-complexity', lacks: ['pass'], why: one },
  { check: 'iam-password-policy-min-length', lacks: ['pass'], why: one },
  { check: 'iam-password-policy-reuse-prevention', lacks: ['fail'], why: one },
  { check: 'iam-root-hardware-mfa', lacks: ['pass'], why: one },
  { check: 'iam-root-mfa', lacks: ['fail'], why: one },
  { check: 'iam-root-no-access-keys', lacks: ['fail'], why: one },
  { check: 'iam-root-not-used-recently', lacks: ['pass'], why: one },
  { check: 'iam-support-role', lacks: ['fail'], why: one },
  { check: 'iam-users-managed-centrally', lacks: ['pass', 'fail'], why: forPerson },
  { check: 'organizations-central-root-access', lacks: ['fail'], why: one },
  {
    check: 'organizations-delegated-administrators',
    lacks: ['pass'],
    why: 'only a person can say whether the right account was delegated to',
  },
  { check: 'organizations-guardrails-attached', lacks: ['fail'], why: one },
  {
    check: 'rds-cluster-auto-minor-upgrade',
    lacks: ['fail'],
    why: 'both clusters of the sample take minor versions by themselves',
  },
  {
    check: 'rds-cluster-multi-az',
    lacks: ['pass'],
    why: 'moto says of every cluster that it is in one zone',
  },
  {
    check: 'lambda-function-in-vpc',
    lacks: ['pass'],
    why: 'moto keeps no VPC of a function',
  },
  {
    check: 'rds-instance-not-in-public-subnet',
    lacks: ['pass'],
    why: 'the sample has one subnet group, of public subnets',
  },
  { check: 's3-account-public-access-blocked', lacks: ['pass'], why: one },
  {
    check: 's3-bucket-default-encryption',
    lacks: ['fail'],
    why: 'AWS encrypts every bucket since January 2023',
  },
  { check: 's3-bucket-in-approved-region', lacks: ['pass', 'fail'], why: needsOwner },
  { check: 's3-bucket-mfa-delete', lacks: ['pass'], why: 'moto takes no MFA device for it' },
  {
    check: 'vpc-peering-routes-least-access',
    lacks: ['pass'],
    why: 'narrow routes are for a person to judge: it passes only where nothing is routed',
  },
];

let report: Report;

beforeAll(async () => {
  report = await scanSample(checks, await readSample());
});

it.each(checks.map(({ id }) => id))('%s has a pass and a fail in the sample account', (id) => {
  const said = new Set(
    report.findings.filter(({ check }) => check === id).map(({ outcome }) => outcome),
  );
  const shown: readonly Shown[] = ['pass', 'fail'];
  const lacks = shown.filter((outcome) => !said.has(outcome));
  const excused = missing.find(({ check }) => check === id);
  expect(lacks, excused?.why ?? 'plant what is missing in emulator/services').toEqual(
    excused?.lacks ?? [],
  );
});

it('excuses no check that is not there, and none twice', () => {
  const ids = checks.map(({ id }) => id);
  const excused = missing.map(({ check }) => check);
  expect(excused.toSorted()).toEqual(ids.filter((id) => excused.includes(id)).toSorted());
});
