import check from '../../../checks/cloudfront/origin-bucket-exists.ts';
import type { BucketPresence } from '../../../src/collectors/cloudfront/origin-buckets.ts';
import type { Observed } from '../../../src/observe/observed.ts';
import { testCheck } from '../../support/check-tester.ts';
import { customOrigin, distribution, s3Origin } from '../../support/distributions.ts';
import { known, unreadable } from '../../support/observe.ts';

const two = distribution({
  origins: known([s3Origin(), s3Origin({ bucket: known('old') })]),
});
const buckets = (site: Observed<BucketPresence>, old: Observed<BucketPresence> = known('own')) => ({
  buckets: new Map([
    ['site', site],
    ['old', old],
  ]),
});

testCheck(check, {
  pass: [
    { name: 'its bucket is one of the account', resource: two, given: buckets(known('own')) },
    {
      name: 'its bucket is of another account, which lets this one ask',
      resource: two,
      given: buckets(known('other')),
      reasons: ['bucket site is of another account'],
    },
    {
      name: 'it asks an access point, which does not tell its bucket',
      resource: distribution({ origins: known([s3Origin({ bucket: known(null) })]) }),
      given: buckets(known('own')),
      reasons: ['its bucket was not looked for'],
    },
  ],
  fail: [
    {
      name: 'one of its buckets does not exist',
      resource: two,
      given: buckets(known('own'), known('missing')),
      reasons: ['bucket old does not exist'],
    },
    {
      name: 'one of its buckets does not exist, whatever the other is',
      resource: two,
      given: buckets(unreadable(), known('missing')),
    },
  ],
  unknown: [
    {
      name: 'the domain names neither a bucket nor an access point',
      resource: distribution({ origins: known([s3Origin({ bucket: unreadable('failed') })]) }),
      given: buckets(known('own')),
    },
    {
      name: 'S3 may not tell of the bucket: it is of another account, or nobody may ask',
      resource: two,
      given: buckets(unreadable()),
    },
    {
      name: 'the origins are not told',
      resource: distribution({ origins: unreadable('failed') }),
      given: buckets(known('own')),
    },
  ],
  'not-applicable': [
    {
      name: 'it has no S3 origin',
      resource: distribution({ origins: known([customOrigin()]) }),
      given: buckets(known('own')),
    },
  ],
});
