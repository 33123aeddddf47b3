import check from '../../../checks/cloudtrail/bucket-access-logging.ts';
import { testCheck } from '../../support/check-tester.ts';
import { everyone, known, unreadable } from '../../support/observe.ts';
import { records } from '../../support/s3.ts';

const resource = { ...records, own: known(records) };
const logging = (target: string | null) => ({ logging: everyone(known(target)) });

testCheck(check, {
  pass: [
    { name: 'to a bucket', resource, given: logging('access-logs'), reasons: ['access-logs'] },
  ],
  fail: [{ name: 'nowhere', resource, given: logging(null) }],
  unknown: [
    { name: 'it may not be read', resource, given: { logging: everyone(unreadable()) } },
    {
      name: 'the bucket is of another account',
      resource: { ...resource, own: unreadable() },
      given: { logging: everyone(unreadable()) },
    },
  ],
});
