import check from '../../../checks/iam/policy-kms-decrypt-limited.ts';
import { managedPolicy } from '../../support/authorization.ts';
import { testCheck } from '../../support/check-tester.ts';
import { known, unreadable } from '../../support/observe.ts';

const everyKey = { Effect: 'Allow', Action: 'kms:Decrypt', Resource: '*' };
const policy = (...statements: object[]) => managedPolicy('customer', ...statements);
const one = 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';

testCheck(check, {
  pass: [
    { name: 'decryption with one key', resource: policy({ ...everyKey, Resource: one }) },
    { name: 'encryption with every key', resource: policy({ ...everyKey, Action: 'kms:Encrypt' }) },
    { name: 'all of S3', resource: policy({ ...everyKey, Action: 's3:*' }) },
    {
      name: 'keys of which a part of the id is given',
      resource: policy({ ...everyKey, Resource: 'arn:aws:kms:*:111122223333:key/mrk-*' }),
    },
    {
      name: 'aliases are no keys',
      resource: policy({ ...everyKey, Resource: 'arn:aws:kms:*:*:alias/*' }),
    },
    {
      name: 'a Deny without a condition takes it back',
      resource: policy(everyKey, { ...everyKey, Effect: 'Deny', Action: 'kms:*' }),
    },
  ],
  fail: [
    {
      name: 'decryption with every key',
      resource: policy(everyKey),
      reasons: [/^statement 1 allows kms:Decrypt with every KMS key$/],
    },
    {
      name: 'I23 by all actions of KMS',
      resource: policy({ ...everyKey, Action: 'kms:*' }),
      reasons: ['kms:Decrypt, kms:ReEncryptFrom'],
    },
    { name: 'I23 by all actions of all services', resource: policy({ ...everyKey, Action: '*' }) },
    { name: 'by ReEncrypt*', resource: policy({ ...everyKey, Action: 'kms:ReEncrypt*' }) },
    {
      name: 'every key of one account and Region',
      resource: policy({ ...everyKey, Resource: 'arn:aws:kms:eu-west-1:111122223333:key/*' }),
    },
    { name: 'whatever KMS has', resource: policy({ ...everyKey, Resource: 'arn:aws:kms:*' }) },
    {
      name: 'by NotAction',
      resource: policy({ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }),
    },
    {
      name: 'every key but one',
      resource: policy({ Effect: 'Allow', Action: 'kms:Decrypt', NotResource: one }),
    },
    {
      name: 'under a condition, which Security Hub does not look at',
      resource: policy({
        ...everyKey,
        Condition: { StringEquals: { 'kms:ViaService': 's3.eu-west-1.amazonaws.com' } },
      }),
    },
    {
      name: 'a Deny under a condition takes nothing back for sure',
      resource: policy(everyKey, {
        ...everyKey,
        Effect: 'Deny',
        Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } },
      }),
    },
    {
      name: 'a Deny of one of the two actions leaves the other',
      resource: policy({ ...everyKey, Action: 'kms:*' }, { ...everyKey, Effect: 'Deny' }),
      reasons: [/allows kms:ReEncryptFrom with/],
    },
    {
      name: 'attached to nobody',
      resource: { ...policy(everyKey), attachments: known(0) },
    },
  ],
  'not-applicable': [
    {
      name: 'I28 a permissions boundary alone',
      resource: { ...policy(everyKey), attachments: known(0), boundaryUses: known(1) },
    },
  ],
  unknown: [
    { name: 'the document cannot be read', resource: { ...policy(), document: unreadable() } },
  ],
});
