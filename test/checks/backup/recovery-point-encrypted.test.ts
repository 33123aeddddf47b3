import check from '../../../checks/backup/recovery-point-encrypted.ts';
import { backupVault } from '../../support/backup.ts';
import { testCheck } from '../../support/check-tester.ts';
import { everyone, known, unreadable } from '../../support/observe.ts';

const resource = backupVault();
const plain = (...sources: readonly string[]) => ({
  plainRecoveryPoints: everyone(known(sources)),
});

testCheck(check, {
  pass: [{ name: 'none is in plain text, or there is none', resource, given: plain() }],
  fail: [
    {
      name: 'one is in plain text: the reason names its source',
      resource,
      given: plain('arn:aws:ec2:eu-west-1:111122223333:volume/vol-1'),
      reasons: ['volume/vol-1'],
      severity: 'medium',
    },
  ],
  unknown: [
    {
      name: 'the recovery points may not be read',
      resource,
      given: { plainRecoveryPoints: everyone(unreadable()) },
    },
  ],
});
