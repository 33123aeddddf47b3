/**
 * What an API tells of lines that no check reads yet, with the API: the reason why such a line is open. A line with a check
 * names what is left of it in its reading, and needs no gap.
 */
import type { LayerId } from './layers.ts';
import type { ServiceId } from './services.ts';

export interface Gap {
  /** In words that follow "no check reads". */
  readonly unread: string;
  /** Operations, or where there are many, what they have in common; in words that go before "would tell". */
  readonly api: string;
}

type Gaps = Readonly<Partial<Record<LayerId, Readonly<Partial<Record<ServiceId, Gap>>>>>>;

/** The gap of lines of a layer whose gap is the same for most of its services. */
const usual: Readonly<Partial<Record<LayerId, Gap>>> = {
  'network-configuration': {
    unread: 'VPC endpoints of the service, their policies and network conditions in policies',
    api: 'ec2:DescribeVpcEndpoints',
  },
  'identity-and-access': {
    unread: 'which identities may do what with the service',
    api: 'iam:GetAccountAuthorizationDetails',
  },
  'encryption-in-transit': {
    unread: 'conditions on aws:SecureTransport in policies',
    api: 'iam:GetAccountAuthorizationDetails',
  },
  'logging-and-monitoring': {
    unread: 'alarms on metrics of the service',
    api: 'cloudwatch:DescribeAlarms',
  },
  'guest-os': {
    unread: 'the age of the images of the hosts',
    api: 'ec2:DescribeImages',
  },
  'service-software-and-engine-patching': {
    unread: 'the versions in use',
    api: 'the Describe operations of the service',
  },
  'runtime-and-platform': {
    unread: 'the images and platforms in use, and their scans',
    api: 'the Describe operations of the service',
  },
  'backup-and-recovery': {
    unread: 'copies that exist and how long they are kept',
    api: 'the Describe operations of the service',
  },
  'availability-and-resilience': {
    unread: 'the zones in use',
    api: 'the Describe operations of the service',
  },
  'data-and-data-location': {
    unread: 'the Regions of the resources',
    api: 'the List operations of the service',
  },
};

const gap = (unread: string, api: string): Gap => ({ unread, api });
const securityGroups = (api: string) => gap('security groups, subnets and public access', api);
const parameters = (api: string) => gap('values of parameter groups and options', api);
const keys = (of: string, api: string) => gap(`the keys of ${of}`, api);
const tls = (of: string, api: string) => gap(`whether ${of} require TLS`, api);

