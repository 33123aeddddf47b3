import check from '../../../checks/s3/bucket-versioning.ts';
import type { Versioning } from '../../../src/collectors/s3/bucket-settings.ts';
import { testCheck } from '../../support/check-tester.ts';
import { everyone, known, unreadable } from '../../support/observe.ts';
import { records } from '../../support/s3.ts';

const resource = records;
const versioning = (status: Versioning['status']) => ({
  versioning: everyone(known<Versioning>({ status, mfaDelete: false })),
});

testCheck(check, {
  pass: [{ name: 'versioning is on', resource, given: versioning('Enabled') }],
  fail: [
    { name: 'versioning was never on', resource, given: versioning('Off'), reasons: ['never'] },
    { name: 'it is suspended', resource, given: versioning('Suspended'), reasons: ['suspended'] },
  ],
  unknown: [
    {
      name: 'the setting may not be read',
      resource,
      given: { versioning: everyone(unreadable()) },
    },
  ],
});
