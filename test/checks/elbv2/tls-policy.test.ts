import check from '../../../checks/elbv2/tls-policy.ts';
import type { SslPolicy } from '../../../src/collectors/elb-v2/ssl-policies.ts';
import { testCheck } from '../../support/check-tester.ts';
import { listener, plainListener } from '../../support/load-balancers.ts';
import { known, listing, partialListing, unreadable } from '../../support/observe.ts';

const byDefault = 'ELBSecurityPolicy-2016-08';
const forwardSecret = 'ELBSecurityPolicy-TLS13-1-2-2021-06';
const described = {
  policies: listing<SslPolicy>(
    { name: byDefault, protocols: known(['TLSv1', 'TLSv1.1', 'TLSv1.2']) },
    { name: forwardSecret, protocols: known(['TLSv1.2', 'TLSv1.3']) },
  ),
};
const nothingTold = { policies: partialListing<SslPolicy>('denied') };
const having = (policy: string) => listener({ securityPolicy: known(policy) });
const allowAnyTls12 = { allowAnyTls12: true };

testCheck(check, {
  pass: [
    { name: 'it has a recommended policy', resource: listener(), given: nothingTold },
    {
      name: 'it has one with post-quantum key exchange',
      resource: listener({
        protocol: known('TLS'),
        securityPolicy: known('ELBSecurityPolicy-TLS13-1-3-PQ-2025-09'),
      }),
      given: nothingTold,
    },
    {
      name: 'it refuses TLS 1.0 and 1.1, and the owner asks for no more',
      resource: having(forwardSecret),
      given: described,
      params: allowAnyTls12,
    },
  ],
  fail: [
    {
      name: 'it has the policy that the API takes by default',
      resource: having(byDefault),
      given: described,
      reasons: ['lets in TLSv1 and TLSv1.1'],
    },
    {
      name: 'it has one that AWS does not recommend, though it refuses old TLS',
      resource: having(forwardSecret),
      given: described,
      reasons: ['is none of those that AWS recommends'],
    },
    {
      name: 'it has one that AWS does not recommend, whatever it lets in',
      resource: having(byDefault),
      given: nothingTold,
    },
    {
      name: 'it lets in TLS 1.0, and the owner asks for TLS 1.2',
      resource: having(byDefault),
      given: described,
      params: allowAnyTls12,
    },
    {
      name: 'nobody knows the policy any more',
      resource: having('ELBSecurityPolicy-2011-08'),
      given: described,
      params: allowAnyTls12,
    },
  ],
  unknown: [
    {
      name: 'the policy is not told',
      resource: listener({ securityPolicy: unreadable('failed') }),
      given: described,
    },
    {
      name: 'the owner asks for TLS 1.2, and policies may not be described',
      resource: having(byDefault),
      given: nothingTold,
      params: allowAnyTls12,
    },
  ],
  'not-applicable': [
    { name: 'it speaks HTTP', resource: plainListener(), given: described },
    { name: 'it speaks TCP', resource: listener({ protocol: known('TCP') }), given: described },
  ],
});
