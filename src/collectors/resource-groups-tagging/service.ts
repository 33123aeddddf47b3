import type * as TaggingSdk from '@aws-sdk/client-resource-groups-tagging-api';
import { defineService, type Service } from '../../aws/operation.ts';

export const tagging: Service<
  typeof TaggingSdk,
  TaggingSdk.ServiceInputTypes,
  TaggingSdk.ServiceOutputTypes,
  TaggingSdk.ResourceGroupsTaggingAPIClientResolvedConfig
> = defineService({
  id: 'resource-groups-tagging',
  iamPrefix: 'tag',
  matrix: ['account'],
  scope: 'regional',
  rates: {
    usual: {
      burst: 15,
      refill: 15,
      source: 'Tag Editor user guide, "Service quotas": GetResources 15 a second',
    },
  },
  callsInFlight: 2,
  load: () => import('@aws-sdk/client-resource-groups-tagging-api'),
  client: (sdk, config) => new sdk.ResourceGroupsTaggingAPIClient(config),
});
