import check from '../../../checks/efs/file-system-automatic-backup.ts';
import { testCheck } from '../../support/check-tester.ts';
import { fileSystem } from '../../support/efs.ts';
import { everyone, known, unreadable } from '../../support/observe.ts';

const resource = fileSystem();

testCheck(check, {
  pass: [{ name: 'they are on', resource, given: { automaticBackups: everyone(known(true)) } }],
  fail: [
    {
      name: 'they are off, as for all that the API makes',
      resource,
      given: { automaticBackups: everyone(known(false)) },
    },
  ],
  unknown: [
    {
      name: 'the policy may not be read',
      resource,
      given: { automaticBackups: everyone(unreadable()) },
    },
  ],
});
