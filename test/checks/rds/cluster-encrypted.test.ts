import check from '../../../checks/rds/cluster-encrypted.ts';
import { testCheck } from '../../support/check-tester.ts';
import { known, unreadable } from '../../support/observe.ts';
import { dbCluster } from '../../support/rds.ts';

testCheck(check, {
  pass: [
    { name: 'storage has a KMS key', resource: dbCluster() },
    {
      name: 'a cluster since February 2026 is encrypted by AWS itself (sse-rds)',
      resource: dbCluster({ encryption: known('aws-owned-key') }),
      reasons: ['sse-rds'],
    },
  ],
  fail: [
    {
      name: 'an older cluster is not encrypted',
      resource: dbCluster({ encryption: known('none') }),
      reasons: ['not encrypted'],
    },
    {
      name: 'a Multi-AZ DB cluster is not encrypted',
      resource: dbCluster({ engine: 'mysql', encryption: known('none') }),
    },
  ],
  unknown: [
    {
      name: 'AWS did not say whether storage is encrypted',
      resource: dbCluster({ encryption: unreadable('failed') }),
    },
  ],
});
