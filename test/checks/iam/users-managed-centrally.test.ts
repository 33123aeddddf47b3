import check from '../../../checks/iam/users-managed-centrally.ts';
import type { Federation } from '../../../src/collectors/iam/identity-providers.ts';
import type { ReportedUser } from '../../../src/collectors/iam/credential-report-rows.ts';
import type { Listing, Observed } from '../../../src/observe/observed.ts';
import { account, testCheck } from '../../support/check-tester.ts';
import { password, reportedUser } from '../../support/credentials.ts';
import { anywhere, known, listing, partialListing, unreadable } from '../../support/observe.ts';

const withSaml = (samlProviders: Federation['samlProviders']): Federation => ({
  arn: `arn:aws:iam::${account}:root`,
  type: 'AWS::::Account',
  name: account,
  region: 'global',
  samlProviders,
});
const none = withSaml(known([]));
const person = reportedUser(password(100, 1));
const program = reportedUser();
const given = (
  users: Listing<ReportedUser>,
  ...instances: readonly (Listing<string> | null)[]
) => ({
  users,
  instances: inRegions(instances),
});
const inRegions = (instances: readonly (Listing<string> | null)[], allRegions?: Observed<true>) =>
  anywhere(new Map(instances.map((found, index) => [`region-${index}`, found])), allRegions);
const instance = 'arn:aws:sso:::instance/ssoins-7223b02ab9c7e1b4';

testCheck(check, {
  pass: [
    {
      name: 'no IAM user has a password, whatever federation there is',
      resource: withSaml(unreadable()),
      given: given(listing(program), partialListing('denied')),
    },
  ],
  fail: [
    {
      name: 'passwords, and no federation in any Region',
      resource: none,
      given: given(listing(program, person), listing(), listing()),
    },
  ],
  manual: [
    {
      name: 'passwords beside a SAML provider, such as Identity Center adds to a member account',
      resource: withSaml(known([`arn:aws:iam::${account}:saml-provider/AWSSSO_1_DO_NOT_DELETE`])),
      given: given(listing(person), null),
    },
    {
      name: 'passwords beside an Identity Center instance in the second Region',
      resource: withSaml(unreadable()),
      given: given(partialListing('denied', person), partialListing('denied'), listing(instance)),
    },
  ],
  unknown: [
    {
      name: 'F10 the Identity Center instance may be in a Region outside the scan',
      resource: none,
      given: {
        users: listing(person),
        instances: inRegions([listing()], unreadable('left-out')),
      },
    },
    {
      name: 'I8 there is no credential report',
      resource: none,
      given: given(partialListing('failed'), listing()),
    },
    {
      name: 'passwords, and one Region does not tell of its instances',
      resource: none,
      given: given(listing(person), listing(), partialListing('denied')),
    },
  ],
});
