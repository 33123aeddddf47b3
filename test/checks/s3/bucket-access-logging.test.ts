import check from '../../../checks/s3/bucket-access-logging.ts';
import { testCheck } from '../../support/check-tester.ts';
import { everyone, known, unreadable } from '../../support/observe.ts';
import { lost, records } from '../../support/s3.ts';

const resource = records;
const logging = (target: string | null, from: string | null = null) => ({
  logging: everyone(known(target)),
  loggedFrom: everyone(known(from)),
});

testCheck(check, {
  pass: [
    { name: 'to a bucket', resource, given: logging('logs'), reasons: ['bucket logs'] },
    {
      name: 'to a bucket, although it takes in logs itself',
      resource,
      given: logging('more-logs', 'site'),
    },
  ],
  fail: [{ name: 'nowhere', resource, given: logging(null), reasons: ['logging is off'] }],
  unknown: [
    {
      name: 'it may not be read',
      resource,
      given: { ...logging(null), logging: everyone(unreadable()) },
      reasons: ['the test says denied'],
    },
    {
      name: 'a Region that nobody tells',
      resource: lost,
      given: { ...logging(null), logging: everyone(unreadable()) },
    },
  ],
  'not-applicable': [
    {
      name: 'a bucket that others log to, where a log of its own would never end',
      resource,
      given: logging(null, 'site'),
      reasons: ['such as those of site'],
    },
  ],
});
