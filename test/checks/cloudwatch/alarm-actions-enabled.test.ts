import check from '../../../checks/cloudwatch/alarm-actions-enabled.ts';
import { metricAlarm } from '../../support/alarms.ts';
import { testCheck } from '../../support/check-tester.ts';
import { known, unreadable } from '../../support/observe.ts';

testCheck(check, {
  pass: [{ name: 'its actions are on', resource: metricAlarm() }],
  fail: [
    {
      name: 'its actions were turned off',
      resource: metricAlarm({ actionsEnabled: known(false) }),
    },
  ],
  unknown: [
    {
      name: 'it cannot be told whether they are on',
      resource: metricAlarm({ actionsEnabled: unreadable() }),
    },
  ],
});
