import check from '../../../checks/dynamodb/table-pitr.ts';
import { testCheck } from '../../support/check-tester.ts';
import { everyone, known, unreadable } from '../../support/observe.ts';

const resource = {
  arn: 'arn:aws:dynamodb:eu-west-1:111122223333:table/orders',
  type: 'AWS::DynamoDB::Table',
  name: 'orders',
  region: 'eu-west-1',
};

testCheck(check, {
  pass: [{ name: 'it is on', resource, given: { recovery: everyone(known(true)) } }],
  fail: [
    {
      name: 'it is off, as for every table that nobody turned it on for',
      resource,
      given: { recovery: everyone(known(false)) },
      reasons: ['point-in-time recovery is off'],
    },
  ],
  unknown: [
    {
      name: 'the backups may not be described',
      resource,
      given: { recovery: everyone(unreadable()) },
      reasons: ['the test says denied'],
    },
  ],
});
