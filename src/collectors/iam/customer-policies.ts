/** The managed policies that the customer writes, attached to somebody or not. */
import { defineCollector } from '../../collect/collector.ts';
import { all } from '../../observe/logic.ts';
import type { Listing, Read } from '../../observe/observed.ts';
import { managedPolicies, type ManagedPolicy } from './authorization-details.ts';

export const customerPolicies = defineCollector({
  id: 'iam.customer-policies',
  service: 'iam',
  scope: 'global',
  calls: [],
  needs: { managedPolicies },
  gather: (_aws, { managedPolicies: list }): Listing<ManagedPolicy> => ({
    ...list,
    items: list.items.filter(({ author }) => author === 'customer'),
  }),
});

/** Whether a policy bounds what others grant and grants nobody anything. */
export function onlyBounds(read: Read, { attachments, boundaryUses }: ManagedPolicy): boolean {
  return all(
    () => read(attachments) === 0,
    () => read(boundaryUses) > 0,
  );
}
