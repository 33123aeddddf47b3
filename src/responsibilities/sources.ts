/**
 * What each row rests on: AWS's public pages. The shared responsibility model speaks of every layer; the page of the
 * layer, where AWS has one, says it in full; the security chapter of the service says what the split is there.
 * docs/responsibilities-notes.md says where sources disagree, and what the project grew from.
 */
import type { LayerId } from './layers.ts';
import type { ServiceId } from './services.ts';

/** A page of AWS's: its title, and its path below docs.aws.amazon.com or its whole address. */
type Page = readonly [title: string, at: string];

const model: Page = [
  'AWS Shared Responsibility Model',
  'https://aws.amazon.com/compliance/shared-responsibility-model/',
];

/** Pages that speak of one layer, whatever the service. */
const layerPages: Readonly<Partial<Record<LayerId, Page>>> = {
  'physical-facilities': [
    'AWS data center controls',
    'https://aws.amazon.com/compliance/data-center/controls/',
  ],
  'host-virtualization': [
    'The Security Design of the AWS Nitro System',
    'whitepapers/latest/security-design-of-aws-nitro-system/security-design-of-aws-nitro-system.html',
  ],
  'data-and-data-location': [
    'AWS Data Privacy FAQ',
    'https://aws.amazon.com/compliance/data-privacy-faq/',
  ],
  'backup-and-recovery': [
    'Shared Responsibility Model for Resiliency',
    'wellarchitected/latest/reliability-pillar/shared-responsibility-model-for-resiliency.html',
  ],
  'availability-and-resilience': [
    'Shared Responsibility Model for Resiliency',
    'wellarchitected/latest/reliability-pillar/shared-responsibility-model-for-resiliency.html',
  ],
};

