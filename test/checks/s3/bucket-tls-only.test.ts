import check from '../../../checks/s3/bucket-tls-only.ts';
import { openRead, policyOf } from '../../policy/documents.ts';
import { testCheck } from '../../support/check-tester.ts';
import { everyone, known, unreadable } from '../../support/observe.ts';
import { records } from '../../support/s3.ts';

const resource = records;
const both = ['arn:aws:s3:::records', 'arn:aws:s3:::records/*'];
const withPolicy = (...statements: object[]) => ({
  policy: everyone(known(policyOf(...statements))),
});
const denial = (fields: object = {}) => ({
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:*',
  Resource: both,
  Condition: { Bool: { 'aws:SecureTransport': false } },
  ...fields,
});

testCheck(check, {
  pass: [
    { name: 'the bucket and its objects', resource, given: withPolicy(denial()) },
    {
      name: 'written as lists and strings',
      resource,
      given: withPolicy(
        denial({
          Principal: { AWS: ['*'] },
          Condition: { Bool: { 'AWS:securetransport': ['false'] } },
        }),
      ),
    },
    {
      name: 'the objects alone, as the sample of CIS has it',
      resource,
      given: withPolicy(denial({ Resource: 'arn:aws:s3:::records/*' })),
      reasons: ['calls on the bucket itself'],
    },
    {
      name: 'by the version of TLS alone',
      resource,
      given: withPolicy(denial({ Condition: { NumericLessThan: { 's3:TlsVersion': '1.2' } } })),
      reasons: ['aws:SecureTransport'],
    },
  ],
  fail: [
    {
      name: 'S26 there is no policy',
      resource,
      given: { policy: everyone(known(null)) },
      reasons: ['no policy'],
    },
    {
      name: 'an Allow for TLS refuses nothing',
      resource,
      given: withPolicy(openRead({ Condition: { Bool: { 'aws:SecureTransport': 'true' } } })),
    },
    {
      name: 'a Deny on another bucket',
      resource,
      given: withPolicy(denial({ Resource: 'arn:aws:s3:::others/*' })),
    },
    {
      name: 'a Deny of reading alone',
      resource,
      given: withPolicy(denial({ Action: 's3:GetObject' })),
    },
    {
      name: 'a Deny for one principal alone',
      resource,
      given: withPolicy(denial({ Principal: { AWS: '111122223333' } })),
    },
  ],
  unknown: [
    {
      name: 'S26 the policy may not be read',
      resource,
      given: { policy: everyone(unreadable()) },
    },
  ],
});
