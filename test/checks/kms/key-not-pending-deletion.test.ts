import check from '../../../checks/kms/key-not-pending-deletion.ts';
import { testCheck } from '../../support/check-tester.ts';
import { kmsKey } from '../../support/kms.ts';
import { unreadable } from '../../support/observe.ts';

testCheck(check, {
  pass: [
    { name: 'a key in use', resource: kmsKey(), reasons: ['state Enabled'] },
    { name: 'a disabled key is not lost', resource: kmsKey({ state: 'Disabled' }) },
    { name: 'a key that waits for its material', resource: kmsKey({ state: 'PendingImport' }) },
  ],
  fail: [
    {
      name: 'it waits for its deletion, and the day is told',
      resource: kmsKey({ state: 'PendingDeletion', deletion: new Date('2026-12-20T09:30:00Z') }),
      reasons: [/^KMS deletes the key on 2026-12-20$/],
    },
    {
      name: 'the day was not told',
      resource: kmsKey({ state: 'PendingDeletion' }),
      reasons: [/^KMS deletes the key$/],
    },
    {
      name: 'a primary key that waits for its replicas',
      resource: kmsKey({ state: 'PendingReplicaDeletion' }),
      reasons: ['replicas'],
    },
  ],
  unknown: [
    {
      name: 'the key may not be described',
      resource: { ...kmsKey(), metadata: unreadable() },
    },
  ],
  'out-of-scope': [
    {
      name: 'a key that AWS manages',
      resource: { ...kmsKey(), managed: { by: 'aws', reason: 'AWS manages it' } },
    },
  ],
});