const servicePages: Readonly<Record<ServiceId, readonly Page[]>> = {
  ec2: [['Security in Amazon EC2', 'AWSEC2/latest/UserGuide/ec2-security.html']],
  ebs: [['Amazon EBS encryption', 'ebs/latest/userguide/ebs-encryption.html']],
  vpc: [
    ['Infrastructure security in Amazon VPC', 'vpc/latest/userguide/infrastructure-security.html'],
  ],
  'ec2-auto-scaling': [
    ['Security in Amazon EC2 Auto Scaling', 'autoscaling/ec2/userguide/security.html'],
  ],
  elb: [
    ['Security in Elastic Load Balancing', 'elasticloadbalancing/latest/userguide/security.html'],
  ],
  rds: [
    ['Security in Amazon RDS', 'AmazonRDS/latest/UserGuide/UsingWithRDS.html'],
    [
      'What is Amazon RDS (comparison of responsibilities)',
      'AmazonRDS/latest/UserGuide/Welcome.html',
    ],
  ],
  aurora: [
    ['Security in Amazon Aurora', 'AmazonRDS/latest/AuroraUserGuide/UsingWithRDS.html'],
    [
      'Encrypting Amazon Aurora resources',
      'AmazonRDS/latest/AuroraUserGuide/Overview.Encryption.html',
    ],
  ],
  elasticache: [
    ['Security in Amazon ElastiCache', 'AmazonElastiCache/latest/dg/redis-security.html'],
  ],
  redshift: [
    ['Security in Amazon Redshift', 'redshift/latest/mgmt/iam-redshift-user-mgmt.html'],
    ['Behavior changes in Amazon Redshift', 'redshift/latest/mgmt/behavior-changes.html'],
  ],
  opensearch: [
    [
      'Security in Amazon OpenSearch Service',
      'opensearch-service/latest/developerguide/security.html',
    ],
  ],
  documentdb: [['Security in Amazon DocumentDB', 'documentdb/latest/developerguide/security.html']],
  neptune: [['Securing your Amazon Neptune database', 'neptune/latest/userguide/security.html']],
  'ecs-ec2': [
    [
      'AWS shared responsibility model for Amazon ECS',
      'AmazonECS/latest/developerguide/security-shared-model.html',
    ],
  ],
  'ecs-fargate': [
    [
      'AWS shared responsibility model for Amazon ECS',
      'AmazonECS/latest/developerguide/security-shared-model.html',
    ],
  ],
  eks: [['Security in Amazon EKS', 'eks/latest/userguide/security.html']],
  'eks-fargate': [
    ['Security in Amazon EKS', 'eks/latest/userguide/security.html'],
    ['Security considerations for Amazon EKS Auto Mode', 'eks/latest/userguide/auto-security.html'],
  ],
  ecr: [
    ['Security in Amazon Elastic Container Registry', 'AmazonECR/latest/userguide/security.html'],
  ],
  lambda: [['Security in AWS Lambda', 'lambda/latest/dg/lambda-security.html']],
  'elastic-beanstalk': [
    ['AWS Elastic Beanstalk security', 'elasticbeanstalk/latest/dg/security.html'],
    [
      'Shared responsibility model for Elastic Beanstalk platform maintenance',
      'elasticbeanstalk/latest/dg/platforms-shared-responsibility.html',
    ],
  ],
  emr: [['Security in Amazon EMR', 'emr/latest/ManagementGuide/emr-security.html']],
  s3: [
    ['Security in Amazon S3', 'AmazonS3/latest/userguide/security.html'],
    ['Default encryption FAQ', 'AmazonS3/latest/userguide/default-encryption-faq.html'],
  ],
  dynamodb: [
    [
      'Security and compliance in Amazon DynamoDB',
      'amazondynamodb/latest/developerguide/security.html',
    ],
  ],
  efs: [['Security in Amazon EFS', 'efs/latest/ug/security-considerations.html']],
  backup: [['Security in AWS Backup', 'aws-backup/latest/devguide/security-considerations.html']],
  sqs: [
    ['Security in Amazon SQS', 'AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-security.html'],
  ],
  sns: [['Amazon SNS security', 'sns/latest/dg/sns-security.html']],
  eventbridge: [
    ['Security in Amazon EventBridge', 'eventbridge/latest/userguide/eb-security.html'],
  ],
  kinesis: [['Security in Amazon Kinesis Data Streams', 'streams/latest/dev/security.html']],
  'step-functions': [['Security in AWS Step Functions', 'step-functions/latest/dg/security.html']],
  'api-gateway': [
    ['Security in Amazon API Gateway', 'apigateway/latest/developerguide/security.html'],
  ],
  cloudfront: [
    ['Security in Amazon CloudFront', 'AmazonCloudFront/latest/DeveloperGuide/security.html'],
  ],
  route53: [['Security in Amazon Route 53', 'Route53/latest/DeveloperGuide/security.html']],
  waf: [['Security in AWS WAF', 'waf/latest/developerguide/security.html']],
  iam: [['Security in IAM and AWS STS', 'IAM/latest/UserGuide/security.html']],
  cognito: [['Security in Amazon Cognito', 'cognito/latest/developerguide/security.html']],
  kms: [['Security of AWS KMS', 'kms/latest/developerguide/kms-security.html']],
  acm: [
    ['Data protection in AWS Certificate Manager', 'acm/latest/userguide/data-protection.html'],
  ],
  'secrets-manager': [
    ['Security in AWS Secrets Manager', 'secretsmanager/latest/userguide/security.html'],
  ],
  'systems-manager': [
    ['Security in AWS Systems Manager', 'systems-manager/latest/userguide/security.html'],
  ],
  cloudtrail: [
    ['Data protection in AWS CloudTrail', 'awscloudtrail/latest/userguide/data-protection.html'],
  ],
  cloudwatch: [
    ['Security in Amazon CloudWatch', 'AmazonCloudWatch/latest/monitoring/security.html'],
  ],
  config: [['Security in AWS Config', 'config/latest/developerguide/security.html']],
  guardduty: [['Security in Amazon GuardDuty', 'guardduty/latest/ug/security.html']],
  inspector: [['Security in Amazon Inspector', 'inspector/latest/user/security.html']],
  'security-hub': [['Security in AWS Security Hub', 'securityhub/latest/userguide/security.html']],
  account: [
    ['AWS Account Management Reference Guide', 'accounts/latest/reference/accounts-welcome.html'],
    ['AWS Organizations User Guide', 'organizations/latest/userguide/orgs_introduction.html'],
  ],
};

/** `Title <address>; Title <address>`: what says the same as the row, from the general to the particular. */
export function citation(service: ServiceId, layer: LayerId): string {
  const ofLayer = layerPages[layer];
  const pages = [model, ...(ofLayer ? [ofLayer] : []), ...servicePages[service]];
  return pages
    .map(
      ([title, at]) =>
        `${title} <${at.startsWith('https:') ? at : `https://docs.aws.amazon.com/${at}`}>`,
    )
    .join('; ');
}
