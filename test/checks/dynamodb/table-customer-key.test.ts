import check from '../../../checks/dynamodb/table-customer-key.ts';
import type { TableKey, TableSettings } from '../../../src/collectors/dynamodb/table-settings.ts';
import { testCheck } from '../../support/check-tester.ts';
import { everyone, known, unreadable } from '../../support/observe.ts';
import { bookings as resource } from '../../support/tables.ts';

const arn = 'arn:aws:kms:eu-west-1:111122223333:key/1';
const by = (key: TableKey) => ({
  settings: everyone(known<TableSettings>({ isProtected: unreadable(), key: known(key) })),
});

testCheck(check, {
  pass: [
    { name: 'a KMS key encrypts it', resource, given: by({ kind: 'kms', arn }), reasons: [arn] },
  ],
  fail: [
    {
      name: 'a key that AWS owns encrypts it: it is encrypted all the same',
      resource,
      given: by({ kind: 'aws-owned' }),
      severity: 'low',
      reasons: ['a key that AWS owns encrypts'],
    },
  ],
  unknown: [
    {
      name: 'the table may not be described',
      resource,
      given: { settings: everyone(unreadable()) },
      reasons: ['the test says denied'],
    },
  ],
});
