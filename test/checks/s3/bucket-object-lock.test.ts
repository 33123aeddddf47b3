import check from '../../../checks/s3/bucket-object-lock.ts';
import type { ObjectLock } from '../../../src/collectors/s3/bucket-object-lock.ts';
import { testCheck } from '../../support/check-tester.ts';
import { everyone, known, unreadable } from '../../support/observe.ts';
import { records } from '../../support/s3.ts';

const run = (lock: ObjectLock) => ({ resource: records, given: { lock: everyone(known(lock)) } });

testCheck(check, {
  pass: [
    { name: 'it is on with a default', ...run('COMPLIANCE'), reasons: ['COMPLIANCE'] },
    { name: 'in governance mode', ...run('GOVERNANCE') },
    { name: 'it is on without a default', ...run('on without a default'), reasons: ['have none'] },
  ],
  fail: [{ name: 'it is off', ...run('off') }],
  unknown: [
    {
      name: 'the setting may not be read',
      resource: records,
      given: { lock: everyone(unreadable()) },
    },
  ],
});
