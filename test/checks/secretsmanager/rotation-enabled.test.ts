import check from '../../../checks/secretsmanager/rotation-enabled.ts';
import { testCheck } from '../../support/check-tester.ts';
import { known, unreadable } from '../../support/observe.ts';
import { copy, ofRds, secret } from '../../support/secrets-manager.ts';

testCheck(check, {
  pass: [{ name: 'rotation is on', resource: secret() }],
  fail: [
    {
      name: 'rotation was never configured, or is off',
      resource: secret({ rotation: known(null) }),
    },
  ],
  unknown: [
    {
      name: 'whether it rotates is not told',
      resource: secret({ rotation: unreadable('failed') }),
    },
    {
      name: 'its primary Region is no Region',
      resource: secret({ rotation: known(null), replicaOf: unreadable('failed') }),
    },
  ],
  'not-applicable': [
    { name: 'a service made the secret, and rotates it', resource: ofRds, reasons: ['rds made'] },
    { name: 'it is a copy', resource: copy, reasons: ['eu-central-1'] },
  ],
});
