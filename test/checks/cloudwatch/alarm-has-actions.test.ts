import check from '../../../checks/cloudwatch/alarm-has-actions.ts';
import { metricAlarm, topic } from '../../support/alarms.ts';
import { testCheck } from '../../support/check-tester.ts';
import { known, unreadable } from '../../support/observe.ts';

testCheck(check, {
  pass: [{ name: 'it sends to a topic', resource: metricAlarm(), reasons: [topic] }],
  fail: [
    {
      name: 'it does something as it goes back to OK alone',
      resource: metricAlarm({ alarmActions: known([]), okActions: known([topic]) }),
    },
  ],
  unknown: [
    { name: 'its actions cannot be read', resource: metricAlarm({ alarmActions: unreadable() }) },
  ],
});
