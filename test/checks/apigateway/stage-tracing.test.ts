import check from '../../../checks/apigateway/stage-tracing.ts';
import type { RestSettings } from '../../../src/collectors/api-gateway/api.ts';
import { live } from '../../support/apis.ts';
import { testCheck } from '../../support/check-tester.ts';
import { known, unreadable } from '../../support/observe.ts';

const having = (traces: RestSettings['traces']) => ({
  ...live,
  rest: { traces, clientCertificate: undefined, openCaches: known(null) },
});

testCheck(check, {
  pass: [{ name: 'it is on', resource: having(known(true)) }],
  fail: [{ name: 'it is off', resource: having(known(false)), severity: 'low', reasons: ['off'] }],
  unknown: [{ name: 'the setting is missing', resource: having(unreadable('failed')) }],
});
