/** Questions that are the whole of a line: no AWS API tells any of it. */
import { furtherQuestions } from './further-questions.ts';
import type { Question } from './terms.ts';

/** The first that fits a row is the row's. */
export const questions: readonly Question[] = [
  {
    layer: 'client-side-encryption',
    services: ['account'],
    question:
      'Are account names, tags, contact fields and policy texts free of confidential data, since they cannot be encrypted by the client?',
  },
  {
    layer: 'client-side-encryption',
    services: 'every',
    question:
      'Which data must stay unreadable to {service}, is it encrypted before it is sent, and who holds and recovers those keys?',
  },
  {
    layer: 'application-code',
    services: ['ec2', 'ecs-ec2', 'ecs-fargate', 'elastic-beanstalk', 'emr'],
    question:
      'Is the code that runs on {service} reviewed, tested and scanned with its dependencies, does it authenticate its users strongly, and when was this last verified?',
  },
  {
    layer: 'application-code',
    services: ['eks', 'eks-fargate'],
    question:
      'Is the code that runs on {service} reviewed and scanned, does it authenticate its users strongly, and do admission rules such as Pod Security Standards refuse privileged, host-sharing and root pods?',
  },
  {
    layer: 'application-code',
    services: ['rds', 'aurora', 'redshift', 'opensearch', 'documentdb', 'neptune', 'elasticache'],
    question:
      'Are the schemas, queries and applications that use {service} reviewed against injection and excess of rights, and do they keep their credentials out of code?',
  },
  {
    layer: 'application-code',
    services: ['cognito', 'api-gateway', 'cloudfront', 'elb'],
    question:
      'Do the applications behind {service} verify tokens and sessions of their users themselves, and are they reviewed, tested and scanned?',
  },
  {
    layer: 'application-code',
    services: ['account'],
    question: 'Is the automation that creates, configures and closes accounts reviewed and tested?',
  },
  {
    layer: 'os-configuration-and-host-firewall',
    services: ['ec2', 'elastic-beanstalk', 'emr'],
    question:
      'Which hardening baseline do the hosts of {service} follow, with accounts, services and host firewall, and when was a host last compared with it?',
  },
  {
    layer: 'os-configuration-and-host-firewall',
    services: ['ecs-ec2'],
    question:
      'Which hardening baseline do the container instances follow, and which isolation between tasks on one instance is relied on?',
  },
  {
    layer: 'os-configuration-and-host-firewall',
    services: ['eks'],
    question:
      'Which hardening baseline do the nodes follow, and which pod security and network policies separate pods on one node?',
  },
  {
    layer: 'identity-and-access',
    asks: 'rest',
    services: ['eks', 'eks-fargate'],
    question:
      'Do Kubernetes roles and bindings grant least privilege, and is nobody bound to cluster-admin who does not need it?',
  },
  {
    layer: 'identity-and-access',
    asks: 'rest',
    services: ['redshift', 'opensearch', 'documentdb', 'neptune'],
    question:
      'Are the users, roles and grants inside {service} limited to need, reviewed, and removed when people leave?',
  },
  {
    layer: 'encryption-in-transit',
    services: ['ec2', 'ecs-ec2', 'ecs-fargate', 'eks', 'eks-fargate'],
    question:
      "Is traffic between the customer's own hosts and containers encrypted wherever it carries protected data, with certificates that are verified?",
  },
  {
    layer: 'data-and-data-location',
    services: [
      'vpc',
      'ec2-auto-scaling',
      'elb',
      'elasticache',
      'redshift',
      'opensearch',
      'documentdb',
      'neptune',
      'ecs-ec2',
      'ecs-fargate',
      'eks',
      'eks-fargate',
      'ecr',
      'lambda',
      'elastic-beanstalk',
      'emr',
      'dynamodb',
      'efs',
      'backup',
      'sqs',
      'sns',
      'eventbridge',
      'kinesis',
      'step-functions',
      'api-gateway',
      'route53',
      'waf',
      'iam',
      'cognito',
      'acm',
      'secrets-manager',
      'cloudwatch',
      'config',
      'guardduty',
      'inspector',
      'security-hub',
    ],
    question:
      'Is the data that {service} holds or carries classified, may it be in the regions where it is, and is it deleted when its purpose ends?',
  },
  {
    layer: 'backup-and-recovery',
    services: [
      'vpc',
      'ec2-auto-scaling',
      'ecs-ec2',
      'ecs-fargate',
      'eks',
      'eks-fargate',
      'ecr',
      'lambda',
      'elastic-beanstalk',
      'emr',
      'sqs',
      'sns',
      'eventbridge',
      'kinesis',
      'step-functions',
      'api-gateway',
      'cloudfront',
      'route53',
      'waf',
      'iam',
      'cognito',
      'acm',
      'secrets-manager',
      'systems-manager',
      'account',
    ],
    question:
      'Are the definitions and the configuration of {service} kept in version control, and when was it last recreated from them?',
  },
  {
    layer: 'availability-and-resilience',
    services: [
      'ec2',
      'ecs-ec2',
      'ecs-fargate',
      'eks',
      'eks-fargate',
      'elastic-beanstalk',
      'emr',
      'lambda',
      'elasticache',
      'redshift',
      'opensearch',
      'documentdb',
      'neptune',
      'efs',
    ],
    question:
      'When was the loss of a zone, and of the region where the business needs it, last exercised for what runs on {service}, and were the recovery objectives met?',
  },
  {
    layer: 'logging-and-monitoring',
    services: ['ec2'],
    question:
      'Are operating system and application logs of the instances collected away from the host, kept long enough and reviewed?',
  },
  {
    layer: 'logging-and-monitoring',
    services: ['account'],
    question:
      'Is there an incident response plan that was exercised in the last year, are security audits held at planned intervals, and does the structure of the organisation still fit its policies?',
  },
  {
    layer: 'application-code',
    services: [
      'ebs',
      'vpc',
      'ec2-auto-scaling',
      'ecr',
      'lambda',
      's3',
      'dynamodb',
      'efs',
      'backup',
      'sqs',
      'sns',
      'eventbridge',
      'kinesis',
      'step-functions',
      'route53',
      'waf',
      'iam',
      'kms',
      'acm',
      'secrets-manager',
      'systems-manager',
      'cloudtrail',
      'cloudwatch',
      'config',
      'guardduty',
      'inspector',
      'security-hub',
    ],
    question:
      'Are the applications, templates and clients that use {service} reviewed, and are their dependencies kept current?',
  },
  {
    // Their endpoints take HTTPS alone (AWS General Reference, "Service endpoints and quotas"): what is left is the client's.
    layer: 'encryption-in-transit',
    services: [
      'ecr',
      'lambda',
      'backup',
      'eventbridge',
      'kinesis',
      'step-functions',
      'cognito',
      'kms',
      'secrets-manager',
      'systems-manager',
      'cloudtrail',
      'config',
      'guardduty',
      'inspector',
      'security-hub',
      'account',
    ],
    question:
      'Does every client of {service} use TLS 1.2 or newer and check the certificate, also behind proxies that open TLS?',
  },
  {
    layer: 'server-side-encryption-at-rest',
    services: ['iam', 'cognito'],
    question:
      'Where do exports of {service}, such as reports and lists of users, lie outside of it, and are they encrypted there?',
    wanted:
      'The list of exports with their places, who may read them, and how each place is encrypted.',
  },
  {
    layer: 'server-side-encryption-at-rest',
    services: ['acm'],
    question:
      'Where do the private keys of certificates lie that were exported, or imported from elsewhere, and how are those places protected?',
    wanted:
      'The list of such certificates, and for each where its private key is kept and who may read it.',
  },
  ...furtherQuestions,
];
