/**
 * A value that AWS does not document today is `unknown`: whatever is not `=== 'Group'` is not therefore harmless. The
 * sample account is judged again with each enumeration of each answer set to such a value, where it stands and where it
 * could stand, and then with each other text; no verdict may become nicer by it.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { checks } from '../../checks/index.ts';
import { type CallRecord, seal } from '../../src/aws/evidence/ledger.ts';
import { severities, type Severity } from '../../src/judge/terms.ts';
import { operationsOf, plan } from '../../src/plan/plan.ts';
import type { Report } from '../../src/report/model.ts';
import { readSample } from '../../src/run/sample.ts';
import {
  answerSchemaOf,
  enumMembersOf,
  textMembersOf,
  withText,
} from '../support/answer-members.ts';
import { checksThatSend } from '../support/checks-by-operation.ts';
import { isAsked } from '../support/not-asked.ts';
import { broken, saidOf } from '../support/same-verdicts.ts';
import { scanSample } from '../support/scan-sample.ts';
import { allServices, type ServiceFolder, type SomeOperation } from '../support/services.ts';

const value = 'SomethingNew';

/** Texts that are no enumerations and may change a verdict for the better, and why. */
const free: Readonly<Record<string, readonly string[]>> = {
  'What is of no engine that is known is listed under RDS, where each check says that it is unknown.':
    [
      'rds:DescribeDBClusters DBClusters.Engine',
      'rds:DescribeDBClusterSnapshots DBClusterSnapshots.Engine',
    ],
  'It is a name that its owner chooses, and no one of a list.': [
    'rds:DescribeDBInstances DBInstances.MasterUsername',
    'rds:DescribeDBClusters DBClusters.MasterUsername',
  ],
  'It names what is judged: all of one name are one, and nobody knows the others.': [
    'access-analyzer:ListAnalyzers analyzers.arn',
    'api-gateway:GetStages item.stageName',
    'auto-scaling:DescribeAutoScalingGroups AutoScalingGroups.AutoScalingGroupARN',
    'apigatewayv2:GetStages Items.StageName',
    'rds:DescribeDBInstances DBInstances.DBSubnetGroup.VpcId',
    'rds:DescribeDBProxies DBProxies.DBProxyArn',
    'backup:ListBackupVaults BackupVaultList.BackupVaultArn',
    'backup:ListProtectedResources Results.ResourceArn',
    'efs:DescribeAccessPoints AccessPoints.AccessPointArn',
    'efs:DescribeFileSystems FileSystems.FileSystemId',
    'secrets-manager:ListSecrets SecretList.ARN',
    'ssm:DescribeInstanceInformation InstanceInformationList.InstanceId',
    'ssm:DescribeParameters Parameters.Name',
    'cloudtrail:DescribeTrails trailList.TrailARN',
    'cloudtrail:DescribeTrails trailList.S3BucketName',
    'cloudwatch:DescribeAlarms MetricAlarms.AlarmArn',
    'cloudwatch-logs:DescribeLogGroups logGroups.arn',
    'ec2:DescribeInstances Reservations.Instances.InstanceId',
    'ec2:DescribeClientVpnEndpoints ClientVpnEndpoints.ClientVpnEndpointId',
    'ec2:DescribeImages Images.ImageId',
    'ec2:DescribeLaunchTemplateVersions LaunchTemplateVersions.LaunchTemplateId',
    'acm:ListCertificates CertificateSummaryList.CertificateArn',
    'cloudfront:ListDistributions DistributionList.Items.ARN',
    'cloudtrail:DescribeTrails trailList.TrailARN',
    'cloudtrail:DescribeTrails trailList.S3BucketName',
    'ec2:DescribeInstances Reservations.Instances.InstanceId',
    'elb:DescribeLoadBalancers LoadBalancerDescriptions.LoadBalancerName',
    'elb-v2:DescribeLoadBalancers LoadBalancers.LoadBalancerArn',
    'elb-v2:DescribeListeners Listeners.ListenerArn',
    'wafv2:ListWebACLs WebACLs.ARN',
    'ec2:DescribeNetworkAcls NetworkAcls.NetworkAclId',
    'ec2:DescribeSnapshots Snapshots.SnapshotId',
    'ec2:DescribeSecurityGroups SecurityGroups.GroupId',
    'ec2:DescribeSpotFleetRequests SpotFleetRequestConfigs.SpotFleetRequestId',
    'ec2:DescribeSubnets Subnets.SubnetId',
    'ec2:DescribeTransitGateways TransitGateways.TransitGatewayId',
    'ec2:DescribeVolumes Volumes.VolumeId',
    'ec2:DescribeVpnConnections VpnConnections.VpnConnectionId',
    'ec2:DescribeVpcPeeringConnections VpcPeeringConnections.VpcPeeringConnectionId',
    'ec2:DescribeVpcs Vpcs.VpcId',
    'iam:GetAccountAuthorizationDetails RoleDetailList.Arn',
    'iam:GetAccountAuthorizationDetails UserDetailList.Arn',
    'iam:GetAccountAuthorizationDetails GroupDetailList.Arn',
    'iam:GetAccountAuthorizationDetails Policies.Arn',
    'iam:ListServerCertificates ServerCertificateMetadataList.Arn',
    'iam:ListAccessKeys AccessKeyMetadata.AccessKeyId',
    'ecr:DescribeRepositories repositories.repositoryArn',
    'ecs:DescribeServices services.serviceArn',
    'ecs:DescribeTaskDefinition taskDefinition.taskDefinitionArn',
    'ecs:ListClusters clusterArns',
    'ecs:ListServices serviceArns',
    'ecs:ListTaskDefinitionFamilies families',
    'elastic-beanstalk:DescribeEnvironments Environments.EnvironmentArn',
    'elasticache:DescribeCacheClusters CacheClusters.ARN',
    'elasticache:DescribeReplicationGroups ReplicationGroups.ARN',
    'eks:DescribeNodegroup nodegroup.nodegroupArn',
    'eks:DescribeNodegroup nodegroup.nodegroupName',
    'eks:ListClusters clusters',
    'eks:ListNodegroups nodegroups',
    'eventbridge:ListEventBuses EventBuses.Arn',
    'kms:ListKeys Keys.KeyArn',
    'lambda:ListFunctions Functions.FunctionArn',
    'opensearch:DescribeDomains DomainStatusList.ARN',
    'rds:DescribeDBClusters DBClusters.DBClusterArn',
    'rds:DescribeDBInstances DBInstances.DBInstanceArn',
    'rds:DescribeDBSnapshots DBSnapshots.DBSnapshotArn',
    'rds:DescribeDBClusterSnapshots DBClusterSnapshots.DBClusterSnapshotArn',
    'redshift:DescribeClusters Clusters.ClusterIdentifier',
    'route-53:ListHostedZones HostedZones.Id',
    's3:ListBuckets Buckets.Name',
    's3control:ListAccessPoints AccessPointList.AccessPointArn',
    's3control:ListMultiRegionAccessPoints AccessPoints.Alias',
    'sts:GetCallerIdentity Account',
  ],
  'It names something else, which may not be there: a deleted policy, a VPC that is not shared.': [
    'ssm:ListResourceComplianceSummaries ResourceComplianceSummaryItems.ResourceId',
    'ec2:DescribeNetworkInterfaces NetworkInterfaces.Groups.GroupId',
    'ec2:DescribeNetworkInterfaces NetworkInterfaces.NetworkInterfaceId',
    'ec2:DescribeNetworkInterfaces NetworkInterfaces.VpcId',
    'ec2:DescribeRouteTables RouteTables.RouteTableId',
    'ec2:DescribeRouteTables RouteTables.VpcId',
    'ec2:DescribeRouteTables RouteTables.Routes.VpcPeeringConnectionId',
    'ec2:DescribeVpcPeeringConnections VpcPeeringConnections.RequesterVpcInfo.VpcId',
    'iam:GetAccountAuthorizationDetails RoleDetailList.AttachedManagedPolicies.PolicyArn',
    'iam:GetAccountAuthorizationDetails GroupDetailList.AttachedManagedPolicies.PolicyArn',
    'iam:ListVirtualMFADevices VirtualMFADevices.User.Arn',
  ],
  'Customers choose it, and that it is not empty is what counts.': [
    'cloudfront:ListDistributions DistributionList.Items.Origins.Items.OriginAccessControlId',
    'cloudfront:ListDistributions DistributionList.Items.Origins.Items.S3OriginConfig.OriginAccessIdentity',
    'cloudfront:ListDistributions DistributionList.Items.DefaultCacheBehavior.RealtimeLogConfigArn',
    'cloudfront:ListDistributions DistributionList.Items.WebACLId',
    'cloudfront:GetDistributionConfig DistributionConfig.DefaultRootObject',
  ],
  'It is the domain of any server: which are function URLs of Lambda, it tells alone.': [
    'cloudfront:ListDistributions DistributionList.Items.Origins.Items.DomainName',
  ],
  'Customers choose it, and AWS keeps some of the values for itself.': [
    'ec2:DescribeSecurityGroups SecurityGroups.GroupName',
    'iam:GetAccountAuthorizationDetails RoleDetailList.Path',
  ],
  'Customers choose it, and any but one is well.': [
    'ecs:DescribeTaskDefinition taskDefinition.containerDefinitions.user',
  ],
  'Another value is said to be one that is not known, and a person is asked.': [
    'rds:DescribeDBParameters Parameters.ParameterValue',
    'rds:DescribeDBClusterParameters Parameters.ParameterValue',
  ],
};

