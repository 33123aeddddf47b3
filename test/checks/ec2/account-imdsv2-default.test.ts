import check from '../../../checks/ec2/account-imdsv2-default.ts';
import { testCheck } from '../../support/check-tester.ts';
import { accountResource } from '../../../src/collect/account.ts';
import type { MetadataDefaults } from '../../../src/collectors/ec2/metadata-defaults.ts';
import type { Observed } from '../../../src/observe/observed.ts';
import { place } from '../../support/ec2.ts';
import { known, unreadable } from '../../support/observe.ts';

const having = (defaults: Observed<MetadataDefaults>) => accountResource(place, { defaults });
const set = (fields: Partial<MetadataDefaults>) =>
  having(known({ tokens: null, isEnforced: false, isByOrganization: false, ...fields }));

testCheck(check, {
  pass: [
    { name: 'the default is that tokens are required', resource: set({ tokens: 'required' }) },
    {
      name: 'launches that do not require tokens are refused',
      resource: set({ isEnforced: true }),
      reasons: ['refused'],
    },
  ],
  fail: [
    {
      name: 'the account has no preference',
      resource: set({}),
      reasons: ['no default here: the image decides'],
    },
    { name: 'the default is that tokens are optional', resource: set({ tokens: 'optional' }) },
  ],
  unknown: [{ name: 'the defaults may not be read', resource: having(unreadable()) }],
});
