import check from '../../../checks/s3/bucket-kms-encryption.ts';
import { testCheck } from '../../support/check-tester.ts';
import { everyone, known, unreadable } from '../../support/observe.ts';
import { records } from '../../support/s3.ts';

const resource = records;
const encrypted = (...algorithms: string[]) => ({ encryption: everyone(known(algorithms)) });

testCheck(check, {
  pass: [
    { name: 'SSE-KMS', resource, given: encrypted('aws:kms'), reasons: ['whose key was not read'] },
    { name: 'two layers', resource, given: encrypted('aws:kms:dsse') },
  ],
  fail: [
    { name: 'SSE-S3', resource, given: encrypted('AES256'), reasons: ['AES256'] },
    { name: 'no default', resource, given: encrypted(), reasons: ['no default encryption'] },
  ],
  unknown: [
    {
      name: 'the setting may not be read',
      resource,
      given: { encryption: everyone(unreadable()) },
    },
  ],
});
