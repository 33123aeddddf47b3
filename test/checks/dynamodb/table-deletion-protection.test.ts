import check from '../../../checks/dynamodb/table-deletion-protection.ts';
import type { TableSettings } from '../../../src/collectors/dynamodb/table-settings.ts';
import { testCheck } from '../../support/check-tester.ts';
import { everyone, known, unreadable } from '../../support/observe.ts';
import { bookings as resource } from '../../support/tables.ts';

const given = (isProtected: TableSettings['isProtected']) => ({
  settings: everyone(known<TableSettings>({ isProtected, key: unreadable() })),
});

testCheck(check, {
  pass: [{ name: 'it is on', resource, given: given(known(true)) }],
  fail: [
    {
      name: 'it is off',
      resource,
      given: given(known(false)),
      severity: 'medium',
      reasons: ['deletion protection is off'],
    },
  ],
  unknown: [
    {
      name: 'the table may not be described',
      resource,
      given: { settings: everyone(unreadable()) },
      reasons: ['the test says denied'],
    },
    { name: 'the setting is missing', resource, given: given(unreadable('failed')) },
  ],
});
