/**
 * The kinds of resources of a made account. There are as many of each as lie between two generated accounts, that of 6,600
 * resources and that of 121,000 (bench/account/sizes.ts): what needs a call for each, such as buckets, grows slowly, and what
 * one list tells of grows without bound, as it does in accounts. Kinds that those accounts do not have are of this file.
 */
import { sizes } from '../account/sizes.ts';
import { type Dice, hexDigits, uuid } from './dice.ts';

export interface Kind {
  /** The collector whose list it is, as checks name it. */
  readonly list: string;
  readonly type: string;
  /** How many there are in the smaller and in the larger account. */
  readonly counts: readonly [small: number, large: number];
  /** ARN, its last part aside; `*` stands for the Region. */
  readonly prefix: string;
  /** The last part of the ARN. */
  id(dice: Dice, words: string): string;
  /** How it is called, where that is not the last part of its ARN. */
  name?(id: string, words: string): string;
  readonly isGlobal?: true;
  /**
   * What is asked of each by itself, and the member of the input that names it. Answers that are one of a few settings are
   * alike, and so are their hashes; `own` are those that no two resources have in common.
   */
  readonly asked?: {
    readonly by: string;
    readonly own: readonly string[];
    readonly alike: readonly string[];
  };
}

const small = sizes['6600'].counts;
const large = sizes['121000'].counts;
const between = (kind: keyof typeof small) => [small[kind], large[kind]] as const;

const ec2Id =
  (prefix: string): Kind['id'] =>
  (dice) =>
    `${prefix}-0${dice.text(16, hexDigits)}`;
/** As EC2's resources are called: by their tag, and their id. */
const tagged = (id: string, words: string) => `${words} (${id})`;
const worded: Kind['id'] = (_, words) => words;
/** What is unique in all of AWS ends in letters of chance. */
const wordedApart: Kind['id'] = (dice, words) => `${words}-${dice.text(8, hexDigits)}`;
const called = (by: string, own: readonly string[], alike: readonly string[] = []) => ({
  by,
  own,
  alike,
});

