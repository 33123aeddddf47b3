import check from '../../../checks/iam/policy-no-service-wildcards.ts';
import { managedPolicy } from '../../support/authorization.ts';
import { testCheck } from '../../support/check-tester.ts';
import { known, unreadable } from '../../support/observe.ts';

const allowing = (Action: unknown, more: object = {}) =>
  managedPolicy('customer', { Effect: 'Allow', Action, Resource: '*', ...more });
const allS3 = allowing('s3:*');
const excepting = (NotAction: unknown) =>
  managedPolicy('customer', { Effect: 'Allow', NotAction, Resource: '*' });

testCheck(check, {
  pass: [
    { name: 'named actions', resource: allowing(['s3:GetObject', 's3:List*']) },
    {
      name: 'a Deny of a whole service gives nothing',
      resource: managedPolicy('customer', { Effect: 'Deny', Action: 's3:*', Resource: '*' }),
    },
    { name: 'one kind of action of every service', resource: allowing('*:Get*') },
    { name: 'NotAction that leaves out everything', resource: excepting('*') },
  ],
  fail: [
    {
      name: 'all actions of a service',
      resource: allS3,
      reasons: [/^statement 1 allows every action of s3$/],
    },
    { name: 'on one resource', resource: allowing('s3:*', { Resource: 'arn:aws:s3:::records/*' }) },
    {
      name: 'under a condition, which Security Hub does not look at',
      resource: allowing('s3:*', { Condition: { Bool: { 'aws:SecureTransport': 'true' } } }),
    },
    { name: 'I16 in another case and spelling', resource: allowing('S3:**'), reasons: ['s3'] },
    {
      name: 'all actions of every service',
      resource: allowing('*'),
      reasons: ['every action of every service'],
    },
    {
      name: 'I18 NotAction gives the services that it does not name',
      resource: excepting(['iam:*', 'organizations:*']),
      reasons: ['except iam:*, organizations:*'],
    },
    {
      name: 'a boundary that somebody holds for its permissions too',
      resource: { ...allS3, attachments: known(1), boundaryUses: known(2) },
    },
    {
      name: 'attached to nobody',
      resource: { ...allS3, attachments: known(0), boundaryUses: known(0) },
    },
  ],
  'not-applicable': [
    {
      name: 'I28 a permissions boundary alone',
      resource: { ...allS3, attachments: known(0), boundaryUses: known(2) },
      reasons: ['grants nothing'],
    },
  ],
  unknown: [
    { name: 'the document cannot be read', resource: { ...allS3, document: unreadable() } },
    {
      name: 'attached to nobody, and whether it bounds somebody was not told',
      resource: { ...allS3, attachments: known(0), boundaryUses: unreadable('failed') },
    },
  ],
});
