import check from '../../../checks/iam/root-hardware-mfa.ts';
import { account, testCheck } from '../../support/check-tester.ts';
import { accountSummary, rootUser } from '../../support/credentials.ts';
import { known, listing, partialListing, unreadable } from '../../support/observe.ts';

const root = rootUser();
const withMfa = accountSummary({ rootMfa: known(true) });
const denied = { rootMfa: unreadable(), rootKeys: unreadable(), rootPassword: unreadable() };
const ofUser = {
  serial: `arn:aws:iam::${account}:mfa/ines`,
  user: `arn:aws:iam::${account}:user/ines`,
};
const ofRoot = {
  serial: `arn:aws:iam::${account}:mfa/root-account-mfa-device`,
  user: `arn:aws:iam::${account}:root`,
};

testCheck(check, {
  pass: [
    {
      name: 'root has MFA, and the virtual devices belong to users',
      resource: root,
      given: { summary: withMfa, devices: listing(ofUser) },
      reasons: ['passkey'],
    },
    {
      name: 'I4 root has no credentials, and the devices may not be listed',
      resource: rootUser({ password: known('absent') }),
      given: {
        summary: accountSummary({ rootPassword: known('absent') }),
        devices: partialListing('denied'),
      },
      reasons: ['no credentials'],
    },
  ],
  fail: [
    {
      name: 'I3 root has a virtual device beside whatever else it has',
      resource: root,
      given: { summary: withMfa, devices: listing(ofUser, ofRoot) },
      reasons: ['mfa/root-account-mfa-device'],
    },
    {
      name: 'a virtual device of root decides it, whatever else could not be read',
      resource: root,
      given: { summary: denied, devices: partialListing('throttled', ofRoot) },
    },
    {
      name: 'root has credentials and no MFA at all',
      resource: root,
      given: { summary: accountSummary(), devices: listing() },
      reasons: ['no MFA device', 'password'],
    },
  ],
  unknown: [
    {
      name: 'I31 GetAccountSummary is denied',
      resource: root,
      given: { summary: denied, devices: listing(ofUser) },
    },
    {
      name: 'a page of the devices could not be read',
      resource: root,
      given: { summary: withMfa, devices: partialListing('denied', ofUser) },
    },
  ],
  'not-applicable': [
    {
      name: 'no root user can sign in in this partition',
      resource: rootUser({ canSignIn: false }),
      given: { summary: accountSummary(), devices: listing() },
    },
  ],
});
