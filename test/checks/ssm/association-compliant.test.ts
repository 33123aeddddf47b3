import check from '../../../checks/ssm/association-compliant.ts';
import type { AssociationSummary } from '../../../src/collectors/ssm/association-compliance.ts';
import { testCheck } from '../../support/check-tester.ts';
import { known, listing, partialListing, unreadable } from '../../support/observe.ts';
import { hybrid, managedNode } from '../../support/ssm.ts';

const resource = managedNode();
const good: AssociationSummary = { nodeId: 'i-1', isCompliant: known(true), broken: known(0) };
const given = (...summaries: readonly AssociationSummary[]) => ({
  associationSummaries: listing(...summaries),
});

testCheck(check, {
  pass: [{ name: 'all associations hold', resource, given: given(good) }],
  fail: [
    {
      name: 'some do not hold',
      resource,
      given: given({ ...good, isCompliant: known(false), broken: known(2) }),
      reasons: ['do not hold: 2'],
      severity: 'low',
    },
    {
      name: 'one does not hold, and AWS counts none',
      resource,
      given: given({ ...good, isCompliant: known(false), broken: unreadable('failed') }),
      reasons: ['an association does not hold'],
    },
    {
      name: 'the same on a server outside EC2',
      resource: hybrid,
      given: given({ ...good, nodeId: 'mi-1', isCompliant: known(false) }),
    },
  ],
  unknown: [
    {
      name: 'the summaries may not be read',
      resource,
      given: { associationSummaries: partialListing<AssociationSummary>('denied') },
    },
    {
      name: 'the status has a value that is not known',
      resource,
      given: given({ ...good, isCompliant: unreadable('failed') }),
    },
  ],
  'not-applicable': [
    { name: 'no association was applied', resource, given: given({ ...good, nodeId: 'i-2' }) },
  ],
});
