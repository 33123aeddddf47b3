import check from '../../../checks/apigateway/access-logging.ts';
import { live } from '../../support/apis.ts';
import { testCheck } from '../../support/check-tester.ts';
import { unreadable } from '../../support/observe.ts';

testCheck(check, {
  pass: [{ name: 'it has a destination', resource: live, reasons: ['log-group:api'] }],
  fail: [
    {
      name: 'it has none',
      resource: { ...live, accessLog: undefined },
      severity: 'medium',
      reasons: ['writes no access logs'],
    },
    {
      name: 'it has none, although it logs executions',
      resource: { ...live, accessLog: undefined, rest: undefined },
    },
  ],
  unknown: [
    {
      name: 'what tells whose the stage is cannot be read',
      resource: { ...live, judgedIf: unreadable() },
      reasons: ['the test says denied'],
    },
  ],
});
