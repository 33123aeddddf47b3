import check from '../../../checks/kinesis/stream-encrypted.ts';
import { testCheck } from '../../support/check-tester.ts';
import { stream as resource, streamSettings } from '../../support/kinesis.ts';
import { everyone, known, unreadable } from '../../support/observe.ts';

testCheck(check, {
  pass: [{ name: 'a KMS key encrypts it', resource, given: streamSettings() }],
  fail: [
    {
      name: 'nothing encrypts it',
      resource,
      given: streamSettings({ encryption: known('NONE') }),
      reasons: ['nothing encrypts'],
    },
  ],
  unknown: [
    {
      name: 'the stream may not be described',
      resource,
      given: { settings: everyone(unreadable()) },
    },
    {
      name: 'the encryption is not told',
      resource,
      given: streamSettings({ encryption: unreadable('failed') }),
    },
  ],
});
