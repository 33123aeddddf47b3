import check from '../../../checks/iam/root-mfa.ts';
import { testCheck } from '../../support/check-tester.ts';
import { accountSummary, reportedKey, rootUser } from '../../support/credentials.ts';
import { known, unreadable } from '../../support/observe.ts';

const noCredentials = { password: known('absent' as const), keys: known([]) };
const summaryOfNone = accountSummary({ rootPassword: known('absent') });

testCheck(check, {
  pass: [
    {
      name: 'root has MFA',
      resource: rootUser(),
      given: { summary: accountSummary({ rootMfa: known(true) }) },
    },
    {
      name: 'root has MFA, and the credential report may not be read',
      resource: rootUser({ password: unreadable(), keys: unreadable(), reportedAt: unreadable() }),
      given: { summary: accountSummary({ rootMfa: known(true) }) },
    },
    {
      name: 'I4 a member account whose root has no credentials needs no MFA',
      resource: rootUser(noCredentials),
      given: { summary: summaryOfNone },
      reasons: ['no credentials', '2026-11-22 11:00 UTC'],
    },
    {
      name: 'I4 the summary does not tell of passwords, the report tells that there is none',
      resource: rootUser(noCredentials),
      given: { summary: accountSummary({ rootPassword: known('not-told') }) },
    },
    {
      name: 'I6 GovCloud: the report does not tell of a password, since root cannot sign in',
      resource: rootUser({ canSignIn: false, password: known('not-told') }),
      given: { summary: accountSummary({ rootPassword: known('not-told') }) },
    },
  ],
  fail: [
    {
      name: 'a password without MFA',
      resource: rootUser(),
      given: { summary: accountSummary() },
      reasons: ['no MFA device', 'root has a password'],
    },
    {
      name: 'I5 central management is on but this account still has a root password',
      resource: rootUser({ password: known('present') }),
      given: { summary: accountSummary({ rootPassword: known('present') }) },
    },
    {
      name: 'I6 the report does not tell whether root has a password: one is assumed',
      resource: rootUser({ password: known('not-told') }),
      given: { summary: accountSummary({ rootPassword: known('not-told') }) },
      reasons: ['assumed'],
    },
    {
      name: 'I7 a password that came after the report was made',
      resource: rootUser(noCredentials),
      given: { summary: accountSummary({ rootPassword: known('present') }) },
      reasons: [/^root has a password$/m],
    },
    {
      name: 'I7 a password that only the report shows',
      resource: rootUser(),
      given: { summary: summaryOfNone },
      reasons: ['by the credential report of 2026-11-22 11:00 UTC'],
    },
    {
      name: 'an access key without a password',
      resource: rootUser({ ...noCredentials, keys: known([reportedKey()]) }),
      given: { summary: summaryOfNone },
      reasons: ['access key'],
    },
    {
      name: 'a password by the summary, whatever the report would say',
      resource: rootUser({ password: unreadable(), keys: unreadable(), reportedAt: unreadable() }),
      given: { summary: accountSummary() },
    },
  ],
  unknown: [
    {
      name: 'I8 no MFA, and whether root has credentials could not be read',
      resource: rootUser({ password: unreadable(), keys: unreadable(), reportedAt: unreadable() }),
      given: { summary: summaryOfNone },
    },
    {
      name: 'GetAccountSummary is denied',
      resource: rootUser(noCredentials),
      given: {
        summary: {
          rootMfa: unreadable(),
          rootKeys: unreadable(),
          rootPassword: unreadable(),
        },
      },
    },
  ],
});
