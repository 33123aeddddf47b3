/**
 * Accounts change while they are scanned. A resource that was deleted after it was listed is said to be gone, by every
 * check that would have judged it; it is no gap, and makes no verdict on anything that is there.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { checks } from '../../checks/index.ts';
import { type CallRecord, seal } from '../../src/aws/evidence/ledger.ts';
import type { Evidence } from '../../src/aws/evidence/record.ts';
import type { Check } from '../../src/judge/check.ts';
import { allNeeds, operationsOf, plan } from '../../src/plan/plan.ts';
import type { Finding, Report } from '../../src/report/model.ts';
import { readSample } from '../../src/run/sample.ts';
import { isAsked } from '../support/not-asked.ts';
import { expectValid } from '../support/report-schema.ts';
import { scanSample } from '../support/scan-sample.ts';

const { collectors } = plan(checks);
const operations = operationsOf(plan(checks));
const telling = operations
  .filter(isAsked)
  .flatMap(({ service, name, gone = [] }) => gone.map((code) => ({ service, name, code })));

/** Why an operation that is asked about what others listed has no code for what is gone. */
const without: Readonly<Record<string, string>> = {
  'backup:ListBackupPlans': 'a list, which is asked for where a Region holds data',
  'backup:ListRestoreJobs': 'a list, which is asked for where something is protected',
  'backup:ListRestoreTestingPlans': 'the same',
  'backup:ListRestoreTestingSelections': 'the same',
  'backup:ListBackupSelections': 'a plan that is gone assigns nothing, which its code says',
  'cloudwatch-logs:DescribeDeliveries': 'a list, which is asked for where there are distributions',
  'cloudwatch-logs:DescribeDeliverySources': 'the same',
  'cloudwatch-logs:DescribeMetricFilters':
    'a log group that is no more has none, which is an answer',
  'cloudwatch:DescribeAlarms': 'a list, asked of the Region',
  'api-gateway:GetStages': 'an API that is gone has no stages, and nothing is said of any',
  'apigatewayv2:GetStages': 'an API that is gone has no stages, and nothing is said of any',
  'ec2:DescribeManagedPrefixLists': 'a list, which is asked for where a rule names one of them',
  'ec2:DescribeVpcBlockPublicAccessExclusions': 'a list, which is asked for where a Region blocks',
  'ec2:DescribeVpcEndpoints': 'a list, which is asked for where there are network interfaces',
  'ec2:GetManagedPrefixListEntries': 'a list that a rule names cannot be deleted',
  'ec2:GetSnapshotBlockPublicAccessState': 'it is asked of the Region',
  'ecr:GetRegistryScanningConfiguration': 'it is asked of the Region',
  'efs:DescribeAccessPoints': 'a list, which is asked for where there are file systems',
  'elb-v2:DescribeSSLPolicies': 'AWS keeps the policies that listeners have',
  'ecs:DescribeServices': 'those that are gone are missing from its answer, and are left out',
  'ecs:DescribeTaskDefinition': 'revisions can be described after they were deregistered',
  'ecs:ListServices': 'a cluster that is gone has no services',
  'ecs:ListTaskDefinitionFamilies': 'it is asked of the Region',
  'eks:DescribeClusterVersions': 'it is asked of the Region',
  'eks:DescribeNodegroup': 'groups that are gone are left out: nothing else names their ARN',
  'eks:ListNodegroups': 'a cluster that is gone has no node groups',
  'emr:GetBlockPublicAccessConfiguration': 'it is asked of the Region',
  'elastic-beanstalk:DescribeEnvironments': 'a list, which is held against the Auto Scaling groups',
  'elasticache:DescribeReplicationGroups':
    'a list, which is asked for where a cluster is a node of a group',
  'iam:GetAccountAuthorizationDetails': 'four lists, told apart by a filter',
  'iam:ListOrganizationsFeatures': 'it is asked of the account',
  'inspector:ListFindings': 'it is asked of the Region',
  'lambda:GetPolicy': 'its code for a function that is gone is that of one without a policy',
  'organizations:ListAccounts': 'it is asked of the organization',
  'organizations:ListDelegatedAdministrators': 'it is asked of the organization',
  'organizations:ListPolicies': 'it is asked of the organization',
  'organizations:ListRoots': 'it is asked of the organization',
  'organizations:ListTargetsForPolicy': 'no policy is judged by itself',
  'rds:DescribeDBClusterParameters': 'a group that a cluster uses cannot be deleted',
  'rds:DescribeDBEngineVersions': 'it is asked of the service, not of an instance',
  'rds:DescribeDBParameters': 'a group that an instance uses cannot be deleted',
  'route-53:ListQueryLoggingConfigs': 'a list, which is asked for where there are zones',
  'sns:ListSubscriptionsByTopic': 'a topic that is no more has none, which is an answer',
  'ssm:DescribeInstancePatchStates': 'a list, which leaves out what is gone',
  'ssm:GetServiceSetting': 'it is asked of the Region',
  'ssm:ListResourceComplianceSummaries': 'a list, which is asked for where there are nodes',
  'sso:ListInstances': 'it is asked of the Region',
  'wafv2:ListLoggingConfigurations': 'a list, which is asked for where there are web ACLs',
  'wafv2:ListWebACLs': 'a list, of each of two scopes',
};

