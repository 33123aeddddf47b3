/** Where data is kept: managed databases and caches, S3, DynamoDB, EFS, AWS Backup, queues and streams. */
import type { ServiceId } from './services.ts';
import type { ExceptionGroup } from './terms.ts';

/** Engines of their own users and logs, which AWS runs on instances inside the customer's network. */
const databases = [
  'rds',
  'aurora',
  'redshift',
  'opensearch',
  'documentdb',
  'neptune',
] as const satisfies readonly ServiceId[];

export const dataStoreExceptions: readonly ExceptionGroup[] = [
  {
    services: [...databases, 'elasticache'],
    layers: {
      'service-software-and-engine-patching': {
        owner: 'shared',
        customerPart:
          'Allows minor upgrades, sets the maintenance window and performs major version upgrades.',
        awsPart: 'Tests, offers and applies engine and platform patches.',
      },
      'os-configuration-and-host-firewall': { customerPart: 'Sets engine parameters only.' },
      'runtime-and-platform': {
        owner: 'shared',
        customerPart: 'Sets parameters, extensions and options of the engine.',
        awsPart: 'Operates the engine platform.',
      },
      'network-configuration': {
        owner: 'customer',
        customerPart: 'Sets security groups, subnets, routes and public accessibility.',
        awsPart: 'Enforces the rules and protects the network below them.',
      },
      'backup-and-recovery': { owner: 'shared' },
      'availability-and-resilience': { owner: 'shared' },
    },
  },
  {
    services: databases,
    layers: {
      'application-code': {
        customerPart: 'Secures schemas, queries and the applications that connect.',
      },
      'identity-and-access': {
        customerPart: 'Manages IAM policies and the users, roles and passwords inside the engine.',
      },
      'server-side-encryption-at-rest': {
        customerPart: 'Enables encryption when it creates the resource and manages the KMS key.',
        awsPart: 'Encrypts storage, logs, backups and replicas of encrypted resources.',
      },
      'encryption-in-transit': {
        customerPart: 'Requires TLS in parameter groups and verifies certificates in clients.',
        awsPart: 'Provides server certificates and rotates its certificate authorities.',
      },
      'backup-and-recovery': {
        customerPart: 'Sets retention and snapshots, copies them elsewhere and tests restores.',
        awsPart: 'Takes, stores and restores the backups that were asked for.',
      },
      'logging-and-monitoring': { customerPart: 'Exports engine logs and watches them.' },
      'availability-and-resilience': {
        customerPart: 'Chooses Multi-AZ or readers and tests failover.',
        awsPart: 'Runs the standby and the failover.',
      },
    },
  },
  {
    services: ['aurora'],
    layers: {
      'server-side-encryption-at-rest': {
        customerPart:
          'Enables encryption when it creates the resource (older clusters; new ones are encrypted by AWS since 18 February 2026) and manages the KMS key.',
      },
    },
  },
  {
    services: ['redshift'],
    layers: {
      'server-side-encryption-at-rest': {
        customerPart:
          'Enables encryption when it creates the resource (older clusters; new ones are encrypted by default since 2025) and manages the KMS key.',
      },
    },
  },
  {
    services: ['elasticache'],
    layers: {
      'server-side-encryption-at-rest': {
        customerPart: 'Enables at-rest encryption at creation and manages the key.',
        awsPart: 'Encrypts disk and backups when enabled.',
      },
      'encryption-in-transit': {
        customerPart: 'Enables in-transit encryption and uses TLS clients.',
        awsPart: 'Implements TLS between nodes and clients when enabled.',
      },
      'backup-and-recovery': {
        customerPart: 'Enables snapshots where data must survive.',
        awsPart: 'Takes and stores the snapshots.',
      },
      'availability-and-resilience': {
        customerPart: 'Chooses Multi-AZ with automatic failover.',
        awsPart: 'Runs the failover.',
      },
    },
  },
  {
    services: ['s3'],
    layers: {
      'application-code': { customerPart: 'Secures the applications that read and write objects.' },
      'identity-and-access': {
        customerPart:
          'Writes bucket, access point and IAM policies, disables ACLs and blocks public access.',
      },
      'server-side-encryption-at-rest': {
        customerPart:
          'Chooses SSE-KMS or customer keys where required and re-encrypts objects from before 2023.',
        awsPart: 'Encrypts every new object with SSE-S3 by default since 5 January 2023.',
      },
      'encryption-in-transit': {
        customerPart: 'Denies requests without TLS in the bucket policy and uses HTTPS clients.',
        awsPart: 'Offers TLS 1.2 or newer on every endpoint.',
      },
      'backup-and-recovery': {
        owner: 'shared',
        customerPart:
          'Uses versioning, replication, Object Lock or AWS Backup against deletion and corruption.',
        awsPart: 'Stores objects durably across zones.',
      },
      'logging-and-monitoring': {
        customerPart: 'Turns on CloudTrail data events or access logs and reviews them.',
      },
    },
  },
  {
    services: ['dynamodb'],
    layers: {
      'server-side-encryption-at-rest': {
        customerPart: 'Chooses a KMS key of its own where control of the key is required.',
        awsPart: 'Encrypts every table always, with an AWS owned key unless told otherwise.',
      },
      'backup-and-recovery': {
        owner: 'shared',
        customerPart: 'Turns on point-in-time recovery or backups and tests restores.',
        awsPart: 'Replicates tables across zones and keeps the backups.',
      },
    },
  },
  {
    services: ['efs'],
    layers: {
      'server-side-encryption-at-rest': {
        customerPart: 'Enables encryption at creation.',
        awsPart: 'Encrypts data and metadata when enabled.',
      },
      'backup-and-recovery': {
        owner: 'shared',
        customerPart: 'Enables backups and tests restores.',
        awsPart: 'Stores files across zones and runs the backup jobs.',
      },
    },
  },
  {
    services: ['backup'],
    layers: {
      'server-side-encryption-at-rest': {
        customerPart: 'Sets vault keys and encrypts the sources.',
        awsPart: 'Encrypts recovery points as the resource type allows.',
      },
      'backup-and-recovery': {
        owner: 'shared',
        customerPart:
          'Writes plans, selections and vault locks, copies across accounts and tests restores.',
        awsPart: 'Runs the jobs and keeps recovery points.',
      },
    },
  },
  {
    services: ['sqs', 'sns', 'eventbridge', 'kinesis', 'step-functions'],
    layers: {
      'server-side-encryption-at-rest': {
        customerPart: 'Chooses KMS keys where the default is not enough.',
        awsPart: 'Encrypts stored messages with service keys where the service offers a default.',
      },
    },
  },
];
