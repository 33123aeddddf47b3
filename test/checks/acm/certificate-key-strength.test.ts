import check from '../../../checks/acm/certificate-key-strength.ts';
import { testCheck } from '../../support/check-tester.ts';
import { certificate } from '../../support/certificates.ts';
import { known, unreadable } from '../../support/observe.ts';

testCheck(check, {
  pass: [
    { name: 'it is of RSA, with 2048 bits', resource: certificate() },
    { name: 'it is of RSA, with 4096', resource: certificate({ algorithm: known('RSA_4096') }) },
    {
      name: 'it is of an elliptic curve',
      resource: certificate({ algorithm: known('EC_prime256v1') }),
    },
  ],
  fail: [
    {
      name: 'it is of RSA, with 1024 bits',
      resource: certificate({ algorithm: known('RSA_1024'), origin: known('IMPORTED') }),
      reasons: ['RSA_1024'],
    },
  ],
  unknown: [
    {
      name: 'the algorithm is unheard of',
      resource: certificate({ algorithm: unreadable('failed') }),
    },
    {
      name: 'the status is unheard of',
      resource: certificate({ status: unreadable('failed') }),
    },
  ],
});
