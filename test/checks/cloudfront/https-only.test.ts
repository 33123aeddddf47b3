import check from '../../../checks/cloudfront/https-only.ts';
import { testCheck } from '../../support/check-tester.ts';
import { behavior, distribution } from '../../support/distributions.ts';
import { known, unreadable } from '../../support/observe.ts';

const open = behavior({ path: '/images/*', viewerPolicy: 'allow-all' });

testCheck(check, {
  pass: [
    { name: 'it redirects viewers to HTTPS', resource: distribution() },
    {
      name: 'it refuses HTTP',
      resource: distribution({ behaviors: known([behavior({ viewerPolicy: 'https-only' })]) }),
    },
  ],
  fail: [
    {
      name: 'one cache behavior serves HTTP, and not the default one',
      resource: distribution({ behaviors: known([behavior(), open]) }),
      reasons: ['the cache behavior for /images/* serves HTTP'],
    },
    {
      name: 'the default cache behavior serves HTTP',
      resource: distribution({ behaviors: known([behavior({ viewerPolicy: 'allow-all' })]) }),
    },
  ],
  unknown: [
    {
      name: 'the cache behaviors are not told',
      resource: distribution({ behaviors: unreadable('failed') }),
    },
  ],
});
