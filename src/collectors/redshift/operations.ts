/** The operations of Amazon Redshift that are sent, each with its IAM action and what its answers mean. */
import { withoutMembers } from '../../aws/evidence/redaction.ts';
import { redshift } from './service.ts';

export const DescribeClusters = redshift.operation(
  'DescribeClusters',
  (sdk) => sdk.DescribeClustersCommand,
  {
    action: 'redshift:DescribeClusters',
    pages: { answer: 'Marker', input: 'Marker' },
    redact: withoutMembers('Clusters[].PendingModifiedValues.MasterUserPassword'),
  },
);
