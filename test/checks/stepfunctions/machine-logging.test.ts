import check from '../../../checks/stepfunctions/machine-logging.ts';
import { testCheck } from '../../support/check-tester.ts';
import { everyone, known, unreadable } from '../../support/observe.ts';

const resource = {
  arn: 'arn:aws:states:eu-west-1:111122223333:stateMachine:orders',
  type: 'AWS::StepFunctions::StateMachine',
  name: 'orders',
  region: 'eu-west-1',
};
const given = (level: 'ALL' | 'ERROR' | 'FATAL' | 'OFF') => ({ logging: everyone(known(level)) });

testCheck(check, {
  pass: [
    { name: 'every event is logged', resource, given: given('ALL') },
    { name: 'fatal errors alone are logged', resource, given: given('FATAL'), reasons: ['FATAL'] },
  ],
  fail: [{ name: 'logging is off', resource, given: given('OFF'), reasons: ['logging is off'] }],
  unknown: [
    {
      name: 'the state machine may not be described',
      resource,
      given: { logging: everyone(unreadable()) },
    },
  ],
});
