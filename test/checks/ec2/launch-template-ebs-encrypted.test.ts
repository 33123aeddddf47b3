import check from '../../../checks/ec2/launch-template-ebs-encrypted.ts';
import { testCheck } from '../../support/check-tester.ts';
import { accountListing } from '../../../src/collect/account.ts';
import type { Observed } from '../../../src/observe/observed.ts';
import { launchTemplate, launchVersion, place } from '../../support/ec2.ts';
import { known, unreadable } from '../../support/observe.ts';

const defaultIs = (encryptsNewVolumes: Observed<boolean>) => ({
  defaults: accountListing(place, { encryptsNewVolumes }),
});
const given = defaultIs(known(false));
const asks = (...encrypted: (boolean | null)[]) => ({
  volumes: known(encrypted.map((each, index) => ({ device: `/dev/sd${index}`, encrypted: each }))),
});

testCheck(check, {
  pass: [
    { name: 'all its volumes are encrypted', resource: launchTemplate(asks(true, true)), given },
    { name: 'it names no volumes', resource: launchTemplate(), given },
    {
      name: 'it leaves encryption open, and the Region does not encrypt',
      resource: launchTemplate(asks(null)),
      given,
      reasons: ['encrypted where its snapshot is'],
    },
    {
      name: 'it leaves encryption open, and the Region encrypts',
      resource: launchTemplate(asks(null)),
      given: defaultIs(known(true)),
    },
    {
      name: 'all its volumes are encrypted, whatever the Region does',
      resource: launchTemplate(asks(true)),
      given: defaultIs(unreadable()),
    },
  ],
  fail: [
    {
      name: 'it asks for a volume without encryption',
      resource: launchTemplate(asks(true, false)),
      given,
      severity: 'medium',
      reasons: ['the default version 1 asks for /dev/sd1 without encryption'],
    },
    {
      name: 'it asks for a volume without encryption, and the Region encrypts it all the same',
      resource: launchTemplate(asks(false)),
      given: defaultIs(known(true)),
      severity: 'low',
    },
    {
      name: 'it asks for a volume without encryption, and what the Region does may not be read',
      resource: launchTemplate(asks(false)),
      given: defaultIs(unreadable()),
      severity: 'medium',
    },
    {
      name: 'the latest version, which is not the default one',
      resource: launchTemplate(
        {},
        {
          versions: [
            launchVersion(asks(true)),
            launchVersion({ ...asks(false), number: 2, isDefault: false }),
          ],
        },
      ),
      given,
      reasons: ['the latest version 2'],
    },
    {
      name: 'the default version, and another may not be read',
      resource: launchTemplate({ ...asks(false) }, { whole: unreadable() }),
      given,
    },
  ],
  unknown: [
    {
      name: 'what the version says of it may not be read',
      resource: launchTemplate({ volumes: unreadable() }),
      given,
    },
    {
      name: 'another version may not be read',
      resource: launchTemplate(asks(true), { whole: unreadable() }),
      given,
    },
  ],
});
