import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, notApplicable, pass } from '../../src/judge/verdict.ts';
import { networkAcls } from '../../src/collectors/ec2/network-acls.ts';
import { all } from '../../src/observe/logic.ts';

export default defineCheck({
  id: 'ec2-nacl-in-use',
  title: 'The network ACL is used by a subnet',
  severity: 'low',
  responsibility: 'ec2.network-configuration',
  controls: { 'aws-fsbp': { 'EC2.16': equal } },
  why: 'Rules that nothing uses are looked after by nobody, and one day somebody takes them for those that protect a subnet.',
  fix: 'Associate the network ACL with the subnets that it was made for, or delete it.',
  link: 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html',
  remedy: {
    console: 'VPC, Network ACLs, the ACL, Actions, Delete network ACLs.',
    cli: 'aws ec2 delete-network-acl --network-acl-id ACL',
  },

  evaluates: networkAcls,

  evaluate({ isDefault, subnetIds }, { read }) {
    const isUnused = () => read(subnetIds).length === 0;
    if (all(() => read(isDefault), isUnused)) {
      return notApplicable('it is the default network ACL of its VPC, which cannot be deleted');
    }
    return isUnused() ? fail('no subnet uses it') : pass('a subnet uses it');
  },
});
