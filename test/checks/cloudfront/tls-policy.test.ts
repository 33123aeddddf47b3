import check from '../../../checks/cloudfront/tls-policy.ts';
import type { OwnCertificate } from '../../../src/collectors/cloudfront/distributions.ts';
import { testCheck } from '../../support/check-tester.ts';
import { distribution } from '../../support/distributions.ts';
import { known, unreadable } from '../../support/observe.ts';

type Minimum = NonNullable<OwnCertificate>['minimumProtocol'];
const having = (minimumProtocol: Minimum) =>
  distribution({ certificate: known({ minimumProtocol, supportMethod: known('sni-only') }) });

testCheck(check, {
  pass: [
    { name: 'it is of 2021', resource: having(known('TLSv1.2_2021')) },
    { name: 'it is of 2025', resource: having(known('TLSv1.2_2025')) },
    { name: 'it lets TLS 1.3 in alone', resource: having(known('TLSv1.3_2025')) },
  ],
  fail: [
    { name: 'it lets TLS 1.0 in', resource: having(known('TLSv1')), reasons: ['TLSv1'] },
    {
      name: 'it asks for TLS 1.2, with ciphers that AWS does not recommend',
      resource: having(known('TLSv1.2_2019')),
    },
  ],
  unknown: [
    { name: 'the policy is unheard of', resource: having(unreadable('failed')) },
    {
      name: 'the certificate is not told',
      resource: distribution({ certificate: unreadable('failed') }),
    },
  ],
  'not-applicable': [
    {
      name: 'it has no certificate of its own: cloudfront-custom-certificate says so',
      resource: distribution({ certificate: known(null) }),
    },
  ],
});
