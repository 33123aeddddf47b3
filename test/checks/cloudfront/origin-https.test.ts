import check from '../../../checks/cloudfront/origin-https.ts';
import type { Origin } from '../../../src/collectors/cloudfront/origins.ts';
import { testCheck } from '../../support/check-tester.ts';
import { behavior, customOrigin, distribution, s3Origin } from '../../support/distributions.ts';
import { known, unreadable } from '../../support/observe.ts';

const having = (...origins: readonly Origin[]) => distribution({ origins: known(origins) });
const matching = known([customOrigin({ protocolPolicy: known('match-viewer') })]);
const open = known([behavior(), behavior({ path: '/a', viewerPolicy: 'allow-all' })]);
const website = customOrigin({
  domain: 'site.s3-website.eu-west-1.amazonaws.com',
  protocolPolicy: known('http-only'),
});

testCheck(check, {
  pass: [
    { name: 'it asks its origin over HTTPS', resource: having(customOrigin()) },
    {
      name: 'it asks as the viewer does, and no viewer may use HTTP',
      resource: distribution({ origins: matching }),
    },
  ],
  fail: [
    {
      name: 'it asks as the viewer does, and one cache behavior serves HTTP',
      resource: distribution({ origins: matching, behaviors: open }),
      reasons: ['origin shop.example.com is asked over HTTP where the viewer does so'],
    },
    {
      name: 'its origin is a website of S3, which speaks HTTP alone',
      resource: having(customOrigin(), website),
      reasons: ['origin site.s3-website.eu-west-1.amazonaws.com is asked over HTTP'],
    },
    {
      name: 'one origin is asked over HTTP, whatever the other is',
      resource: having(customOrigin({ protocolPolicy: unreadable('failed') }), website),
    },
  ],
  unknown: [
    {
      name: 'the protocol is unheard of',
      resource: having(customOrigin({ protocolPolicy: unreadable('failed') })),
    },
    {
      name: 'it asks as the viewer does, and the cache behaviors are not told',
      resource: distribution({ origins: matching, behaviors: unreadable('failed') }),
    },
    { name: 'the origins are not told', resource: distribution({ origins: unreadable('failed') }) },
  ],
  'not-applicable': [{ name: 'its only origin is a bucket', resource: having(s3Origin()) }],
});
