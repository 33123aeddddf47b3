import check from '../../../checks/ec2/instance-no-public-ip.ts';
import { testCheck } from '../../support/check-tester.ts';
import { instance } from '../../support/ec2.ts';
import { known, unreadable } from '../../support/observe.ts';

const having = (...publicIpv4: string[]) =>
  instance({ publicIpv4: known(publicIpv4), tags: known(['Role=bastion', 'Name=jump']) });

testCheck(check, {
  pass: [
    { name: 'it has no public address', resource: having() },
    {
      name: 'a tag declares that it is meant to',
      resource: having('203.0.113.7'),
      params: { declaredBy: ['Role=edge', 'Role=bastion'] },
      reasons: ['203.0.113.7', 'declared by its tag Role=bastion'],
    },
    {
      name: 'it has no public address, whatever its tags are',
      resource: instance({ tags: unreadable() }),
      params: { declaredBy: ['Role=bastion'] },
    },
  ],
  fail: [
    {
      name: 'it has an address, be it an Elastic IP of its second interface',
      resource: having('203.0.113.7', '203.0.113.8'),
      severity: 'high',
      reasons: ['203.0.113.7, 203.0.113.8'],
    },
    {
      name: 'its tags declare something else',
      resource: having('203.0.113.7'),
      params: { declaredBy: ['Role=edge'] },
    },
  ],
  unknown: [
    { name: 'its addresses may not be read', resource: instance({ publicIpv4: unreadable() }) },
    {
      name: 'whether a tag declares it may not be read',
      resource: instance({ publicIpv4: known(['203.0.113.7']), tags: unreadable() }),
      params: { declaredBy: ['Role=bastion'] },
    },
  ],
});
