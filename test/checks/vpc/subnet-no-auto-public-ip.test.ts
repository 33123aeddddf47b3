import check from '../../../checks/vpc/subnet-no-auto-public-ip.ts';
import { testCheck } from '../../support/check-tester.ts';
import { subnet } from '../../support/ec2.ts';
import { known, unreadable } from '../../support/observe.ts';

testCheck(check, {
  pass: [{ name: 'it gives no public addresses', resource: subnet('subnet-1') }],
  fail: [
    {
      name: 'it gives public IPv4 addresses',
      resource: subnet('subnet-1', { givesPublicIpv4: known(true) }),
      reasons: ['public IPv4 addresses'],
    },
    {
      name: 'it gives IPv6 addresses alone, which are public too',
      resource: subnet('subnet-1', { givesIpv6: known(true) }),
      reasons: ['IPv6 addresses'],
    },
    {
      name: 'it gives public IPv4 addresses, and whether IPv6 too may not be read',
      resource: subnet('subnet-1', { givesPublicIpv4: known(true), givesIpv6: unreadable() }),
    },
  ],
  unknown: [
    {
      name: 'it may not be read',
      resource: subnet('subnet-1', { givesPublicIpv4: unreadable() }),
    },
  ],
  'out-of-scope': [
    {
      name: 'another account shares the subnet',
      resource: subnet('subnet-1', {
        managed: { by: 'organization', reason: 'account 444455556666 owns it' },
        givesPublicIpv4: known(true),
      }),
    },
  ],
});
