/** Services that a generated account does not use: what they answer then, so that a scan pays for looking. */
import * as acm from '@aws-sdk/client-acm';
import * as apiGateway from '@aws-sdk/client-api-gateway';
import * as apiGatewayV2 from '@aws-sdk/client-apigatewayv2';
import * as autoScaling from '@aws-sdk/client-auto-scaling';
import * as cloudFront from '@aws-sdk/client-cloudfront';
import * as cloudwatch from '@aws-sdk/client-cloudwatch';
import * as cloudWatchLogs from '@aws-sdk/client-cloudwatch-logs';
import * as cognito from '@aws-sdk/client-cognito-identity-provider';
import * as ecr from '@aws-sdk/client-ecr';
import * as ecs from '@aws-sdk/client-ecs';
import * as efs from '@aws-sdk/client-efs';
import * as eks from '@aws-sdk/client-eks';
import * as elasticBeanstalk from '@aws-sdk/client-elastic-beanstalk';
import * as elasticache from '@aws-sdk/client-elasticache';
import * as elb from '@aws-sdk/client-elastic-load-balancing';
import * as elbV2 from '@aws-sdk/client-elastic-load-balancing-v2';
import * as emr from '@aws-sdk/client-emr';
import * as eventBridge from '@aws-sdk/client-eventbridge';
import * as guardDuty from '@aws-sdk/client-guardduty';
import * as inspector from '@aws-sdk/client-inspector2';
import * as kinesis from '@aws-sdk/client-kinesis';
import * as lambda from '@aws-sdk/client-lambda';
import * as macie from '@aws-sdk/client-macie2';
import * as opensearch from '@aws-sdk/client-opensearch';
import * as redshift from '@aws-sdk/client-redshift';
import * as route53 from '@aws-sdk/client-route-53';
import * as secretsManager from '@aws-sdk/client-secrets-manager';
import * as securityHub from '@aws-sdk/client-securityhub';
import * as sfn from '@aws-sdk/client-sfn';
import * as sns from '@aws-sdk/client-sns';
import * as sqs from '@aws-sdk/client-sqs';
import * as ssm from '@aws-sdk/client-ssm';
import * as waf from '@aws-sdk/client-wafv2';
import { accountId } from './identity.ts';
import type { Answerers } from './question.ts';
import { refuse } from './question.ts';

interface UnusedService {
  readonly sdk: object;
  readonly answers: Answerers;
}

const off = { status: 'DISABLED' };

