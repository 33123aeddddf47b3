import check from '../../../checks/cloudfront/sni.ts';
import type { OwnCertificate } from '../../../src/collectors/cloudfront/distributions.ts';
import { testCheck } from '../../support/check-tester.ts';
import { distribution } from '../../support/distributions.ts';
import { known, unreadable } from '../../support/observe.ts';

type Method = NonNullable<OwnCertificate>['supportMethod'];
const having = (supportMethod: Method) =>
  distribution({ certificate: known({ minimumProtocol: known('TLSv1.2_2021'), supportMethod }) });

testCheck(check, {
  pass: [{ name: 'it serves by SNI', resource: having(known('sni-only')) }],
  fail: [
    { name: 'it has addresses of its own', resource: having(known('vip')) },
    { name: 'it has static addresses', resource: having(known('static-ip')) },
  ],
  unknown: [{ name: 'the method is unheard of', resource: having(unreadable('failed')) }],
  'not-applicable': [
    {
      name: 'it has no certificate of its own',
      resource: distribution({ certificate: known(null) }),
    },
  ],
});
