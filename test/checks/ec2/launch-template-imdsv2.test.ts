import check from '../../../checks/ec2/launch-template-imdsv2.ts';
import { testCheck } from '../../support/check-tester.ts';
import { accountListing } from '../../../src/collect/account.ts';
import type { AskedMetadata } from '../../../src/collectors/ec2/launch-templates.ts';
import type { MetadataDefaults } from '../../../src/collectors/ec2/metadata-defaults.ts';
import type { Observed } from '../../../src/observe/observed.ts';
import { launchTemplate, launchVersion, place } from '../../support/ec2.ts';
import { known, unreadable } from '../../support/observe.ts';

const defaultsAre = (defaults: Observed<MetadataDefaults>) => ({
  defaults: accountListing(place, { defaults }),
});
const defaultIs = (tokens: MetadataDefaults['tokens'], isEnforced = false) =>
  defaultsAre(known({ tokens, isEnforced, isByOrganization: false }));
const given = defaultIs(null);
const asks = (tokens: AskedMetadata['tokens'], isOn = true) => ({
  metadata: known<AskedMetadata>({ tokens, isOn }),
});

testCheck(check, {
  pass: [
    { name: 'tokens are required', resource: launchTemplate(asks('required')), given },
    {
      name: 'the metadata service is off',
      resource: launchTemplate(asks('optional', false)),
      given,
    },
    {
      name: 'it leaves tokens open, and the account requires them',
      resource: launchTemplate(),
      given: defaultIs('required'),
      reasons: ['by the default of the account, where the template leaves it open'],
    },
    {
      name: 'it leaves tokens open, and launches without them are refused',
      resource: launchTemplate(),
      given: defaultIs(null, true),
    },
    {
      name: 'tokens are required, whatever of the account may not be read',
      resource: launchTemplate(asks('required')),
      given: defaultsAre(unreadable()),
    },
  ],
  fail: [
    {
      name: 'tokens are optional, whatever the account requires of launches that leave it open',
      resource: launchTemplate(asks('optional')),
      given: defaultIs('required'),
      reasons: ['the default version 1 makes tokens optional'],
    },
    {
      name: 'it leaves tokens open, and so does the account',
      resource: launchTemplate(),
      given,
      reasons: ['the image decides'],
    },
    {
      name: 'the latest version, which is not the default one',
      resource: launchTemplate(
        {},
        {
          versions: [
            launchVersion(asks('required')),
            launchVersion({ ...asks('optional'), number: 2, isDefault: false }),
          ],
        },
      ),
      given,
      reasons: ['the latest version 2'],
    },
    {
      name: 'the default version, and another may not be read',
      resource: launchTemplate({ ...asks('optional') }, { whole: unreadable() }),
      given,
    },
  ],
  unknown: [
    {
      name: 'it leaves tokens open, and the default of the account may not be read',
      resource: launchTemplate(),
      given: defaultsAre(unreadable()),
    },
    {
      name: 'what the version says of it may not be read',
      resource: launchTemplate({ metadata: unreadable() }),
      given,
    },
    {
      name: 'another version may not be read',
      resource: launchTemplate(asks('required'), { whole: unreadable() }),
      given,
    },
  ],
});
