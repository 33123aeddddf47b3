import check from '../../../checks/cloudfront/origin-access-control.ts';
import type { Origin } from '../../../src/collectors/cloudfront/origins.ts';
import { testCheck } from '../../support/check-tester.ts';
import { customOrigin, distribution, s3Origin } from '../../support/distributions.ts';
import { known, unreadable } from '../../support/observe.ts';

const having = (...origins: readonly Origin[]) => distribution({ origins: known(origins) });
const open = s3Origin({ accessControl: known('') });
const older = s3Origin({
  accessControl: known(''),
  accessIdentity: known('origin-access-identity/cloudfront/E127EXAMPLE51Z'),
});

testCheck(check, {
  pass: [
    { name: 'it has origin access control', resource: distribution() },
    { name: 'it has the older origin access identity', resource: having(older) },
  ],
  fail: [
    {
      name: 'one of its buckets is asked without a signature',
      resource: having(s3Origin(), open),
      reasons: ['requests to site.s3.eu-west-1.amazonaws.com are not signed'],
    },
    {
      name: 'it has the older identity, and the owner does not allow that',
      resource: having(older),
      params: { allowAccessIdentity: false },
      reasons: ['the older way'],
    },
  ],
  unknown: [
    {
      name: 'the access control is not told',
      resource: having(s3Origin({ accessControl: unreadable('failed') })),
    },
    { name: 'the origins are not told', resource: distribution({ origins: unreadable('failed') }) },
  ],
  'not-applicable': [
    { name: 'it has no S3 origin', resource: having(customOrigin()) },
    {
      name: 'its bucket is asked as a website, which is a custom origin',
      resource: having(customOrigin({ domain: 'site.s3-website.eu-west-1.amazonaws.com' })),
    },
  ],
});
