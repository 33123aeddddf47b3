import check from '../../../checks/s3/bucket-access-logging.ts';
import type { Policy } from '../../../src/policy/document.ts';
import { policyOf } from '../../policy/documents.ts';
import { testCheck } from '../../support/check-tester.ts';
import { everyone, known, unreadable } from '../../support/observe.ts';

import { lost, records } from '../../support/s3.ts';

const resource = records;
const logging = (target: string | null, policy: Policy | null = null) => ({
  logging: everyone(known(target)),
  policy: everyone(known(policy)),
});
const delivery = (fields: object) =>
  policyOf({
    Effect: 'Allow',
    Principal: { Service: ['cloudtrail.amazonaws.com', 'logging.s3.amazonaws.com'] },
    Action: 's3:PutObject',
    Resource: 'arn:aws:s3:::records/*',
    ...fields,
  });

testCheck(check, {
  pass: [
    { name: 'to a bucket', resource, given: logging('logs'), reasons: ['bucket logs'] },
    {
      name: 'to a bucket, whatever its policy says',
      resource,
      given: { ...logging('logs'), policy: everyone(unreadable()) },
    },
  ],
  fail: [
    { name: 'nowhere', resource, given: logging(null), reasons: ['logging is off'] },
    {
      name: 'nowhere, and the policy lets another service write',
      resource,
      given: logging(null, delivery({ Principal: { Service: 'cloudtrail.amazonaws.com' } })),
    },
    {
      name: 'nowhere, and the policy keeps logs out',
      resource,
      given: logging(null, delivery({ Effect: 'Deny' })),
    },
  ],
  unknown: [
    {
      name: 'it may not be read',
      resource,
      given: { ...logging(null), logging: everyone(unreadable()) },
      reasons: ['the test says denied'],
    },
    {
      name: 'nowhere, and whether it is a log bucket may not be read',
      resource,
      given: { ...logging(null), policy: everyone(unreadable()) },
    },
    {
      name: 'a Region that nobody tells',
      resource: lost,
      given: { ...logging(null), logging: everyone(unreadable()) },
    },
  ],
  'not-applicable': [
    {
      name: 'a bucket that takes in access logs, where a log of its own would never end',
      resource,
      given: logging(null, delivery({})),
      reasons: ['access logs'],
    },
  ],
});
