import check from '../../../checks/opensearch/domain-tls-policy.ts';
import { testCheck } from '../../support/check-tester.ts';
import { known, unreadable } from '../../support/observe.ts';
import { domain } from '../../support/opensearch.ts';

testCheck(check, {
  pass: [
    { name: 'it has the policy with forward secrecy', resource: domain() },
    {
      name: 'it has the policy with FIPS',
      resource: domain({ tlsPolicy: known('Policy-Min-TLS-1-2-RFC9151-FIPS-2024-08') }),
    },
  ],
  fail: [
    {
      name: 'it lets plain HTTP in, whatever the policy of its HTTPS',
      resource: domain({ enforcesHttps: known(false), tlsPolicy: unreadable('failed') }),
      reasons: ['plain HTTP'],
    },
    {
      name: 'it lets TLS 1.0 in',
      resource: domain({ tlsPolicy: known('Policy-Min-TLS-1-0-2019-07') }),
      reasons: ['Policy-Min-TLS-1-0-2019-07'],
    },
    {
      name: 'it asks for TLS 1.2, with ciphers that give no forward secrecy',
      resource: domain({ tlsPolicy: known('Policy-Min-TLS-1-2-2019-07') }),
    },
  ],
  unknown: [
    {
      name: 'the policy is unheard of',
      resource: domain({ tlsPolicy: unreadable('failed') }),
    },
    {
      name: 'whether HTTP is refused is not told',
      resource: domain({ enforcesHttps: unreadable('failed') }),
    },
  ],
});
