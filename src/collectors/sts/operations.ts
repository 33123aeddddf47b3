/** The operations of AWS STS that are sent, each with its IAM action and what its answers mean. */
import { sts } from './service.ts';

export const GetCallerIdentity = sts.operation(
  'GetCallerIdentity',
  (sdk) => sdk.GetCallerIdentityCommand,
  {
    // STS answers it to every identity; no policy can allow or deny it.
    action: 'sts:GetCallerIdentity',
    anywhere: true,
  },
);
