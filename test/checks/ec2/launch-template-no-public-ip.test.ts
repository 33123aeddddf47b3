import check from '../../../checks/ec2/launch-template-no-public-ip.ts';
import { testCheck } from '../../support/check-tester.ts';
import { launchTemplate, launchVersion } from '../../support/ec2.ts';
import { known, unreadable } from '../../support/observe.ts';

const given = (...publicAddresses: boolean[]) => ({ publicAddresses: known(publicAddresses) });

testCheck(check, {
  pass: [
    { name: 'its interfaces get no public address', resource: launchTemplate(given(false, false)) },
    {
      name: 'it says nothing of addresses',
      resource: launchTemplate(),
      reasons: ['the subnet decides'],
    },
  ],
  fail: [
    {
      name: 'one of its interfaces gets a public address',
      resource: launchTemplate(given(false, true)),
      reasons: ['the default version 1 gives public addresses'],
    },
    {
      name: 'the latest version, which is not the default one',
      resource: launchTemplate(
        {},
        {
          versions: [
            launchVersion(given(false)),
            launchVersion({ ...given(true), number: 2, isDefault: false }),
          ],
        },
      ),
      reasons: ['the latest version 2'],
    },
    {
      name: 'the default version, and another may not be read',
      resource: launchTemplate({ ...given(true) }, { whole: unreadable() }),
    },
  ],
  unknown: [
    {
      name: 'what the version says of it may not be read',
      resource: launchTemplate({ publicAddresses: unreadable() }),
    },
    {
      name: 'another version may not be read',
      resource: launchTemplate(given(false), { whole: unreadable() }),
    },
  ],
});
