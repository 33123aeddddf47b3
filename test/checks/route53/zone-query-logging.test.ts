import check from '../../../checks/route53/zone-query-logging.ts';
import type { HostedZone } from '../../../src/collectors/route-53/hosted-zones.ts';
import { testCheck } from '../../support/check-tester.ts';
import { known, listing, unreadable } from '../../support/observe.ts';

const zone = (isPrivate: HostedZone['isPrivate']): HostedZone => ({
  arn: 'arn:aws:route53:::hostedzone/Z1',
  type: 'AWS::Route53::HostedZone',
  name: 'harbour.example.',
  region: 'global',
  id: 'Z1',
  isPrivate,
});
const resource = zone(known(false));

testCheck(check, {
  pass: [{ name: 'queries are logged', resource, given: { logging: listing('Z2', 'Z1') } }],
  fail: [
    {
      name: 'only another zone logs',
      resource,
      given: { logging: listing('Z2') },
      reasons: ['not logged'],
    },
    { name: 'no zone logs', resource, given: { logging: listing() } },
  ],
  unknown: [
    {
      name: 'it is not told whether it is private',
      resource: zone(unreadable('failed')),
      given: { logging: listing() },
    },
  ],
  'not-applicable': [
    { name: 'only VPCs ask it', resource: zone(known(true)), given: { logging: listing() } },
  ],
});
