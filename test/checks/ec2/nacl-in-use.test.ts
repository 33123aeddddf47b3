import check from '../../../checks/ec2/nacl-in-use.ts';
import { testCheck } from '../../support/check-tester.ts';
import type { NetworkAcl } from '../../../src/collectors/ec2/network-acls.ts';
import { networkAcl } from '../../support/ec2.ts';
import { known, unreadable } from '../../support/observe.ts';

const acl = (fields: Partial<NetworkAcl>) => networkAcl({ subnetIds: known([]), ...fields });

testCheck(check, {
  pass: [
    { name: 'a subnet uses it', resource: acl({ subnetIds: known(['subnet-1']) }) },
    {
      name: 'a subnet uses it, whether or not it is the default one',
      resource: acl({ subnetIds: known(['subnet-1']), isDefault: unreadable() }),
    },
  ],
  fail: [{ name: 'no subnet uses it', resource: acl({}) }],
  unknown: [
    { name: 'its subnets may not be read', resource: acl({ subnetIds: unreadable() }) },
    {
      name: 'whether it is the default one may not be read',
      resource: acl({ isDefault: unreadable() }),
    },
  ],
  'not-applicable': [
    { name: 'it is a default one that no subnet uses', resource: acl({ isDefault: known(true) }) },
  ],
});
