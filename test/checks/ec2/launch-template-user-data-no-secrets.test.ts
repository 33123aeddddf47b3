import check from '../../../checks/ec2/launch-template-user-data-no-secrets.ts';
import { testCheck } from '../../support/check-tester.ts';
import type { FoundSecrets } from '../../../src/reasoning/secrets/detect.ts';
import { launchTemplate, launchVersion } from '../../support/ec2.ts';
import { known, unreadable } from '../../support/observe.ts';

const holds = (...found: FoundSecrets[]) => ({ userData: known({ isEmpty: false, found }) });
const password: FoundSecrets = { kind: 'password', names: ['DB_PASSWORD'], hasUnnamed: false };

testCheck(check, {
  pass: [
    { name: 'it has no user data', resource: launchTemplate() },
    { name: 'nothing in the user data looks like a secret', resource: launchTemplate(holds()) },
    {
      name: 'a secret that the parameters excuse',
      resource: launchTemplate(holds(password)),
      params: { excused: ['DB_*'] },
    },
  ],
  fail: [
    {
      name: 'a password in the user data',
      resource: launchTemplate(holds(password)),
      severity: 'critical',
      reasons: ['DB_PASSWORD'],
    },
    {
      name: 'the latest version, which is not the default one',
      resource: launchTemplate(
        {},
        {
          versions: [
            launchVersion(holds()),
            launchVersion({ ...holds(password), number: 2, isDefault: false }),
          ],
        },
      ),
      reasons: ['the latest version 2'],
    },
    {
      name: 'the default version, and another may not be read',
      resource: launchTemplate({ ...holds(password) }, { whole: unreadable() }),
    },
  ],
  unknown: [
    {
      name: 'what the version says of it may not be read',
      resource: launchTemplate({ userData: unreadable() }),
    },
    {
      name: 'another version may not be read',
      resource: launchTemplate(holds(), { whole: unreadable() }),
    },
  ],
});
