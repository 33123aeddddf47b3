import check from '../../../checks/guardduty/enabled.ts';
import { theAccount } from '../../support/account.ts';
import { testCheck } from '../../support/check-tester.ts';
import { detectorWith } from '../../support/guardduty.ts';
import { known, listing, partialListing, unreadable } from '../../support/observe.ts';

const resource = theAccount({}, 'eu-west-1');
const given = (...detectors: readonly ReturnType<typeof detectorWith>[]) => ({
  detectors: listing(...detectors),
});

testCheck(check, {
  pass: [
    {
      name: 'the Region has a detector that is on, as members of an organization have one of their own',
      resource,
      given: given(detectorWith()),
    },
  ],
  fail: [
    { name: 'the Region has no detector', resource, given: given(), reasons: ['never'] },
    {
      name: 'the detector is suspended',
      resource,
      given: given(detectorWith({ isOn: known(false) })),
      reasons: ['suspended'],
    },
  ],
  unknown: [
    {
      name: 'detectors may not be listed',
      resource,
      given: { detectors: partialListing('denied') },
    },
    {
      name: 'the detector may not be read',
      resource,
      given: given(detectorWith({ isOn: unreadable() })),
    },
    {
      name: 'the Region does not offer GuardDuty',
      resource,
      given: { detectors: partialListing('unsupported') },
    },
  ],
});
