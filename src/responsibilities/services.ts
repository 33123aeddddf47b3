/**
 * The services whose split of duties is told. The category follows AWS's own division of services by how much AWS
 * operates: `infrastructure` (the customer runs the machine), `container` (AWS runs a platform inside networks that
 * the customer configures; not the same word as software containers) and `abstracted` (the customer sees an API).
 * Why a service stands where it stands: docs/responsibilities-notes.md.
 */
const categories = ['infrastructure', 'container', 'abstracted'] as const;
export type ServiceCategory = (typeof categories)[number];

/** `id` is stable: responsibility ids, checks and users' scripts are built on it. */
export interface Service {
  readonly id: string;
  readonly name: string;
  readonly category: ServiceCategory;
}

const catalogue = [
  { id: 'ec2', name: 'EC2', category: 'infrastructure' },
  { id: 'ebs', name: 'EBS', category: 'infrastructure' },
  { id: 'vpc', name: 'VPC', category: 'infrastructure' },
  { id: 'ec2-auto-scaling', name: 'EC2 Auto Scaling', category: 'infrastructure' },
  { id: 'elb', name: 'Elastic Load Balancing (ALB, NLB)', category: 'container' },
  { id: 'rds', name: 'RDS', category: 'container' },
  { id: 'aurora', name: 'Aurora', category: 'container' },
  { id: 'elasticache', name: 'ElastiCache', category: 'container' },
  { id: 'redshift', name: 'Redshift', category: 'container' },
  { id: 'opensearch', name: 'OpenSearch Service', category: 'container' },
  { id: 'documentdb', name: 'DocumentDB', category: 'container' },
  { id: 'neptune', name: 'Neptune', category: 'container' },
  { id: 'ecs-ec2', name: 'ECS (EC2 launch type)', category: 'container' },
  { id: 'ecs-fargate', name: 'ECS on Fargate', category: 'container' },
  { id: 'eks', name: 'EKS (managed or self-managed nodes)', category: 'container' },
  { id: 'eks-fargate', name: 'EKS on Fargate or Auto Mode', category: 'container' },
  { id: 'ecr', name: 'ECR', category: 'abstracted' },
  { id: 'lambda', name: 'Lambda', category: 'abstracted' },
  { id: 'elastic-beanstalk', name: 'Elastic Beanstalk', category: 'container' },
  { id: 'emr', name: 'EMR on EC2', category: 'container' },
  { id: 's3', name: 'S3', category: 'abstracted' },
  { id: 'dynamodb', name: 'DynamoDB', category: 'abstracted' },
  { id: 'efs', name: 'EFS', category: 'abstracted' },
  { id: 'backup', name: 'AWS Backup', category: 'abstracted' },
  { id: 'sqs', name: 'SQS', category: 'abstracted' },
  { id: 'sns', name: 'SNS', category: 'abstracted' },
  { id: 'eventbridge', name: 'EventBridge', category: 'abstracted' },
  { id: 'kinesis', name: 'Kinesis Data Streams', category: 'abstracted' },
  { id: 'step-functions', name: 'Step Functions', category: 'abstracted' },
  { id: 'api-gateway', name: 'API Gateway', category: 'abstracted' },
  { id: 'cloudfront', name: 'CloudFront', category: 'abstracted' },
  { id: 'route53', name: 'Route 53', category: 'abstracted' },
  { id: 'waf', name: 'AWS WAF and Shield', category: 'abstracted' },
  { id: 'iam', name: 'IAM', category: 'abstracted' },
  { id: 'cognito', name: 'Cognito', category: 'abstracted' },
  { id: 'kms', name: 'KMS', category: 'abstracted' },
  { id: 'acm', name: 'ACM', category: 'abstracted' },
  { id: 'secrets-manager', name: 'Secrets Manager', category: 'abstracted' },
  { id: 'systems-manager', name: 'Systems Manager', category: 'abstracted' },
  { id: 'cloudtrail', name: 'CloudTrail', category: 'abstracted' },
  { id: 'cloudwatch', name: 'CloudWatch', category: 'abstracted' },
  { id: 'config', name: 'AWS Config', category: 'abstracted' },
  { id: 'guardduty', name: 'GuardDuty', category: 'abstracted' },
  { id: 'inspector', name: 'Inspector', category: 'abstracted' },
  { id: 'security-hub', name: 'Security Hub CSPM', category: 'abstracted' },
  // Our own addition (account.ts): contacts, enabled regions and the organisation belong to no other service.
  { id: 'account', name: 'AWS account and organisation', category: 'abstracted' },
] as const satisfies readonly Service[];

export type ServiceId = (typeof catalogue)[number]['id'];

/** In the order in which reports list them. */
export const services: readonly (Service & { readonly id: ServiceId })[] = catalogue;