export const kinds: readonly Kind[] = [
  {
    list: 'vpc.security-groups',
    type: 'AWS::EC2::SecurityGroup',
    counts: between('securityGroups'),
    prefix: 'ec2:*:security-group/',
    id: ec2Id('sg'),
    name: tagged,
  },
  {
    list: 'ebs.volumes',
    type: 'AWS::EC2::Volume',
    counts: between('volumes'),
    prefix: 'ec2:*:volume/',
    id: ec2Id('vol'),
  },
  {
    list: 'ebs.snapshot-exposures',
    type: 'AWS::EC2::Snapshot',
    counts: between('snapshots'),
    prefix: 'ec2:*:snapshot/',
    id: ec2Id('snap'),
  },
  {
    list: 'vpc.network-interfaces',
    type: 'AWS::EC2::NetworkInterface',
    counts: between('networkInterfaces'),
    prefix: 'ec2:*:network-interface/',
    id: ec2Id('eni'),
  },
  {
    list: 'ec2.instances',
    type: 'AWS::EC2::Instance',
    counts: between('instances'),
    prefix: 'ec2:*:instance/',
    id: ec2Id('i'),
    name: tagged,
  },
  {
    list: 'vpc.subnets',
    type: 'AWS::EC2::Subnet',
    counts: between('subnets'),
    prefix: 'ec2:*:subnet/',
    id: ec2Id('subnet'),
    name: tagged,
  },
  {
    list: 'vpc.vpcs',
    type: 'AWS::EC2::VPC',
    counts: between('vpcs'),
    prefix: 'ec2:*:vpc/',
    id: ec2Id('vpc'),
    name: tagged,
  },
  {
    list: 'cloudwatch-logs.log-groups',
    type: 'AWS::Logs::LogGroup',
    counts: [900, 6000],
    prefix: 'logs:*:log-group:',
    id: (dice, words) => `/aws/${dice.pick(['lambda', 'ecs', 'rds', 'codebuild'])}/${words}`,
  },
  {
    list: 's3.buckets',
    type: 'AWS::S3::Bucket',
    counts: between('buckets'),
    prefix: 's3:::',
    id: wordedApart,
    isGlobal: true,
    asked: called(
      'Bucket',
      ['GetBucketPolicy', 'GetBucketLogging'],
      [
        'GetBucketAcl',
        'GetBucketEncryption',
        'GetBucketLifecycleConfiguration',
        'GetBucketPolicyStatus',
        'GetBucketVersioning',
        'GetPublicAccessBlock',
      ],
    ),
  },
  {
    list: 'iam.users',
    type: 'AWS::IAM::User',
    counts: between('users'),
    prefix: 'iam::user/',
    id: worded,
    isGlobal: true,
    asked: called('UserName', ['ListMFADevices'], ['ListUserPolicies']),
  },
  {
    list: 'iam.roles',
    type: 'AWS::IAM::Role',
    counts: between('roles'),
    prefix: 'iam::role/',
    id: worded,
    isGlobal: true,
    asked: called('RoleName', ['ListAttachedRolePolicies'], ['ListRolePolicies']),
  },
  {
    list: 'iam.customer-policies',
    type: 'AWS::IAM::Policy',
    counts: between('policies'),
    prefix: 'iam::policy/',
    id: worded,
    isGlobal: true,
    asked: called('PolicyArn', ['GetPolicyVersion']),
  },
  {
    list: 'rds.instances',
    type: 'AWS::RDS::DBInstance',
    counts: between('dbInstances'),
    prefix: 'rds:*:db:',
    id: worded,
  },
  {
    list: 'rds.manual-snapshots',
    type: 'AWS::RDS::DBSnapshot',
    counts: between('dbSnapshots'),
    prefix: 'rds:*:snapshot:',
    id: worded,
    asked: called('DBSnapshotIdentifier', ['DescribeDBSnapshotAttributes']),
  },
  {
    list: 'kms.keys',
    type: 'AWS::KMS::Key',
    counts: between('keys'),
    prefix: 'kms:*:key/',
    id: uuid,
    asked: called('KeyId', ['DescribeKey', 'GetKeyPolicy'], ['GetKeyRotationStatus']),
  },
  {
    list: 'lambda.functions',
    type: 'AWS::Lambda::Function',
    counts: [300, 2500],
    prefix: 'lambda:*:function:',
    id: worded,
    asked: called('FunctionName', ['GetPolicy']),
  },
  {
    list: 'secrets-manager.secrets',
    type: 'AWS::SecretsManager::Secret',
    counts: [150, 1200],
    prefix: 'secretsmanager:*:secret:',
    id: (dice, words) => `${words}-${dice.text(6, `${hexDigits}ghijkLMNOPQRSTUVWXYZ`)}`,
  },
  {
    list: 'sqs.queues',
    type: 'AWS::SQS::Queue',
    counts: [120, 500],
    prefix: 'sqs:*:',
    id: worded,
    asked: called('QueueUrl', ['GetQueueAttributes']),
  },
  {
    list: 'sns.topics',
    type: 'AWS::SNS::Topic',
    counts: [80, 300],
    prefix: 'sns:*:',
    id: worded,
    asked: called('TopicArn', ['GetTopicAttributes']),
  },
  {
    list: 'ecs.task-definitions',
    type: 'AWS::ECS::TaskDefinition',
    counts: [100, 600],
    prefix: 'ecs:*:task-definition/',
    id: (dice, words) => `${words}:${dice.below(300)}`,
    asked: called('taskDefinition', ['DescribeTaskDefinition']),
  },
  {
    list: 'dynamodb.tables',
    type: 'AWS::DynamoDB::Table',
    counts: [80, 400],
    prefix: 'dynamodb:*:table/',
    id: worded,
    asked: called('TableName', ['DescribeTable'], ['DescribeContinuousBackups']),
  },
  {
    list: 'elb.load-balancers',
    type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
    counts: [60, 300],
    prefix: 'elasticloadbalancing:*:loadbalancer/app/',
    id: (dice, words) => `${words}/${dice.text(16, hexDigits)}`,
    name: (_, words) => words,
    asked: called('LoadBalancerArn', ['DescribeLoadBalancerAttributes']),
  },
];