interface Case {
  readonly operation: string;
  readonly path: string;
  readonly isEnum: boolean;
  /** The answer with the value in place of the text. */
  readonly change: (answer: unknown) => unknown;
}

const evidence = await readSample();
const byOperation = new Map<string, CallRecord[]>();
for (const call of evidence.calls.values()) {
  const name = `${call.service}:${call.operation}`;
  byOperation.set(name, [...(byOperation.get(name) ?? []), call]);
}
const asked = new Set(operationsOf(plan(checks)).filter(isAsked).map(nameOf));
const cases = (await allServices()).flatMap(casesOf);
const enums = cases.filter(({ isEnum }) => isEnum);
const reasons = new Set(Object.values(free).flat());
const nameOfCase = ({ operation, path }: Case) => `${operation} ${path}`;
const texts = cases.filter((each) => !each.isEnum && !reasons.has(nameOfCase(each)));

let whole: Report;
beforeAll(async () => {
  whole = await scanSample(checks, evidence);
});

describe('an enumeration with a value that is unheard of makes nothing nicer', () => {
  it.each(enums)('$operation $path', async (each) => {
    expect(await nicerWith(each)).toEqual([]);
  });

  it('F6 F7 F8 whatever the member', () => {
    expect(enums.map(nameOfCase)).toEqual(
      expect.arrayContaining([
        'ec2:DescribeInstances Reservations.Instances.MetadataOptions.HttpEndpoint',
        'ec2:DescribeFlowLogs FlowLogs.TrafficType',
        's3:GetBucketVersioning Status',
        'kms:DescribeKey KeyMetadata.KeySpec',
        'ec2:DescribeVpcPeeringConnections VpcPeeringConnections.Status.Code',
        'dynamodb:DescribeContinuousBackups ContinuousBackupsDescription.PointInTimeRecoveryDescription.PointInTimeRecoveryStatus',
        's3:GetBucketAcl Grants.Grantee.Type',
        'kms:DescribeKey KeyMetadata.EncryptionAlgorithms',
      ]),
    );
  });
});

