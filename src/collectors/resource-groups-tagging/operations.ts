/** The operations of the AWS Resource Groups Tagging API that are sent, each with its IAM action. */
import { tagging } from './service.ts';

export const GetResources = tagging.operation('GetResources', (sdk) => sdk.GetResourcesCommand, {
  action: 'tag:GetResources',
  pages: 'PaginationToken',
});
