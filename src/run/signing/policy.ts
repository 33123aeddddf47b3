import { UserError } from '../../text/user-error.ts';
import type { KeyPlace } from './keys.ts';

/**
 * What whoever signs may do, as an IAM policy; the role that scans needs none of it. Throws a `UserError` for a key that takes
 * no permission.
 */
export function signingPolicy(key: KeyPlace) {
  if (key.in === 'file') {
    throw new UserError(
      'a key in a file takes no permission of AWS; only --sign kms:<key ARN> does',
    );
  }
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'SrmScanSign',
        Effect: 'Allow',
        Action: ['kms:GetPublicKey', 'kms:Sign'],
        Resource: key.arn,
      },
    ],
  };
}
