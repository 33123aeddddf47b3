import check from '../../../checks/acm/certificate-not-expiring.ts';
import type { Renewal } from '../../../src/collectors/acm/renewals.ts';
import type { Observed } from '../../../src/observe/observed.ts';
import { daysAgo, testCheck } from '../../support/check-tester.ts';
import { certificate } from '../../support/certificates.ts';
import { everyone, known, unreadable } from '../../support/observe.ts';

const renewal = (state: Observed<Renewal>) => ({ renewals: everyone(state) });
/** Of those that nobody asked about. */
const notAsked = renewal(unreadable('fault'));
const ending = (days: number) => ({ notAfter: known(daysAgo(-days)) });
const soon = certificate(ending(29));
const expired = { ...ending(-1), status: known<'EXPIRED'>('EXPIRED') };

testCheck(check, {
  pass: [
    { name: 'it is valid for long', resource: certificate(), given: notAsked },
    { name: 'it ends in 30 days', resource: certificate(ending(30)), given: notAsked },
    {
      name: 'it ends soon, and ACM is renewing it by itself',
      resource: soon,
      given: renewal(known('PENDING_AUTO_RENEWAL')),
      reasons: ['in 29 days', 'ACM is renewing it by itself'],
    },
    {
      name: 'it ends in 29 days, and the owner asks for a week',
      resource: soon,
      given: notAsked,
      params: { minDays: 7 },
    },
  ],
  fail: [
    {
      name: 'it ends soon, and was imported',
      resource: certificate({ ...ending(29), origin: known('IMPORTED') }),
      given: notAsked,
      reasons: ['ACM does not renew it'],
    },
    {
      name: 'it ends soon, and its domains are not validated',
      resource: soon,
      given: renewal(known('PENDING_VALIDATION')),
      reasons: ['before its domains are validated'],
    },
    {
      name: 'it ends soon, and the renewal failed',
      resource: soon,
      given: renewal(known('FAILED')),
    },
    {
      name: 'it ends soon, and ACM has not begun',
      resource: soon,
      given: renewal(known(null)),
      reasons: ['no renewal is under way'],
    },
    {
      name: 'it ends soon, of a private authority',
      resource: certificate({ ...ending(10), origin: known('PRIVATE') }),
      given: notAsked,
    },
    {
      name: 'it expired, and is in use',
      resource: certificate(expired),
      given: notAsked,
      severity: 'medium',
    },
    {
      name: 'it expired, and nothing uses it',
      resource: certificate({ ...expired, inUse: known(false) }),
      given: notAsked,
      severity: 'low',
      reasons: ['nothing uses it'],
    },
  ],
  unknown: [
    {
      name: 'its end is not told',
      resource: certificate({ notAfter: unreadable('failed') }),
      given: notAsked,
    },
    {
      name: 'it ends soon, and ACM may not tell of the renewal',
      resource: soon,
      given: renewal(unreadable()),
    },
    {
      name: 'the status is unheard of',
      resource: certificate({ status: unreadable('failed') }),
      given: notAsked,
    },
  ],
  'not-applicable': [
    {
      name: 'it was never issued',
      resource: certificate({
        status: known('PENDING_VALIDATION'),
        notAfter: unreadable('failed'),
      }),
      given: notAsked,
    },
    {
      name: 'it was revoked',
      resource: certificate({ status: known('REVOKED') }),
      given: notAsked,
    },
  ],
});
