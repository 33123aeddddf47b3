/**
 * What the matrix rests on. Five short texts on the model, numbered from 0, which this project grew from, and the
 * security pages of AWS's documentation. Where they disagree AWS's documentation wins; docs/responsibilities-notes.md
 * lists the texts, and says where they disagree and what was chosen.
 */
import type { ServiceId } from './services.ts';

export type TextNumber = 0 | 1 | 2 | 3 | 4;

/** The notes that speak of a service by name; the others speak of it only in general terms. */
const namedIn: Readonly<Partial<Record<ServiceId, readonly TextNumber[]>>> = {
  ec2: [1, 2, 3, 4],
  ebs: [1],
  vpc: [1],
  elb: [3],
  rds: [2, 3, 4],
  'ecs-ec2': [1],
  'ecs-fargate': [1],
  eks: [1],
  'eks-fargate': [1],
  lambda: [1, 4],
  s3: [1, 2],
  dynamodb: [1, 4],
  cloudfront: [1, 3],
  iam: [0, 1, 2, 3, 4],
  'secrets-manager': [1],
  'systems-manager': [1],
};

/** Titles of the pages of AWS's documentation that speak for the service. */
const pages: Readonly<Record<ServiceId, string>> = {
  ec2: 'Security in Amazon EC2',
  ebs: 'Amazon EBS encryption',
  vpc: 'Infrastructure security in Amazon VPC',
  'ec2-auto-scaling': 'Security in Amazon EC2 Auto Scaling',
  elb: 'Security in Elastic Load Balancing',
  rds: 'Security in Amazon RDS; What is Amazon RDS (comparison of responsibilities)',
  aurora: 'Security in Amazon Aurora; Encrypting Amazon Aurora resources',
  elasticache: 'Security in Amazon ElastiCache',
  redshift: 'Security in Amazon Redshift; Behavior changes in Amazon Redshift',
  opensearch: 'Security in Amazon OpenSearch Service',
  documentdb: 'Security in Amazon DocumentDB',
  neptune: 'Securing your Amazon Neptune database',
  'ecs-ec2': 'AWS shared responsibility model for Amazon ECS',
  'ecs-fargate': 'AWS shared responsibility model for Amazon ECS',
  eks: 'Security in Amazon EKS',
  'eks-fargate': 'Security in Amazon EKS; Security considerations for Amazon EKS Auto Mode',
  ecr: 'Security in Amazon Elastic Container Registry',
  lambda: 'Security in AWS Lambda',
  'elastic-beanstalk':
    'AWS Elastic Beanstalk security; Shared responsibility model for Elastic Beanstalk platform maintenance',
  emr: 'Security in Amazon EMR',
  s3: 'Security in Amazon S3; Default encryption FAQ',
  dynamodb: 'Security and compliance in Amazon DynamoDB',
  efs: 'Security in Amazon EFS',
  backup: 'Security in AWS Backup',
  sqs: 'Security in Amazon SQS',
  sns: 'Amazon SNS security',
  eventbridge: 'Security in Amazon EventBridge',
  kinesis: 'Security in Amazon Kinesis Data Streams',
  'step-functions': 'Security in AWS Step Functions',
  'api-gateway': 'Security in Amazon API Gateway',
  cloudfront: 'Security in Amazon CloudFront',
  route53: 'Security in Amazon Route 53',
  waf: 'Security in AWS WAF',
  iam: 'Security in IAM and AWS STS',
  cognito: 'Security in Amazon Cognito',
  kms: 'Security of AWS KMS',
  acm: 'Data protection in AWS Certificate Manager',
  'secrets-manager': 'Security in AWS Secrets Manager',
  'systems-manager': 'Security in AWS Systems Manager',
  cloudtrail: 'Security in AWS CloudTrail',
  cloudwatch: 'Security in Amazon CloudWatch',
  config: 'Security in AWS Config',
  guardduty: 'Security in Amazon GuardDuty',
  inspector: 'Security in Amazon Inspector',
  'security-hub': 'Security in AWS Security Hub',
  account:
    'AWS Account Management Reference Guide (contacts, Regions); AWS Organizations User Guide (policies, delegated administrators)',
};

interface Cited {
  readonly texts: readonly TextNumber[];
  readonly universal?: true;
  readonly documented?: true;
}

/**
 * The citation of one row: first the texts that name the service, then those that speak in general, then AWS's
 * documentation, which is cited wherever no text names the service and wherever it adds to the texts.
 */
export function citation(service: ServiceId, cited: Cited): string {
  const naming = cited.universal ? cited.texts : (namedIn[service] ?? []);
  let named = '';
  let general = '';
  for (const text of cited.texts) {
    if (naming.includes(text)) named += named ? `, ${text}` : `project notes ${text}`;
    else general += general ? `, ${text}` : `notes ${text}`;
  }
  let all = named;
  if (general) all += `${named ? '; ' : 'project '}${general} (in general terms)`;
  const model = 'AWS Shared Responsibility Model';
  if (named && !cited.documented) return `${model}; ${all}`;
  return `${model}; ${all}${all && '; '}AWS documentation: ${pages[service]}`;
}
