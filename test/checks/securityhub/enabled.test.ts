import check from '../../../checks/securityhub/enabled.ts';
import type { Standard } from '../../../src/collectors/security-hub/hubs.ts';
import { theAccount } from '../../support/account.ts';
import { testCheck } from '../../support/check-tester.ts';
import { known, unreadable } from '../../support/observe.ts';

const hub = (isOn: boolean, ...statuses: readonly Standard['status'][]) =>
  theAccount(
    {
      isOn: known(isOn),
      standards: known(
        statuses.map((status): Standard => ({ name: `standard-${status}`, status })),
      ),
    },
    'eu-west-1',
  );

testCheck(check, {
  pass: [
    { name: 'a standard is ready', resource: hub(true, 'READY'), reasons: ['standard-READY'] },
    {
      name: 'a standard checks by what the Region has of it, beside one that failed',
      resource: hub(true, 'FAILED', 'INCOMPLETE'),
    },
  ],
  fail: [
    { name: 'it is off', resource: hub(false), reasons: ['is off'] },
    { name: 'no standard is enabled', resource: hub(true), reasons: ['by no standard'] },
    { name: 'the one standard failed', resource: hub(true, 'FAILED'), reasons: ['is FAILED'] },
    { name: 'the one standard is going', resource: hub(true, 'DELETING') },
    {
      name: 'it is off, whatever its standards are',
      resource: theAccount({ isOn: known(false), standards: unreadable() }, 'eu-west-1'),
    },
  ],
  unknown: [
    {
      name: 'it may not be read whether it is on',
      resource: theAccount({ isOn: unreadable(), standards: unreadable() }, 'eu-west-1'),
    },
    {
      name: 'standards may not be listed',
      resource: theAccount({ isOn: known(true), standards: unreadable() }, 'eu-west-1'),
    },
  ],
});
