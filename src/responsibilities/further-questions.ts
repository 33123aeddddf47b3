/** Questions that ask for the rest of a line, of which checks read, or could read, another part. */
import type { Question } from './terms.ts';

export const furtherQuestions: readonly Question[] = [
  {
    layer: 'guest-os',
    asks: 'rest',
    services: ['ec2'],
    question:
      'Which process patches the operating systems, those included that Systems Manager does not manage, and how soon after a patch is out?',
  },
  {
    layer: 'guest-os',
    asks: 'rest',
    services: ['ecs-ec2', 'eks', 'elastic-beanstalk', 'emr', 'systems-manager'],
    question: 'Who replaces or patches the nodes of {service} when an image is out, and how soon?',
  },
  {
    layer: 'service-software-and-engine-patching',
    asks: 'rest',
    services: ['ec2'],
    question:
      'Are the packages, databases and middleware on the instances scanned for vulnerabilities, and how soon are findings mended?',
  },
  {
    layer: 'service-software-and-engine-patching',
    asks: 'rest',
    services: ['rds', 'aurora', 'elasticache', 'redshift', 'opensearch', 'documentdb', 'neptune'],
    question:
      'Who follows the end of support of engine versions of {service}, and when is the next major upgrade planned?',
    wanted: 'The list of engine versions with their end of support, and the plan of upgrades.',
  },
  {
    layer: 'service-software-and-engine-patching',
    asks: 'rest',
    services: [
      'ecs-ec2',
      'ecs-fargate',
      'eks',
      'eks-fargate',
      'lambda',
      'elastic-beanstalk',
      'emr',
    ],
    question:
      'Who follows the end of support of versions of {service}, and how soon are vulnerabilities mended that scans find?',
  },
  {
    layer: 'runtime-and-platform',
    asks: 'rest',
    services: [
      'ec2',
      'ecs-ec2',
      'ecs-fargate',
      'eks',
      'eks-fargate',
      'lambda',
      'elastic-beanstalk',
      'emr',
    ],
    question:
      'From which base images and runtimes is what runs on {service} built, are the images scanned before use, and are they rebuilt when a base image is patched?',
  },
  {
    layer: 'application-code',
    asks: 'rest',
    services: ['ecr'],
    question: 'Are images built from reviewed sources, scanned before they are pushed, and signed?',
  },
  {
    layer: 'identity-and-access',
    asks: 'rest',
    services: ['iam'],
    question:
      'Are rights reviewed at planned intervals against what each identity needs, and does access end on the day that people leave?',
  },
  {
    layer: 'identity-and-access',
    asks: 'rest',
    services: ['kms'],
    question:
      'Who may administer and who may use each key, are these different people, and when was that last reviewed?',
  },
  {
    layer: 'identity-and-access',
    asks: 'rest',
    services: ['account'],
    question:
      'Who reads what AWS sends to the contacts, and how are contacts kept current when people change?',
    wanted: 'Proof that a notice reached the contacts, and the procedure for changes.',
  },
  {
    layer: 'identity-and-access',
    asks: 'rest',
    services: [
      'ec2',
      'ebs',
      'vpc',
      'rds',
      'aurora',
      's3',
      'dynamodb',
      'lambda',
      'cloudtrail',
      'config',
      'backup',
      'secrets-manager',
    ],
    question:
      'Are the rights on {service} reviewed at planned intervals against what each identity needs?',
  },
  {
    layer: 'server-side-encryption-at-rest',
    asks: 'rest',
    services: ['kms'],
    question:
      'Who holds the custody of keys: who may delete, export or import key material, and how is a deletion noticed in time?',
  },
  {
    layer: 'server-side-encryption-at-rest',
    asks: 'rest',
    services: [
      'ebs',
      'rds',
      'aurora',
      's3',
      'dynamodb',
      'efs',
      'redshift',
      'opensearch',
      'documentdb',
      'neptune',
      'elasticache',
      'backup',
    ],
    question:
      'Which data on {service} needs a key of your own, and who holds the custody of that key: who may use, administer and delete it?',
  },
  {
    layer: 'encryption-in-transit',
    asks: 'rest',
    services: ['rds', 'aurora', 'redshift', 'opensearch', 'documentdb', 'neptune', 'elasticache'],
    question:
      'Do the clients of {service} verify its certificate, and when did they last take over new certificate authorities?',
  },
  {
    layer: 'data-and-data-location',
    asks: 'rest',
    services: [
      'ec2',
      'ebs',
      'rds',
      'aurora',
      's3',
      'kms',
      'cloudtrail',
      'systems-manager',
      'account',
    ],
    question:
      'Is the data of {service} classified, may it be where it is and be seen by those who see it, and is it deleted when its purpose ends?',
  },
  {
    layer: 'backup-and-recovery',
    asks: 'rest',
    services: [
      'ec2',
      'ebs',
      'rds',
      'aurora',
      's3',
      'dynamodb',
      'efs',
      'backup',
      'redshift',
      'opensearch',
      'documentdb',
      'neptune',
      'elasticache',
    ],
    question:
      'When was data of {service} last restored as a test, from a copy that a fault or an attacker in this account would not reach, and were the recovery objectives met?',
  },
  {
    layer: 'backup-and-recovery',
    asks: 'rest',
    services: ['kms'],
    question:
      'When was it last tried to stop a deletion of a key in time, or to restore imported material?',
  },
  {
    layer: 'backup-and-recovery',
    asks: 'rest',
    services: ['cloudtrail', 'cloudwatch', 'config', 'guardduty', 'inspector', 'security-hub'],
    question:
      'How long must the records of {service} be kept, and when were old ones last read back?',
  },
  {
    layer: 'availability-and-resilience',
    asks: 'rest',
    services: ['ebs', 'rds', 'aurora', 'vpc', 'elb', 'ec2-auto-scaling'],
    question:
      'When was a failover, or the loss of a zone, last exercised for {service}, and were the recovery objectives met?',
  },
  {
    layer: 'logging-and-monitoring',
    asks: 'rest',
    services: [
      'cloudtrail',
      'config',
      'iam',
      'vpc',
      's3',
      'rds',
      'aurora',
      'guardduty',
      'security-hub',
      'cloudwatch',
      'inspector',
      'ebs',
      'ec2-auto-scaling',
      'elasticache',
      'ecr',
      'elastic-beanstalk',
      'emr',
      'dynamodb',
      'efs',
      'backup',
      'sqs',
      'sns',
      'eventbridge',
      'kinesis',
      'cognito',
      'kms',
      'acm',
      'secrets-manager',
    ],
    question:
      'Who reviews what {service} records, how soon, and when was the response to a security event last exercised?',
  },
  {
    layer: 'network-configuration',
    asks: 'rest',
    services: ['ec2', 'vpc', 'rds', 'aurora'],
    question:
      'Is there a current plan of which networks may talk to which, and when were the rules last compared with it?',
    wanted: 'The plan of the network, and the record of the last comparison with the rules.',
  },
  {
    layer: 'network-configuration',
    asks: 'rest',
    services: [
      'ec2-auto-scaling',
      'ecr',
      's3',
      'dynamodb',
      'backup',
      'sqs',
      'sns',
      'eventbridge',
      'kinesis',
      'step-functions',
      'iam',
      'cognito',
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
      'account',
    ],
    question:
      'Which traffic to {service} must stay off the internet by your rules, from which networks may it be called, and do its VPC endpoints and their policies follow that?',
    wanted:
      'The rule which networks call the service, the endpoint policies that follow from it, and the last comparison of the two.',
  },
  {
    layer: 'encryption-in-transit',
    asks: 'rest',
    services: ['ec2-auto-scaling', 'dynamodb', 'sqs', 'sns', 'cloudwatch'],
    question:
      'Does every client of {service}, older SDKs and devices included, use its HTTPS endpoint with TLS 1.2 or newer and check the certificate?',
  },
];
