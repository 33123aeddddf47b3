import check from '../../../checks/apigateway/stage-cache-encrypted.ts';
import type { RestSettings } from '../../../src/collectors/api-gateway/api.ts';
import { live } from '../../support/apis.ts';
import { testCheck } from '../../support/check-tester.ts';
import { known, unreadable } from '../../support/observe.ts';

const having = (openCaches: RestSettings['openCaches']) => ({
  ...live,
  rest: { traces: known(true), clientCertificate: undefined, openCaches },
});

testCheck(check, {
  pass: [{ name: 'every method that caches encrypts', resource: having(known([])) }],
  fail: [
    {
      name: 'a method caches in the clear',
      resource: having(known(['*/*'])),
      severity: 'medium',
      reasons: ['*/*'],
    },
  ],
  unknown: [{ name: 'the settings are missing', resource: having(unreadable('failed')) }],
  'not-applicable': [{ name: 'it has no cache', resource: live }],
});
