/** The operations of Amazon Cognito's user pools that are sent, each with its IAM action and what its answers mean. */
import { cognito } from './service.ts';

export const ListUserPools = cognito.operation('ListUserPools', (sdk) => sdk.ListUserPoolsCommand, {
  action: 'cognito-idp:ListUserPools',
  pages: 'NextToken',
});

export const DescribeUserPool = cognito.operation(
  'DescribeUserPool',
  (sdk) => sdk.DescribeUserPoolCommand,
  { action: 'cognito-idp:DescribeUserPool', gone: ['ResourceNotFoundException'] },
);
