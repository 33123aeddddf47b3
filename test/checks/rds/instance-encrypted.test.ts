import check from '../../../checks/rds/instance-encrypted.ts';
import { testCheck } from '../../support/check-tester.ts';
import { known, unreadable } from '../../support/observe.ts';
import { dbInstance } from '../../support/rds.ts';

testCheck(check, {
  pass: [
    { name: 'storage has a KMS key', resource: dbInstance(), reasons: ['KMS key'] },
    {
      name: 'AWS encrypts with a key of its own (sse-rds)',
      resource: dbInstance({ encryption: known('aws-owned-key') }),
      reasons: ['sse-rds'],
    },
    {
      name: 'a read replica has storage of its own',
      resource: dbInstance({ replicaOf: 'orders-primary' }),
    },
  ],
  fail: [
    {
      name: 'storage is not encrypted',
      resource: dbInstance({ encryption: known('none') }),
      reasons: ['not encrypted'],
      severity: 'medium',
    },
    {
      name: 'an unencrypted replica of an encrypted instance is judged for itself',
      resource: dbInstance({ replicaOf: 'orders-primary', encryption: known('none') }),
    },
  ],
  unknown: [
    {
      name: 'AWS did not say whether storage is encrypted',
      resource: dbInstance({ encryption: unreadable('failed') }),
    },
  ],
  'not-applicable': [
    {
      name: 'R5 a member of a cluster is judged once, at the cluster',
      resource: dbInstance({
        engine: 'aurora-mysql',
        cluster: 'bookings',
        encryption: known('none'),
      }),
      reasons: ['cluster bookings'],
    },
    {
      name: 'a member of a Multi-AZ DB cluster too, whatever could not be read of it',
      resource: dbInstance({ cluster: 'ledger', encryption: unreadable() }),
    },
  ],
});
