/** The operations of AWS Secrets Manager that are sent, each with its IAM action and what its answers mean. */
import { secretsManager } from './service.ts';

export const ListSecrets = secretsManager.operation(
  'ListSecrets',
  (sdk) => sdk.ListSecretsCommand,
  {
    action: 'secretsmanager:ListSecrets',
    pages: 'NextToken',
  },
);

export const GetResourcePolicy = secretsManager.operation(
  'GetResourcePolicy',
  (sdk) => sdk.GetResourcePolicyCommand,
  {
    action: 'secretsmanager:GetResourcePolicy',
    // A secret that was deleted waits some days to be deleted for good, and answers InvalidRequestException until then.
    gone: ['ResourceNotFoundException', 'InvalidRequestException'],
  },
);
