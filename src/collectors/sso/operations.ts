/** The operations of IAM Identity Center that are sent, each with its IAM action and what its answers mean. */
import { sso } from './service.ts';

export const ListInstances = sso.operation('ListInstances', (sdk) => sdk.ListInstancesCommand, {
  action: 'sso:ListInstances',
  pages: 'NextToken',
});