/** By the name that the gate has for each. */
export const unusedServices: readonly (readonly [string, UnusedService])[] = [
  ['acm', { sdk: acm, answers: { ListCertificates: () => ({ CertificateSummaryList: [] }) } }],
  ['api-gateway', { sdk: apiGateway, answers: { GetRestApis: () => ({ items: [] }) } }],
  ['apigatewayv2', { sdk: apiGatewayV2, answers: { GetApis: () => ({ Items: [] }) } }],
  [
    'auto-scaling',
    { sdk: autoScaling, answers: { DescribeAutoScalingGroups: () => ({ AutoScalingGroups: [] }) } },
  ],
  [
    'cloudfront',
    {
      sdk: cloudFront,
      answers: {
        ListDistributions: () => ({
          DistributionList: { Marker: '', MaxItems: 100, IsTruncated: false, Quantity: 0 },
        }),
      },
    },
  ],
  ['cloudwatch', { sdk: cloudwatch, answers: { DescribeAlarms: () => ({ MetricAlarms: [] }) } }],
  [
    'cloudwatch-logs',
    {
      sdk: cloudWatchLogs,
      answers: {
        DescribeLogGroups: () => ({ logGroups: [] }),
        DescribeMetricFilters: () => ({ metricFilters: [] }),
      },
    },
  ],
  [
    'cognito-identity-provider',
    { sdk: cognito, answers: { ListUserPools: () => ({ UserPools: [] }) } },
  ],
  [
    'ecr',
    {
      sdk: ecr,
      answers: {
        DescribeRepositories: () => ({ repositories: [] }),
        GetRegistryScanningConfiguration: () => ({
          registryId: accountId,
          scanningConfiguration: { scanType: 'BASIC', rules: [] },
        }),
      },
    },
  ],
  [
    'ecs',
    {
      sdk: ecs,
      answers: {
        ListClusters: () => ({ clusterArns: [] }),
        ListTaskDefinitionFamilies: () => ({ families: [] }),
      },
    },
  ],
  [
    'efs',
    {
      sdk: efs,
      answers: {
        DescribeFileSystems: () => ({ FileSystems: [] }),
        DescribeAccessPoints: () => ({ AccessPoints: [] }),
      },
    },
  ],
  ['eks', { sdk: eks, answers: { ListClusters: () => ({ clusters: [] }) } }],
  [
    'elastic-beanstalk',
    { sdk: elasticBeanstalk, answers: { DescribeEnvironments: () => ({ Environments: [] }) } },
  ],
  [
    'elasticache',
    {
      sdk: elasticache,
      answers: {
        DescribeCacheClusters: () => ({ CacheClusters: [] }),
        DescribeReplicationGroups: () => ({ ReplicationGroups: [] }),
      },
    },
  ],
  [
    'elb',
    { sdk: elb, answers: { DescribeLoadBalancers: () => ({ LoadBalancerDescriptions: [] }) } },
  ],
  ['elb-v2', { sdk: elbV2, answers: { DescribeLoadBalancers: () => ({ LoadBalancers: [] }) } }],
  ['emr', { sdk: emr, answers: { ListClusters: () => ({ Clusters: [] }) } }],
  ['eventbridge', { sdk: eventBridge, answers: { ListEventBuses: () => ({ EventBuses: [] }) } }],
  ['guardduty', { sdk: guardDuty, answers: { ListDetectors: () => ({ DetectorIds: [] }) } }],
  [
    'inspector',
    {
      sdk: inspector,
      answers: {
        BatchGetAccountStatus: () => ({
          accounts: [
            {
              accountId,
              state: off,
              resourceState: { ec2: off, ecr: off, lambda: off, lambdaCode: off },
            },
          ],
          failedAccounts: [],
        }),
        ListFindings: () => ({ findings: [] }),
      },
    },
  ],
  [
    'kinesis',
    { sdk: kinesis, answers: { ListStreams: () => ({ StreamNames: [], HasMoreStreams: false }) } },
  ],
  ['lambda', { sdk: lambda, answers: { ListFunctions: () => ({ Functions: [] }) } }],
  [
    'macie',
    {
      sdk: macie,
      answers: {
        GetMacieSession: () => refuse('AccessDeniedException', 403, 'Macie is not enabled.'),
      },
    },
  ],
  ['opensearch', { sdk: opensearch, answers: { ListDomainNames: () => ({ DomainNames: [] }) } }],
  ['redshift', { sdk: redshift, answers: { DescribeClusters: () => ({ Clusters: [] }) } }],
  [
    'route-53',
    {
      sdk: route53,
      answers: { ListHostedZones: () => ({ HostedZones: [], IsTruncated: false, MaxItems: 100 }) },
    },
  ],
  [
    'secrets-manager',
    { sdk: secretsManager, answers: { ListSecrets: () => ({ SecretList: [] }) } },
  ],
  [
    'security-hub',
    {
      sdk: securityHub,
      answers: {
        DescribeHub: () => refuse('ResourceNotFoundException', 404),
        GetEnabledStandards: () => ({ StandardsSubscriptions: [] }),
      },
    },
  ],
  ['sfn', { sdk: sfn, answers: { ListStateMachines: () => ({ stateMachines: [] }) } }],
  ['sns', { sdk: sns, answers: { ListTopics: () => ({ Topics: [] }) } }],
  ['sqs', { sdk: sqs, answers: { ListQueues: () => ({}) } }],
  [
    'ssm',
    {
      sdk: ssm,
      answers: {
        DescribeInstanceInformation: () => ({ InstanceInformationList: [] }),
        DescribeParameters: () => ({ Parameters: [] }),
        GetServiceSetting: () => ({
          ServiceSetting: { SettingValue: 'Disable', Status: 'Default' },
        }),
        ListDocuments: () => ({ DocumentIdentifiers: [] }),
        ListResourceComplianceSummaries: () => ({ ResourceComplianceSummaryItems: [] }),
      },
    },
  ],
  ['wafv2', { sdk: waf, answers: { ListWebACLs: () => ({ WebACLs: [] }) } }],
];
