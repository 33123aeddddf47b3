/** The operations of S3 Control that are sent, each with its IAM action and what its answers mean. */
import { s3control } from './service.ts';

export const GetAccountPublicAccessBlock = s3control.operation(
  'GetPublicAccessBlock',
  (sdk) => sdk.GetPublicAccessBlockCommand,
  {
    action: 's3:GetAccountPublicAccessBlock',
    absent: ['NoSuchPublicAccessBlockConfiguration'],
    // It holds in every Region, and each tells it.
    anywhere: true,
  },
);