const own: Gaps = {
  'runtime-and-platform': {
    rds: parameters('rds:DescribeDBParameters'),
    aurora: parameters('rds:DescribeDBClusterParameters'),
    documentdb: parameters('rds:DescribeDBClusterParameters'),
    neptune: parameters('rds:DescribeDBClusterParameters'),
    elasticache: parameters('elasticache:DescribeCacheParameters'),
    redshift: parameters('redshift:DescribeClusterParameters'),
    opensearch: gap('advanced options of domains', 'es:DescribeDomains'),
  },
  'network-configuration': {
    elasticache: securityGroups('elasticache:DescribeCacheClusters'),
    redshift: securityGroups('redshift:DescribeClusters'),
    opensearch: securityGroups('es:DescribeDomains'),
    documentdb: securityGroups('rds:DescribeDBClusters'),
    neptune: securityGroups('rds:DescribeDBClusters'),
    'elastic-beanstalk': securityGroups('elasticbeanstalk:DescribeConfigurationSettings'),
    emr: securityGroups('elasticmapreduce:GetBlockPublicAccessConfiguration'),
    efs: securityGroups('elasticfilesystem:DescribeMountTargetSecurityGroups'),
    'api-gateway': gap('web ACLs and resource policies of APIs', 'apigateway:GET'),
    route53: gap('DNS Firewall, and which VPCs a zone is for', 'route53:GetHostedZone'),
    waf: gap('what the rules of web ACLs allow', 'wafv2:GetWebACL'),
  },
  'server-side-encryption-at-rest': {
    vpc: keys('log groups and buckets with flow logs', 'logs:DescribeLogGroups'),
    'ec2-auto-scaling': keys('volumes in launch templates', 'ec2:DescribeLaunchTemplateVersions'),
    elb: keys('buckets with access logs', 's3:GetEncryptionConfiguration'),
    elasticache: keys('clusters', 'elasticache:DescribeReplicationGroups'),
    redshift: keys('clusters', 'redshift:DescribeClusters'),
    opensearch: keys('domains', 'es:DescribeDomains'),
    'ecs-ec2': keys('volumes of container instances', 'ec2:DescribeVolumes'),
    'ecs-fargate': keys('ephemeral storage', 'ecs:DescribeClusters'),
    ecr: keys('repositories', 'ecr:DescribeRepositories'),
    lambda: keys('environment variables and code', 'lambda:GetFunctionConfiguration'),
    'elastic-beanstalk': keys(
      'volumes of environments',
      'elasticbeanstalk:DescribeConfigurationSettings',
    ),
    emr: keys('security configurations', 'elasticmapreduce:DescribeSecurityConfiguration'),
    eventbridge: keys('event buses and archives', 'events:DescribeEventBus'),
    kinesis: keys('streams', 'kinesis:DescribeStreamSummary'),
    'step-functions': keys('state machines', 'states:DescribeStateMachine'),
    cloudfront: keys('buckets with logs and origins', 's3:GetEncryptionConfiguration'),
    route53: keys('log groups with query logs', 'logs:DescribeLogGroups'),
    waf: keys('log groups and buckets with logs', 'wafv2:GetLoggingConfiguration'),
    'secrets-manager': keys('secrets', 'secretsmanager:ListSecrets'),
    cloudwatch: keys('log groups', 'logs:DescribeLogGroups'),
    config: keys('delivery channels', 'config:DescribeDeliveryChannels'),
    guardduty: keys('exported findings', 'guardduty:DescribePublishingDestination'),
    inspector: keys('code that is scanned', 'inspector2:GetEncryptionKey'),
    'security-hub': keys(
      'topics and buckets that findings are sent to',
      'events:ListTargetsByRule',
    ),
  },
  'encryption-in-transit': {
    'elastic-beanstalk': tls(
      'listeners of environments',
      'elasticbeanstalk:DescribeConfigurationSettings',
    ),
    emr: tls('security configurations', 'elasticmapreduce:DescribeSecurityConfiguration'),
    efs: tls('file system policies', 'elasticfilesystem:DescribeFileSystemPolicy'),
    sqs: tls('queue policies', 'sqs:GetQueueAttributes'),
    sns: tls('topic policies', 'sns:GetTopicAttributes'),
    elasticache: tls('clusters', 'elasticache:DescribeReplicationGroups'),
    redshift: tls('parameter groups', 'redshift:DescribeClusterParameters'),
    opensearch: tls('domains', 'es:DescribeDomains'),
    documentdb: tls('parameter groups', 'rds:DescribeDBClusterParameters'),
    neptune: tls('parameter groups', 'rds:DescribeDBClusterParameters'),
    route53: tls('health checks', 'route53:ListHealthChecks'),
    waf: tls('distributions and load balancers behind web ACLs', 'wafv2:ListResourcesForWebACL'),
  },
  'logging-and-monitoring': {
    redshift: gap('audit logs of clusters', 'redshift:DescribeLoggingStatus'),
    opensearch: gap('logs of domains', 'es:DescribeDomains'),
    route53: gap('query logs', 'route53:ListQueryLoggingConfigs'),
    'step-functions': gap('logs of state machines', 'states:DescribeStateMachine'),
  },
};

/** What is open of a line without a check; undefined where nothing is known that an API would tell. */
export function gapOf(service: ServiceId, layer: LayerId): Gap | undefined {
  return own[layer]?.[service] ?? usual[layer];
}
