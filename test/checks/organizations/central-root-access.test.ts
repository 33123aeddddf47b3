import check from '../../../checks/organizations/central-root-access.ts';
import type { RootManagement } from '../../../src/collectors/iam/root-management.ts';
import { theAccount } from '../../support/account.ts';
import { testCheck } from '../../support/check-tester.ts';
import { known, unreadable } from '../../support/observe.ts';

const seen = (rootManagement: RootManagement) =>
  theAccount({ rootManagement: known(rootManagement) });

testCheck(check, {
  pass: [
    {
      name: 'credentials management is on; root sessions are optional',
      resource: seen({ decided: 'here', features: ['RootCredentialsManagement'] }),
      reasons: ['root sessions are off'],
    },
  ],
  fail: [
    { name: 'no feature is on', resource: seen({ decided: 'here', features: [] }) },
    {
      name: 'only root sessions are on',
      resource: seen({ decided: 'here', features: ['RootSessions'] }),
    },
  ],
  'not-applicable': [
    {
      name: 'a member account',
      resource: seen({ decided: 'in the management account' }),
      reasons: ['member account'],
    },
    { name: 'no organization', resource: seen({ decided: 'nowhere' }) },
  ],
  unknown: [
    { name: 'nothing may be read', resource: theAccount({ rootManagement: unreadable() }) },
  ],
});
