import check from '../../../checks/iam/server-certificates-not-expired.ts';
import type { ServerCertificate } from '../../../src/collectors/iam/server-certificates.ts';
import { daysAgo, testCheck } from '../../support/check-tester.ts';
import { known, unreadable } from '../../support/observe.ts';

const expiring = (expiresAt: ServerCertificate['expiresAt']): ServerCertificate => ({
  arn: 'arn:aws:iam::111122223333:server-certificate/shop',
  type: 'AWS::IAM::ServerCertificate',
  name: 'shop',
  region: 'global',
  expiresAt,
});

testCheck(check, {
  pass: [
    { name: 'valid for another day', resource: expiring(known(daysAgo(-1))), reasons: ['2026'] },
  ],
  fail: [
    {
      name: 'expired yesterday',
      resource: expiring(known(daysAgo(1))),
      reasons: ['1 day ago (2026-11-21 12:00 UTC)'],
    },
  ],
  unknown: [{ name: 'the end is not told', resource: expiring(unreadable('failed')) }],
});
