import check from '../../../checks/cloudwatch/log-group-retention.ts';
import type { LogGroup } from '../../../src/collectors/cloudwatch-logs/log-groups.ts';
import { testCheck } from '../../support/check-tester.ts';
import { known, unreadable } from '../../support/observe.ts';

const group = (retention: LogGroup['retention'], passesOn = known(false)): LogGroup => ({
  arn: 'arn:aws:logs:eu-west-1:111122223333:log-group:app',
  type: 'AWS::Logs::LogGroup',
  name: 'app',
  region: 'eu-west-1',
  retention,
  passesOn,
});

testCheck(check, {
  pass: [
    { name: 'events are kept for a year', resource: group(known(365)) },
    {
      name: 'events never expire, which is told',
      resource: group(known(null)),
      reasons: ['never expire'],
    },
    { name: 'fewer days are enough', resource: group(known(90)), params: { minDays: 90 } },
  ],
  fail: [
    { name: 'events are deleted a day too early', resource: group(known(364)), reasons: ['364'] },
    { name: 'more days are wanted', resource: group(known(365)), params: { minDays: 400 } },
  ],
  unknown: [
    { name: 'the retention cannot be read', resource: group(unreadable('failed')) },
    {
      name: 'K3 the days are few, and its class is unheard of',
      resource: group(known(2), unreadable('failed')),
    },
  ],
  'not-applicable': [{ name: 'the group only delivers', resource: group(known(2), known(true)) }],
});
