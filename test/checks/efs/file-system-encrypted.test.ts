import check from '../../../checks/efs/file-system-encrypted.ts';
import { testCheck } from '../../support/check-tester.ts';
import { fileSystem } from '../../support/efs.ts';
import { known, unreadable } from '../../support/observe.ts';

testCheck(check, {
  pass: [{ name: 'it is encrypted', resource: fileSystem() }],
  fail: [
    {
      name: 'it was made without encryption',
      resource: fileSystem({ encrypted: known(false) }),
      severity: 'medium',
    },
  ],
  unknown: [{ name: 'it is not told', resource: fileSystem({ encrypted: unreadable('failed') }) }],
});
