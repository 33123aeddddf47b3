import check from '../../../checks/elb/classic-tls-listeners.ts';
import type { ClassicListener } from '../../../src/collectors/elb/classic-load-balancers.ts';
import { testCheck } from '../../support/check-tester.ts';
import { classic } from '../../support/classic-load-balancers.ts';
import { known, unreadable } from '../../support/observe.ts';

const fromAcm = 'arn:aws:acm:eu-west-1:111122223333:certificate/1';
const ofIam = 'arn:aws:iam::111122223333:server-certificate/mail';
const having = (...listeners: readonly ClassicListener[]) =>
  classic({ listeners: known(listeners) });
const ssl = (certificate: string): ClassicListener => ({ port: 465, protocol: 'SSL', certificate });

testCheck(check, {
  pass: [
    { name: 'it listens with SSL and a certificate from ACM', resource: having(ssl(fromAcm)) },
    {
      name: 'it listens with HTTPS and a certificate from ACM, in China',
      resource: having({
        port: 443,
        protocol: 'HTTPS',
        certificate: 'arn:aws-cn:acm:cn-north-1:111122223333:certificate/1',
      }),
    },
  ],
  fail: [
    {
      name: 'one of its listeners speaks TCP',
      resource: having(ssl(fromAcm), { port: 25, protocol: 'TCP', certificate: null }),
      reasons: ['the listener on port 25 speaks TCP'],
    },
    {
      name: 'it listens with HTTP',
      resource: having({ port: 80, protocol: 'HTTP', certificate: null }),
    },
    {
      name: 'its certificate was uploaded to IAM',
      resource: having(ssl(ofIam)),
      reasons: ['the certificate of the listener on port 465 is not from ACM'],
    },
  ],
  unknown: [
    { name: 'its listeners are not told', resource: classic({ listeners: unreadable('failed') }) },
  ],
  'not-applicable': [{ name: 'it has no listener', resource: classic() }],
});
