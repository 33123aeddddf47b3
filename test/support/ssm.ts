/** Things of Systems Manager as collectors give them, for tests of checks. */
import type { ManagedNode } from '../../src/collectors/ssm/managed-nodes.ts';
import type { PatchState } from '../../src/collectors/ssm/patch-states.ts';
import { daysAgo } from './check-tester.ts';
import { known } from './observe.ts';

/** The agent of an EC2 instance that answers, but for the given fields. */
export function managedNode(fields: Partial<ManagedNode> = {}): ManagedNode {
  const nodeId = fields.nodeId ?? 'i-1';
  return {
    arn: `arn:aws:ec2:eu-west-1:111122223333:instance/${nodeId}`,
    type: 'AWS::EC2::Instance',
    name: nodeId,
    region: 'eu-west-1',
    nodeId,
    ping: known('Online'),
    ...fields,
  };
}

/** A server of the customer's own. */
export const hybrid = managedNode({
  arn: 'arn:aws:ssm:eu-west-1:111122223333:managed-instance/mi-1',
  type: 'AWS::SSM::ManagedInstance',
  nodeId: 'mi-1',
  name: 'mi-1',
});

/** A scan of yesterday that found nothing to do, but for the given fields. */
export function patchState(fields: Partial<PatchState> = {}): PatchState {
  return {
    nodeId: 'i-1',
    operation: known('Scan'),
    endedAt: known(daysAgo(1)),
    missing: known(0),
    failed: known(0),
    waitingForReboot: known(0),
    rejected: known(0),
    forSecurity: known(0),
    ...fields,
  };
}
