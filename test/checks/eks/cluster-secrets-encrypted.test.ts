import check from '../../../checks/eks/cluster-secrets-encrypted.ts';
import { testCheck } from '../../support/check-tester.ts';
import { eksCluster } from '../../support/eks.ts';
import { known, unreadable } from '../../support/observe.ts';

const keyArn = 'arn:aws:kms:eu-west-1:111122223333:key/0e5d1b0c';

testCheck(check, {
  pass: [
    {
      name: 'a key of the customer encrypts them',
      resource: eksCluster({ secretsKey: known(keyArn), version: unreadable() }),
    },
    {
      name: 'since 1.28 AWS encrypts them with a key of its own, and that is enough for the owner',
      resource: eksCluster({ version: known('1.28') }),
      params: { acceptAwsOwnedKey: true },
    },
  ],
  fail: [
    {
      name: 'no key of the customer encrypts them; AWS does since 1.28',
      resource: eksCluster(),
      reasons: ['AWS does with a key of its own (since 1.28)'],
      severity: 'medium',
    },
    {
      name: 'before 1.28 nothing encrypts them',
      resource: eksCluster({ version: known('1.27') }),
      params: { acceptAwsOwnedKey: true },
      reasons: ['no key encrypts the secrets in etcd'],
    },
    {
      name: 'of a version that is none AWS promises nothing',
      resource: eksCluster({ version: known('newest') }),
      params: { acceptAwsOwnedKey: true },
    },
  ],
  unknown: [
    {
      name: 'the cluster may not be described',
      resource: eksCluster({ secretsKey: unreadable() }),
    },
  ],
});
