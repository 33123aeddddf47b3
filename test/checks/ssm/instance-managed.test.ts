import check from '../../../checks/ssm/instance-managed.ts';
import type { ManagedNode } from '../../../src/collectors/ssm/managed-nodes.ts';
import { testCheck } from '../../support/check-tester.ts';
import { instance } from '../../support/ec2.ts';
import { known, listing, partialListing, unreadable } from '../../support/observe.ts';
import { hybrid, managedNode } from '../../support/ssm.ts';

const resource = instance();
const given = (...nodes: readonly ManagedNode[]) => ({ managedNodes: listing(...nodes) });

testCheck(check, {
  pass: [
    { name: 'the agent answers', resource, given: given(managedNode()) },
    {
      name: 'the agent answers, and another page of nodes may not be read',
      resource,
      given: { managedNodes: partialListing('denied', managedNode()) },
    },
  ],
  fail: [
    { name: 'no agent ever registered', resource, given: given(), reasons: ['no agent'] },
    {
      name: 'the agents of other machines answer, one of them outside EC2',
      resource,
      given: given(managedNode({ nodeId: 'i-2' }), hybrid),
    },
    {
      name: 'the agent answered before and no longer does',
      resource,
      given: given(managedNode({ ping: known('ConnectionLost') })),
      reasons: ['answered before', 'ConnectionLost'],
    },
    {
      name: 'the agent is inactive',
      resource,
      given: given(managedNode({ ping: known('Inactive') })),
    },
  ],
  unknown: [
    {
      name: 'the nodes may not be read',
      resource,
      given: { managedNodes: partialListing<ManagedNode>('denied') },
    },
    {
      name: 'how the agent stands is not told',
      resource,
      given: given(managedNode({ ping: unreadable('failed') })),
    },
    {
      name: 'the state of the instance is not told',
      resource: instance({ state: unreadable('failed') }),
      given: given(),
    },
  ],
  'not-applicable': [
    {
      name: 'the instance is stopped, and so is its agent',
      resource: instance({ state: known('stopped') }),
      given: given(managedNode({ ping: known('ConnectionLost') })),
      reasons: ['stopped'],
    },
    {
      name: 'the instance is about to start',
      resource: instance({ state: known('pending') }),
      given: given(),
    },
    {
      name: 'AWS removes the agent from replication servers of Elastic Disaster Recovery',
      resource: instance({ isReplicationServer: known(true) }),
      given: given(),
    },
  ],
});
