import check from '../../../checks/cloudfront/custom-certificate.ts';
import { testCheck } from '../../support/check-tester.ts';
import { distribution } from '../../support/distributions.ts';
import { known, unreadable } from '../../support/observe.ts';

const shared = distribution({ certificate: known(null) });
const nameless = distribution({ certificate: known(null), aliases: known(0) });
const params = { allowWithoutAliases: true };

testCheck(check, {
  pass: [{ name: 'it has one from ACM or IAM', resource: distribution() }],
  fail: [
    { name: 'it has that of cloudfront.net', resource: shared },
    { name: 'it bears no name of its own either', resource: nameless },
    {
      name: 'it bears a name of its own, and the owner leaves the others aside',
      resource: shared,
      params,
    },
  ],
  unknown: [
    {
      name: 'the certificate is not told',
      resource: distribution({ certificate: unreadable('failed') }),
    },
    {
      name: 'its names are not told, and the owner leaves those aside that have none',
      resource: distribution({ certificate: known(null), aliases: unreadable('failed') }),
      params,
    },
  ],
  'not-applicable': [
    {
      name: 'it bears no name of its own, and the owner leaves that aside',
      resource: nameless,
      params,
    },
  ],
});