describe('any other text that is unheard of makes nothing nicer', () => {
  it.each(texts)('$operation $path', async (each) => {
    expect(await nicerWith(each)).toEqual([]);
  });

  it('but those that have a reason, and need it', async () => {
    const excused = cases.filter((each) => reasons.has(nameOfCase(each)));
    expect(excused.map(nameOfCase).toSorted()).toEqual([...reasons].toSorted());
    expect(excused.filter(({ isEnum }) => isEnum).map(nameOfCase)).toEqual([]);
  });

  it('the engine of a database is among them, and the delivery status of a flow log', () => {
    expect(texts.map(nameOfCase)).toEqual(
      expect.arrayContaining([
        'rds:DescribeDBInstances DBInstances.Engine',
        'ec2:DescribeFlowLogs FlowLogs.FlowLogStatus',
        's3:GetBucketAcl Grants.Grantee.URI',
      ]),
    );
  });
});

function casesOf({ sdk, sdkName, operations }: ServiceFolder): readonly Case[] {
  const known = enumMembersOf(sdkName);
  return operations
    .filter((operation) => asked.has(nameOf(operation)))
    .flatMap((operation) => {
      const schema = answerSchemaOf(sdk, operation);
      const answers = callsOf(nameOf(operation)).flatMap(({ answer }): unknown[] =>
        answer === undefined ? [] : [JSON.parse(answer)],
      );
      return textMembersOf(answers, schema, known).map((member) => ({
        operation: nameOf(operation),
        ...member,
        change: (answer: unknown) => withText(answer, schema, known, { ...member, value }),
      }));
    });
}

async function nicerWith(each: Case): Promise<readonly string[]> {
  const own = callsOf(each.operation);
  const others = own.map((call) => changed(call, each));
  const isChanged = ({ answer }: CallRecord, index: number) => answer !== own[index]?.answer;
  expect(others.some(isChanged), 'an answer is changed').toBe(true);
  const calls = new Map(evidence.calls);
  for (const call of others) calls.set(call.id, call);
  const some = checksThatSend(each.operation);
  const after = await scanSample(some, { ...evidence, calls }, whole.scan.regions);
  const before = saidOf(whole, after);
  return [
    ...broken(before, after).filter((fault) => !fault.endsWith('became fail')),
    ...lighter(before, after),
  ];
}

function changed(call: CallRecord, { change }: Case): CallRecord {
  if (call.answer === undefined) return call;
  const answer = JSON.stringify(change(JSON.parse(call.answer)));
  return { ...call, answer, sha256: seal({ ...call, answer }) };
}

/** Failures that weigh less than before, and less than their check: what is not known makes nothing graver. */
function lighter(before: Report, after: Report): readonly string[] {
  const now = new Map(after.findings.map((finding) => [finding.id, finding]));
  const own = new Map(after.checks.map((check) => [check.id, check.severity]));
  const weight = (severity: Severity) => severities.length - severities.indexOf(severity);
  return before.findings.flatMap(({ id, check, outcome, severity, resource }) => {
    const found = now.get(id);
    if (outcome !== 'fail' || found?.outcome !== 'fail') return [];
    const least = Math.min(weight(severity), weight(own.get(check) ?? severity));
    if (weight(found.severity) >= least) return [];
    return [`${check} ${resource.arn}: ${severity} became ${found.severity}`];
  });
}

function nameOf({ service, name }: Pick<SomeOperation, 'service' | 'name'>): string {
  return `${service}:${name}`;
}

function callsOf(name: string): readonly CallRecord[] {
  return byOperation.get(name) ?? [];
}
