import check from '../../../checks/ec2/sg-default-closed.ts';
import { testCheck } from '../../support/check-tester.ts';
import { networkInterface, securityGroup } from '../../support/ec2.ts';
import { known, listing, partialListing, unreadable } from '../../support/observe.ts';

const fromItself = {
  protocol: '-1',
  fromPort: undefined,
  toPort: undefined,
  ipv4: [],
  ipv6: [],
  prefixListIds: [],
  groups: ['sg-1'],
};
const closed = { groupName: 'default', ingress: known([]), egressRules: known(0) };
const asMade = securityGroup({ ...closed, ingress: known([fromItself]), egressRules: known(1) });
const used = { interfaces: listing(networkInterface()) };
const unused = { interfaces: listing<ReturnType<typeof networkInterface>>() };

testCheck(check, {
  pass: [
    { name: 'no rules', resource: securityGroup(closed), given: used },
    { name: 'no rules, in an unused VPC', resource: securityGroup(closed), given: unused },
  ],
  fail: [
    {
      name: 'as AWS makes it: from itself, and everything out',
      resource: asMade,
      given: used,
      reasons: ['it has inbound rules', 'it has outbound rules'],
      severity: 'high',
      latent: false,
    },
    {
      name: 'the rule that lets everything out is a rule',
      resource: securityGroup({ ...closed, egressRules: known(1) }),
      given: used,
    },
    {
      name: 'G22 in an unused VPC: fails, told apart from one in use',
      resource: asMade,
      given: unused,
      reasons: ['the VPC is not in use'],
      severity: 'low',
      latent: true,
    },
    {
      name: 'whether the VPC is in use could not be read',
      resource: asMade,
      given: { interfaces: partialListing<ReturnType<typeof networkInterface>>('denied') },
      latent: false,
    },
    {
      name: 'one side may not be read, the other has rules',
      resource: securityGroup({ ...closed, ingress: unreadable(), egressRules: known(1) }),
      given: used,
    },
  ],
  unknown: [
    {
      name: 'the rules may not be read',
      resource: securityGroup({ ...closed, ingress: unreadable() }),
      given: used,
    },
  ],
});
