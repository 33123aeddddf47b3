import check from '../../../checks/guardduty/rds-protection.ts';
import type { DbInstance } from '../../../src/collectors/rds/instances.ts';
import { testCheck } from '../../support/check-tester.ts';
import { planCases } from '../../support/guardduty.ts';
import { listing, partialListing } from '../../support/observe.ts';
import { dbInstance } from '../../support/rds.ts';

const the = planCases('RDS_LOGIN_EVENTS');
const given = { instances: listing(dbInstance()) };
const none = { instances: listing<DbInstance>() };
const denied = { instances: partialListing<DbInstance>('denied') };

testCheck(check, {
  pass: [
    { ...the.on, given },
    { ...the.on, name: 'the plan is on, whatever databases there are', given: denied },
  ],
  fail: [
    { ...the.off, given },
    { ...the.setByOrganization, given },
    { ...the.suspended, given: none },
  ],
  unknown: [
    { ...the.unread, given },
    { ...the.unheardOf, given },
    { ...the.unlistedBesideNew, given },
    {
      ...the.off,
      name: 'the plan is off, and databases may not be listed',
      given: denied,
      reasons: [],
    },
  ],
  manual: [{ ...the.unlisted, given }],
  'not-applicable': [
    { ...the.off, name: 'the plan is off where there is no database', given: none },
    { ...the.unlisted, name: 'the Region lists no such plan and has no database', given: none },
  ],
});
