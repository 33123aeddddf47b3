import check from '../../../checks/s3/bucket-not-publicly-writable.ts';
import { openRead, policyOf } from '../../policy/documents.ts';
import { testCheck } from '../../support/check-tester.ts';
import { known, unreadable } from '../../support/observe.ts';
import { bare, blockOf, fullBlock, records } from '../../support/s3.ts';

const resource = records;
const granted = (permission: string, group: 'AllUsers' | 'AuthenticatedUsers' = 'AllUsers') =>
  bare({ grants: known([{ group, permission }]) });
const counted = (...statements: object[]) =>
  bare({ status: known('public'), policy: known(policyOf(...statements)) });
const openWrite = openRead({ Action: ['s3:PutObject'] });
const orgWrite = openRead({
  Action: 's3:PutObject',
  Condition: { StringEquals: { 'aws:SourceOrgID': 'o-abcd123456' } },
});

testCheck(check, {
  pass: [
    {
      name: 'S21 a policy that lets everyone read',
      resource,
      given: counted(openRead({ Action: 's3:Get*' })),
      reasons: ['write nothing'],
    },
    { name: 'an ACL that lets everyone list', resource, given: granted('READ') },
    { name: 'an ACL that lets everyone read the ACL', resource, given: granted('READ_ACP') },
    {
      name: 'S2 a policy that would let everyone write, under RestrictPublicBuckets',
      resource,
      given: bare({
        status: known('public'),
        policy: known(policyOf(openWrite)),
        bucket: known(blockOf('RestrictPublicBuckets')),
      }),
      reasons: ['has no effect'],
    },
    {
      name: 'S6 an ACL that would let everyone write, under the block of the account',
      resource,
      given: bare({
        grants: known([{ group: 'AllUsers', permission: 'WRITE' }]),
        account: known(fullBlock),
      }),
    },
    {
      name: 'everyone reads, and a Deny takes their writing back',
      resource,
      given: counted(openRead({ Action: ['s3:GetObject', 's3:PutObject'] }), {
        Effect: 'Deny',
        Principal: '*',
        Action: 's3:Put*',
        Resource: 'arn:aws:s3:::records/*',
      }),
    },
    { name: 'nothing is public', resource, given: bare({}) },
  ],
  fail: [
    {
      name: 'everyone puts objects',
      resource,
      given: counted(openWrite),
      reasons: ['s3:PutObject to everyone'],
    },
    { name: 'everyone does everything', resource, given: counted(openRead({ Action: '*' })) },
    {
      name: 'everyone deletes by a wildcard in another case',
      resource,
      given: counted(openRead({ Action: 'S3:delete*' })),
    },
    {
      name: 'everyone does all but read',
      resource,
      given: counted(openRead({ Action: undefined, NotAction: 's3:Get*' })),
    },
    { name: 'an ACL that lets everyone write', resource, given: granted('WRITE') },
    {
      name: 'an ACL that lets every account of AWS change it',
      resource,
      given: granted('WRITE_ACP', 'AuthenticatedUsers'),
    },
    { name: 'an ACL that gives everyone full control', resource, given: granted('FULL_CONTROL') },
    {
      name: 'S4 under BlockPublicAcls alone',
      resource,
      given: bare({
        grants: known([{ group: 'AllUsers', permission: 'WRITE' }]),
        account: known(blockOf('BlockPublicAcls')),
      }),
    },
  ],
  unknown: [
    {
      name: 'AWS says public, and the policy may not be read',
      resource,
      given: bare({ status: known('public'), policy: unreadable() }),
    },
    {
      name: 'AWS says public, and only a limited statement writes: which one is public is not told',
      resource,
      given: counted(orgWrite),
      reasons: ['not for which statement'],
    },
    {
      name: 'S23 the block may not be read, and the ACL lets everyone write',
      resource,
      given: bare({
        grants: known([{ group: 'AllUsers', permission: 'WRITE' }]),
        bucket: unreadable(),
      }),
    },
  ],
});
