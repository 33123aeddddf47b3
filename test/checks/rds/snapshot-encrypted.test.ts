import check from '../../../checks/rds/snapshot-encrypted.ts';
import { testCheck } from '../../support/check-tester.ts';
import { known, unreadable } from '../../support/observe.ts';
import { manualSnapshot } from '../../support/rds.ts';

testCheck(check, {
  pass: [
    { name: 'with a KMS key', resource: manualSnapshot({ encryption: known('kms') }) },
    {
      name: 'with a key that AWS owns',
      resource: manualSnapshot({ encryption: known('aws-owned-key') }),
      reasons: ['sse-rds'],
    },
  ],
  fail: [{ name: 'not at all', resource: manualSnapshot() }],
  unknown: [
    { name: 'AWS did not say', resource: manualSnapshot({ encryption: unreadable('failed') }) },
  ],
});
