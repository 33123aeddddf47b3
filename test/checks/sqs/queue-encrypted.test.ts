import check from '../../../checks/sqs/queue-encrypted.ts';
import type { QueueAttributes } from '../../../src/collectors/sqs/queues.ts';
import { testCheck } from '../../support/check-tester.ts';
import { everyone, known, unreadable } from '../../support/observe.ts';
import { orders as resource } from '../../support/queues.ts';

const given = (encryption: QueueAttributes['encryption']) => ({
  attributes: everyone(known<QueueAttributes>({ policy: known(null), encryption })),
});

testCheck(check, {
  pass: [
    { name: 'SQS encrypts it', resource, given: given(known('SQS')) },
    { name: 'a KMS key encrypts it', resource, given: given(known('KMS')), reasons: ['KMS'] },
  ],
  fail: [
    {
      name: 'nothing encrypts it',
      resource,
      given: given(known(undefined)),
      severity: 'medium',
      reasons: ['nothing encrypts'],
    },
  ],
  unknown: [
    { name: 'the attributes may not be read', resource, given: given(unreadable()) },
    {
      name: 'the queue says neither of a key nor of its own encryption',
      resource,
      given: given(unreadable('failed')),
    },
  ],
});
