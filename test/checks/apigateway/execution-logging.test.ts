import check from '../../../checks/apigateway/execution-logging.ts';
import { live } from '../../support/apis.ts';
import { testCheck } from '../../support/check-tester.ts';
import { known, unreadable } from '../../support/observe.ts';

testCheck(check, {
  pass: [{ name: 'every method logs errors at least', resource: live }],
  fail: [
    {
      name: 'some or all methods do not',
      resource: { ...live, logsExecutions: known(false) },
      severity: 'medium',
      reasons: ['is not logged'],
    },
  ],
  unknown: [
    {
      name: 'the level is none that is known',
      resource: { ...live, logsExecutions: unreadable('failed') },
    },
  ],
  'not-applicable': [
    {
      name: 'it is a stage of an HTTP API',
      resource: {
        ...live,
        kind: known('HTTP' as const),
        logsExecutions: undefined,
        rest: undefined,
      },
    },
  ],
});
