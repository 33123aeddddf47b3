/** Identity and access where it is more than IAM policies: resource policies, sharing, roles that resources carry. */
import type { ExceptionGroup } from './terms.ts';

const identity = (customerPart: string) => ({ 'identity-and-access': { customerPart } });

export const accessExceptions: readonly ExceptionGroup[] = [
  {
    // Those whose resources carry a policy of their own. IAM user guide, "AWS services that work with IAM".
    services: [
      'ecr',
      'lambda',
      'dynamodb',
      'efs',
      'backup',
      'sqs',
      'sns',
      'eventbridge',
      'kinesis',
      'api-gateway',
      'secrets-manager',
      'cloudwatch',
    ],
    layers: identity(
      'Grants least privilege on {service} through IAM policies and the policies of its resources.',
    ),
  },
  {
    services: ['ec2'],
    layers: identity(
      'Grants least privilege on the EC2 API, and gives instances roles that allow no more than they need.',
    ),
  },
  {
    services: ['ebs'],
    layers: identity('Grants least privilege on volumes and snapshots through IAM policies.'),
  },
  {
    services: ['vpc'],
    layers: identity(
      'Grants least privilege on the network through IAM policies, and writes endpoint policies.',
    ),
  },
  {
    services: ['cloudtrail'],
    layers: identity(
      'Lets few change trails, and lets nobody outside read or delete what they deliver.',
    ),
  },
  {
    services: ['iam'],
    layers: {
      'encryption-in-transit': {
        customerPart: 'Uses HTTPS endpoints, and takes expired server certificates out of IAM.',
      },
      'logging-and-monitoring': {
        customerPart:
          'Looks for access from outside with IAM Access Analyzer, keeps a role for cases with AWS Support, watches sign-ins and responds.',
      },
    },
  },
  {
    services: ['vpc'],
    layers: {
      'logging-and-monitoring': {
        customerPart: 'Turns on flow logs in every VPC, keeps and reviews them and responds.',
      },
    },
  },
  {
    services: ['cloudtrail'],
    layers: {
      'server-side-encryption-at-rest': {
        customerPart: 'Encrypts what trails deliver with a KMS key of its own.',
        awsPart: 'Encrypts what is delivered with keys of S3 where no key was chosen.',
      },
    },
  },
];
