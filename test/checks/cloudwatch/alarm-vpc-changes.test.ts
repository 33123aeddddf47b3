import check from '../../../checks/cloudwatch/alarm-vpc-changes.ts';
import { filtered, unfiltered, unread, patternOnPage } from '../../support/alarms.ts';
import { testCheck } from '../../support/check-tester.ts';

const names = [
  'CreateVpc',
  'DeleteVpc',
  'ModifyVpcAttribute',
  'AcceptVpcPeeringConnection',
  'CreateVpcPeeringConnection',
  'DeleteVpcPeeringConnection',
  'RejectVpcPeeringConnection',
];
const retired = [
  'AttachClassicLinkVpc',
  'DetachClassicLinkVpc',
  'DisableVpcClassicLink',
  'EnableVpcClassicLink',
];
const any = (some: readonly string[]) => some.map((name) => `$.eventName = "${name}"`).join(' || ');

testCheck(check, {
  pass: [
    filtered('a filter is as the page of the check tells it', patternOnPage(check)),
    filtered('a filter takes in every call', `{ ${any([...names, ...retired])} }`),
    {
      ...filtered('the retired calls of ClassicLink are not asked for', `{ ${any(names)} }`),
      params: { countsClassicLink: false },
    },
  ],
  fail: [
    filtered(
      'the filter lacks the retired calls of ClassicLink, which the controls name',
      `{ ${any(names)} }`,
      'AttachClassicLinkVpc',
    ),
    {
      ...filtered('the filter lacks a call that can be made', `{ ${any(names.slice(1))} }`),
      params: { countsClassicLink: false },
      reasons: ['CreateVpc'],
    },
    unfiltered,
  ],
  unknown: [unread],
});
