/** By which accounts are governed and watched: IAM, Cognito, keys, certificates, secrets, Systems Manager, monitoring. */
import type { ExceptionGroup } from './terms.ts';

export const controlServiceExceptions: readonly ExceptionGroup[] = [
  {
    services: ['iam', 'cognito'],
    layers: {
      'server-side-encryption-at-rest': {
        customerPart: 'Protects exports such as credential reports.',
        awsPart: 'Stores credentials and attributes encrypted.',
      },
    },
  },
  {
    services: ['iam'],
    layers: {
      'identity-and-access': {
        customerPart: 'Manages users, groups, roles, policies, federation and MFA.',
      },
    },
  },
  {
    services: ['cognito'],
    layers: {
      'identity-and-access': {
        customerPart:
          'Configures pools, MFA, password rules and app clients and protects its user data.',
      },
    },
  },
  {
    services: ['kms'],
    layers: {
      'identity-and-access': {
        customerPart: 'Writes key policies and grants with least privilege.',
      },
      'server-side-encryption-at-rest': {
        customerPart: 'Creates, rotates and disables keys and controls their use.',
        awsPart: 'Protects key material in validated HSMs and performs rotation.',
      },
      'backup-and-recovery': {
        owner: 'shared',
        customerPart: 'Protects keys from deletion and keeps copies of imported material.',
        awsPart: 'Keeps key material durable for as long as the key exists.',
      },
    },
  },
  {
    services: ['acm'],
    layers: {
      'server-side-encryption-at-rest': {
        customerPart: 'Protects certificates that it exports or imports from elsewhere.',
        awsPart: 'Encrypts private keys with KMS.',
      },
      'encryption-in-transit': {
        customerPart: 'Requests, validates, deploys and (for imported ones) renews certificates.',
        awsPart: 'Issues, stores and renews certificates that can be validated.',
      },
    },
  },
  {
    services: ['secrets-manager'],
    layers: {
      'server-side-encryption-at-rest': {
        customerPart: 'Chooses the KMS key.',
        awsPart: 'Encrypts every secret with KMS.',
      },
    },
  },
  {
    services: ['systems-manager'],
    layers: {
      'guest-os': {
        owner: 'customer',
        customerPart:
          "Uses Patch Manager and keeps the agent running on its nodes: the nodes stay the customer's.",
        awsPart: 'Runs the patching service, not the patch decision.',
      },
      'os-configuration-and-host-firewall': {
        owner: 'customer',
        customerPart: 'Configures its own nodes with documents and associations.',
        awsPart: 'Executes the documents that the customer chose.',
      },
      'server-side-encryption-at-rest': {
        customerPart: 'Stores secrets as SecureString and chooses the key.',
        awsPart: 'Encrypts SecureString values with KMS.',
      },
    },
  },
  {
    services: ['cloudtrail', 'cloudwatch', 'config', 'guardduty', 'inspector', 'security-hub'],
    layers: {
      'backup-and-recovery': {
        owner: 'shared',
        customerPart: 'Sets retention and archives logs and findings.',
        awsPart: 'Stores the data for the configured time.',
      },
      'logging-and-monitoring': {
        customerPart:
          'Turns the service on in every region, routes and reviews its output and responds.',
      },
    },
  },
];
