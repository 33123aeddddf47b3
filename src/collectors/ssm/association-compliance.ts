/** Whether the associations of State Manager hold on each node that has any. */
import { oneOf } from '../../aws/one-of.ts';
import { defineCollector } from '../../collect/collector.ts';
import { hasAny, listWhere } from '../../collect/list-where.ts';
import { lookupBy } from '../../collect/lookup.ts';
import type { Observed } from '../../observe/observed.ts';
import { managedNodes } from './managed-nodes.ts';
import { ListResourceComplianceSummaries } from './operations.ts';

export interface AssociationSummary {
  readonly nodeId: string;
  readonly isCompliant: Observed<boolean>;
  /** How many associations do not hold; unreadable where AWS counts none of them. */
  readonly broken: Observed<number>;
}

/** The largest page of the operation. */
const summariesPerPage = 50;

export const associationSummaries = defineCollector({
  id: 'systems-manager.association-summaries',
  service: 'systems-manager',
  scope: 'regional',
  calls: [ListResourceComplianceSummaries],
  needs: { managedNodes },
  gather: (aws, given) =>
    listWhere(hasAny(given.managedNodes), () =>
      aws.list(
        ListResourceComplianceSummaries,
        {
          Filters: [{ Key: 'ComplianceType', Values: ['Association'], Type: 'EQUAL' }],
          MaxResults: summariesPerPage,
        },
        'ResourceComplianceSummaryItems',
        (summary, members): AssociationSummary => {
          const { must, observe } = members;
          return {
            nodeId: must(summary, 'ResourceId'),
            isCompliant: observe(
              () =>
                oneOf(must(summary, 'Status'), ['COMPLIANT', 'NON_COMPLIANT'], members) ===
                'COMPLIANT',
            ),
            broken: observe(() => must(must(summary, 'NonCompliantSummary'), 'NonCompliantCount')),
          };
        },
        { key: ({ nodeId }) => nodeId },
      ),
    ),
});

export const associationSummariesById = lookupBy(({ nodeId }: AssociationSummary) => nodeId);
