import check from '../../../checks/iam/root-no-access-keys.ts';
import { testCheck } from '../../support/check-tester.ts';
import { accountSummary, reportedKey, rootUser } from '../../support/credentials.ts';
import { known, unreadable } from '../../support/observe.ts';

const withKey = accountSummary({ rootKeys: known(true) });

testCheck(check, {
  pass: [
    {
      name: 'neither the summary nor the report shows a key',
      resource: rootUser(),
      given: { summary: accountSummary() },
    },
    {
      name: 'the summary shows none; the report had an inactive one',
      resource: rootUser({ keys: known([reportedKey({ active: false })]) }),
      given: { summary: accountSummary() },
    },
  ],
  fail: [
    { name: 'an active key', resource: rootUser(), given: { summary: withKey } },
    {
      name: 'an inactive key is still a key',
      resource: rootUser({ keys: known([reportedKey({ active: false })]) }),
      given: { summary: withKey },
      reasons: ['active or not'],
    },
    {
      name: 'the second key is active by the report, and the summary is denied',
      resource: rootUser({ keys: known([reportedKey({ slot: 2 })]) }),
      given: { summary: accountSummary({ rootKeys: unreadable() }) },
      reasons: ['credential report'],
    },
    {
      name: 'the summary decides it without the report',
      resource: rootUser({ keys: unreadable() }),
      given: { summary: withKey },
    },
  ],
  unknown: [
    {
      name: 'the summary is denied',
      resource: rootUser(),
      given: { summary: accountSummary({ rootKeys: unreadable() }) },
    },
    {
      name: 'I8 the report is not there',
      resource: rootUser({ keys: unreadable('failed') }),
      given: { summary: accountSummary() },
    },
  ],
});
