import check from '../../../checks/kinesis/stream-encrypted.ts';
import { testCheck } from '../../support/check-tester.ts';
import { everyone, known, unreadable } from '../../support/observe.ts';

const resource = {
  arn: 'arn:aws:kinesis:eu-west-1:111122223333:stream/orders',
  type: 'AWS::Kinesis::Stream',
  name: 'orders',
  region: 'eu-west-1',
};
const given = (encryption: 'NONE' | 'KMS') => ({ encryption: everyone(known(encryption)) });

testCheck(check, {
  pass: [{ name: 'a KMS key encrypts it', resource, given: given('KMS') }],
  fail: [
    { name: 'nothing encrypts it', resource, given: given('NONE'), reasons: ['nothing encrypts'] },
  ],
  unknown: [
    {
      name: 'the stream may not be described',
      resource,
      given: { encryption: everyone(unreadable()) },
    },
  ],
});
