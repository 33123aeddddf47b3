import check from '../../../checks/vpc/flow-logs-enabled.ts';
import type { FlowLog, FlowLogState } from '../../../src/collectors/ec2/flow-logs.ts';
import type { Subnet } from '../../../src/collectors/ec2/vpcs.ts';
import { testCheck } from '../../support/check-tester.ts';
import { subnet, vpc } from '../../support/ec2.ts';
import { known, listing, partialListing, unreadable } from '../../support/observe.ts';

const resource = vpc();
const working: FlowLogState = { isActive: true, records: 'REJECT', deliveryError: null };
const log = (resourceId: string, state: Partial<FlowLogState> = {}): FlowLog => ({
  id: `fl-${resourceId}`,
  resourceId,
  state: known({ ...working, ...state }),
});
const subnets = listing<Subnet>(
  subnet('subnet-a'),
  subnet('subnet-b'),
  subnet('subnet-c', { vpcId: 'vpc-2' }),
);
const logs = (...items: readonly FlowLog[]) => ({ flowLogs: listing(...items), subnets });
const noSubnets = partialListing<Subnet>('denied');

testCheck(check, {
  pass: [
    { name: 'rejected traffic', resource, given: logs(log('vpc-1')) },
    { name: 'all traffic', resource, given: logs(log('vpc-1', { records: 'ALL' })) },
    {
      name: 'one of two logs works',
      resource,
      given: logs(log('vpc-1', { deliveryError: 'Access error' }), log('vpc-1')),
    },
    {
      name: 'logs of all its subnets',
      resource,
      given: logs(log('subnet-a'), log('subnet-b')),
      reasons: ['all its subnets'],
    },
    {
      name: 'a log of the VPC decides it, whatever else may not be read',
      resource,
      given: { flowLogs: partialListing('denied', log('vpc-1')), subnets: noSubnets },
    },
  ],
  fail: [
    { name: 'no log', resource, given: logs(log('vpc-2')), severity: 'medium' },
    {
      name: 'no log; without logs of subnets, the subnets need not be read',
      resource,
      given: { flowLogs: listing<FlowLog>(), subnets: noSubnets },
    },
    {
      name: 'accepted traffic only',
      resource,
      given: logs(log('vpc-1', { records: 'ACCEPT' })),
      reasons: ['accepted traffic only'],
    },
    { name: 'not active', resource, given: logs(log('vpc-1', { isActive: false })) },
    {
      name: 'F1 active, but it delivers nothing',
      resource,
      given: logs(log('vpc-1', { deliveryError: 'Access error' })),
      reasons: ['fails to deliver what it records: Access error'],
    },
    { name: 'a subnet is left out', resource, given: logs(log('subnet-a')) },
    {
      name: 'logs of interfaces do not cover what comes into a subnet later',
      resource,
      given: logs(log('eni-1'), log('eni-2')),
    },
  ],
  unknown: [
    {
      name: 'the logs may not be read',
      resource,
      given: { flowLogs: partialListing<FlowLog>('denied'), subnets },
    },
    {
      name: 'what its log records is missing',
      resource,
      given: logs({ ...log('vpc-1'), state: unreadable('failed') }),
    },
    {
      name: 'logs of subnets, and the subnets may not be read',
      resource,
      given: { flowLogs: listing(log('subnet-a')), subnets: noSubnets },
    },
  ],
  'out-of-scope': [
    {
      name: 'another account shares the VPC and logs it',
      resource: {
        ...vpc(),
        managed: { by: 'organization', reason: 'account 444455556666 owns it' },
      },
      given: logs(),
    },
  ],
});
