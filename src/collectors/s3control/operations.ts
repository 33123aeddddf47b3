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

export const ListAccessPoints = s3control.operation(
  'ListAccessPoints',
  (sdk) => sdk.ListAccessPointsCommand,
  { action: 's3:ListAccessPoints', pages: 'NextToken' },
);

export const GetAccessPoint = s3control.operation(
  'GetAccessPoint',
  (sdk) => sdk.GetAccessPointCommand,
  { action: 's3:GetAccessPoint', gone: ['NoSuchAccessPoint'] },
);

export const ListMultiRegionAccessPoints = s3control.operation(
  'ListMultiRegionAccessPoints',
  (sdk) => sdk.ListMultiRegionAccessPointsCommand,
  { action: 's3:ListMultiRegionAccessPoints', pages: 'NextToken' },
);
