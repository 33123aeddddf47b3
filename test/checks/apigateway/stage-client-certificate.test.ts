import check from '../../../checks/apigateway/stage-client-certificate.ts';
import { live } from '../../support/apis.ts';
import { testCheck } from '../../support/check-tester.ts';
import { known, unreadable } from '../../support/observe.ts';

const rest = { traces: known(true), clientCertificate: undefined, openCaches: known(null) };

testCheck(check, {
  pass: [{ name: 'it shows one', resource: live, reasons: ['the stage shows c1'] }],
  fail: [
    {
      name: 'it shows none',
      resource: { ...live, rest },
      severity: 'medium',
      reasons: ['no client certificate'],
    },
  ],
  unknown: [
    {
      name: 'what tells whose the stage is cannot be read',
      resource: { ...live, judgedIf: unreadable() },
    },
  ],
});
