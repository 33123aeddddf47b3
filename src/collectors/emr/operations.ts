/** The operations of Amazon EMR that are sent, each with its IAM action and what its answers mean. */
import { emr } from './service.ts';

export const GetBlockPublicAccessConfiguration = emr.operation(
  'GetBlockPublicAccessConfiguration',
  (sdk) => sdk.GetBlockPublicAccessConfigurationCommand,
  {
    action: 'elasticmapreduce:GetBlockPublicAccessConfiguration',
  },
);

export const ListClusters = emr.operation('ListClusters', (sdk) => sdk.ListClustersCommand, {
  action: 'elasticmapreduce:ListClusters',
  pages: 'Marker',
});
