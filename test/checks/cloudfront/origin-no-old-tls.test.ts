import check from '../../../checks/cloudfront/origin-no-old-tls.ts';
import type { Origin } from '../../../src/collectors/cloudfront/origins.ts';
import { testCheck } from '../../support/check-tester.ts';
import { customOrigin, distribution } from '../../support/distributions.ts';
import { known, unreadable } from '../../support/observe.ts';

const speaking = (sslProtocols: Origin['sslProtocols']) =>
  distribution({ origins: known([customOrigin({ sslProtocols })]) });
const tls10 = speaking(known(['TLSv1', 'TLSv1.1', 'TLSv1.2']));
const params = { allowTls10: false };

testCheck(check, {
  pass: [
    { name: 'it speaks TLS 1.2 alone', resource: speaking(known(['TLSv1.2'])), params },
    { name: 'it may speak TLS 1.0, which Security Hub lets pass', resource: tls10 },
  ],
  fail: [
    {
      name: 'it may speak SSL 3.0',
      resource: speaking(known(['SSLv3', 'TLSv1'])),
      reasons: ['origin shop.example.com may be asked over SSLv3'],
    },
    {
      name: 'it may speak TLS 1.0, and the owner does not allow that',
      resource: tls10,
      params,
      reasons: ['TLSv1 and TLSv1.1'],
    },
  ],
  unknown: [
    { name: 'a protocol is unheard of', resource: speaking(unreadable('failed')) },
    { name: 'the origins are not told', resource: distribution({ origins: unreadable('failed') }) },
  ],
  'not-applicable': [{ name: 'its only origin is a bucket', resource: distribution() }],
});