let evidence: Evidence;

const wholes = new Map<string, Promise<Report>>();
/** What is said of a service where nothing is gone; of each it is asked once. */
function wholeOf(service: string): Promise<Report> {
  const known = wholes.get(service) ?? scanSample(checksOf(service), evidence);
  wholes.set(service, known);
  return known;
}

beforeAll(async () => {
  evidence = await readSample();
});

it('F14: every operation that is asked for each of many says what it answers for one that is gone', () => {
  const ofDependents = collectors
    .filter(({ needs }) => Object.keys(needs).length > 0)
    .flatMap(({ calls }) => calls.map(({ service, name }) => `${service}:${name}`));
  const inputs = new Map<string, Set<string>>();
  for (const { service, operation, region, input } of evidence.calls.values()) {
    const key = `${service}:${operation} ${region}`;
    inputs.set(key, (inputs.get(key) ?? new Set()).add(input));
  }
  const ofMany = [...inputs].filter(([, many]) => many.size > 1).map(([key]) => key.split(' ')[0]);
  const silent = operations
    .filter(({ service, name, gone }) => {
      const full = `${service}:${name}`;
      return (ofDependents.includes(full) || ofMany.includes(full)) && gone === undefined;
    })
    .map(({ service, name }) => `${service}:${name}`);
  expect(silent.toSorted()).toEqual(Object.keys(without).toSorted());
});

it('no code means both that there is none and that what was asked about is gone', () => {
  for (const { name, absent = [], gone = [] } of operations) {
    expect(
      absent.filter((each) => gone.includes(typeof each === 'string' ? each : each.code)),
      name,
    ).toEqual([]);
  }
});

describe('F14: a resource that is gone when it is asked about', () => {
  it.each(telling)('$service:$name answers $code', async ({ service, name, code }) => {
    const whole = await wholeOf(service);
    const asked = new Set(whole.calls.map(({ id }) => id));
    const one = [...evidence.calls.values()].find(
      (call) =>
        asked.has(call.id) &&
        call.service === service &&
        call.operation === name &&
        call.answer !== undefined,
    );
    if (!one) throw new Error(`the sample has no answer of ${name}`);
    const report = await scanSample(checksOf(service), {
      ...evidence,
      calls: withError(one, code),
    });

    expectValid(report);
    expect(report.coverage.gaps).toEqual(whole.coverage.gaps);
    const gone = report.findings.filter(isGone);
    expect(new Set(gone.map(({ resource }) => resource.arn)).size).toBe(1);
    const [arn] = gone.map(({ resource }) => resource.arn);

    // Every check says the same of it, and names the call that says so.
    const ofIt = report.findings.filter(({ resource }) => resource.arn === arn);
    expect(ofIt.filter((finding) => !isGone(finding))).toEqual([]);
    for (const { evidence: named } of ofIt) expect(named).toContain(one.id);

    // And nothing else changes, but where the account is judged by what it has left.
    const now = new Map(report.findings.map((finding) => [finding.id, finding]));
    const still = whole.findings.filter(({ resource }) => !hangsOn(resource.arn, arn));
    const after = report.findings.filter(({ resource }) => !hangsOn(resource.arn, arn));
    expect(new Set(after.map(({ id }) => id))).toEqual(new Set(still.map(({ id }) => id)));
    const changed = still.filter((before) => {
      const outcome = now.get(before.id)?.outcome;
      return before.resource.arn !== arn && outcome !== before.outcome;
    });
    const ofTheRest = changed.filter(({ check }) => !/^cloudtrail-|^cloudwatch-alarm-/.test(check));
    expect(ofTheRest).toEqual([]);
    for (const { id } of changed) expect(['fail', 'unknown']).toContain(now.get(id)?.outcome);
  });
});

function isGone({ outcome, reasons }: Finding): boolean {
  return outcome === 'not-applicable' && reasons.some((reason) => reason.includes('was deleted'));
}

/** Nobody tells of the listeners of a load balancer that is gone. */
function hangsOn(listener: string, loadBalancer: string | undefined): boolean {
  const prefix = loadBalancer?.replace(':loadbalancer/', ':listener/');
  return prefix !== loadBalancer && prefix !== undefined && listener.startsWith(`${prefix}/`);
}

function withError(one: CallRecord, code: string): ReadonlyMap<string, CallRecord> {
  const { answer: _answer, sha256: _sha256, ...rest } = one;
  const error = { code, message: 'it does not exist', status: 404 };
  const record = { ...rest, error, sha256: seal({ error }) };
  return new Map(evidence.calls).set(one.id, record);
}

/** All that could judge a resource of the service: those that rest on any call to it. */
function checksOf(service: string): readonly Check[] {
  return checks.filter((check) =>
    allNeeds(check).some(({ calls }) => calls.some((call) => call.service === service)),
  );
}
