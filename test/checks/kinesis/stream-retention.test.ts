import check from '../../../checks/kinesis/stream-retention.ts';
import { testCheck } from '../../support/check-tester.ts';
import { stream as resource, streamSettings } from '../../support/kinesis.ts';
import { everyone, known, unreadable } from '../../support/observe.ts';

testCheck(check, {
  pass: [
    { name: 'records are kept for a week', resource, given: streamSettings() },
    {
      name: 'a day is enough',
      resource,
      given: streamSettings({ retentionHours: known(24) }),
      params: { minHours: 24 },
    },
  ],
  fail: [
    {
      name: 'records are kept for a day, as in a new stream',
      resource,
      given: streamSettings({ retentionHours: known(24) }),
      reasons: ['24 hours, fewer than 168'],
    },
    {
      name: 'an hour is missing',
      resource,
      given: streamSettings({ retentionHours: known(167) }),
    },
  ],
  unknown: [
    {
      name: 'the stream may not be described',
      resource,
      given: { settings: everyone(unreadable()) },
    },
    {
      name: 'the retention is not told',
      resource,
      given: streamSettings({ retentionHours: unreadable('failed') }),
    },
  ],
});
