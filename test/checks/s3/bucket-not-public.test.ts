import check from '../../../checks/s3/bucket-not-public.ts';
import { openRead, policyOf } from '../../policy/documents.ts';
import { testCheck } from '../../support/check-tester.ts';
import { known, unreadable } from '../../support/observe.ts';
import { bare, blockOf, closedTo, fullBlock, lost, records, withPolicy } from '../../support/s3.ts';

const resource = records;
const openPolicy = { status: known('public' as const), policy: known(policyOf(openRead())) };
const everyoneReads = { grants: known([{ group: 'AllUsers' as const, permission: 'READ' }]) };
const limited = (Condition: object) => withPolicy(openRead({ Condition }));
const inherited = 'the account or its organisation';

testCheck(check, {
  pass: [
    {
      name: 'S1 the account blocks all, and the bucket has no block of its own',
      resource,
      given: bare({ ...openPolicy, account: known(fullBlock) }),
      reasons: [inherited],
    },
    {
      name: 'S2 a public policy without effect under RestrictPublicBuckets stays worth a reason',
      resource,
      given: bare({ ...openPolicy, bucket: known(blockOf('RestrictPublicBuckets')) }),
      reasons: ['the policy is public, but has no effect', 'the bucket itself', 's3:GetObject'],
    },
    {
      name: 'S6 the block of the account alone takes a public ACL its effect',
      resource,
      given: bare({ ...everyoneReads, account: known(fullBlock) }),
      reasons: ['READ to everyone', inherited],
    },
    {
      name: 'S7 a policy of the organisation shows in what is in effect for the account',
      resource,
      given: bare({ ...openPolicy, bucket: known(blockOf()), account: known(fullBlock) }),
      reasons: [inherited],
    },
    {
      name: 'S8 everyone, from one VPC',
      resource,
      given: limited({ StringEquals: { 'aws:SourceVpc': 'vpc-0abc1234' } }),
    },
    {
      name: 'S8 everyone, through one endpoint',
      resource,
      given: limited({ StringEquals: { 'aws:SourceVpce': 'vpce-0abc1234' } }),
    },
    {
      name: 'S9 everyone of one organisation',
      resource,
      given: limited({ StringEquals: { 'aws:PrincipalOrgID': 'o-abcd123456' } }),
      reasons: ['aws:principalorgid'],
    },
    {
      name: 'S11 paths of an organisation, as AWS documents to write them',
      resource,
      given: limited({
        'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': ['o-abcd123456/r-ab12/ou-ab12-1/*'] },
      }),
    },
    {
      name: 'S12 an organisation without regard to case',
      resource,
      given: limited({ StringEqualsIgnoreCase: { 'aws:PrincipalOrgID': 'O-ABCD123456' } }),
    },
    {
      name: 'S15 one public address',
      resource,
      given: limited({ IpAddress: { 'aws:SourceIp': '203.0.113.7/32' } }),
    },
    {
      name: 'S22 delegation to the access points of the account',
      resource,
      given: limited({ StringEquals: { 's3:DataAccessPointAccount': '111122223333' } }),
    },
    {
      name: 'S25 the account blocks all: the bucket is judged by itself although nothing else can be read',
      resource,
      given: closedTo({ account: known(fullBlock) }),
      reasons: ['RestrictPublicBuckets', 'IgnorePublicAcls', inherited],
    },
    {
      name: 'S25 in a Region that nobody tells, under the block of the account',
      resource: lost,
      given: closedTo({ account: known(fullBlock) }),
    },
    {
      name: 'S26 there is no policy, and that is known',
      resource,
      given: bare({}),
      reasons: ['there is no bucket policy'],
    },
    {
      name: 'S27 ACLs in force: what single objects grant is said not to be read',
      resource,
      given: bare({}),
      reasons: ['single objects were not read'],
    },
    {
      name: 'S27 ACLs disabled prove that no object is public, whatever the ACL would say',
      resource,
      given: bare({ grants: unreadable(), acls: known('disabled') }),
      reasons: ['ACLs are disabled, for the bucket and its objects'],
    },
    {
      name: 'AWS says that the policy is not public though it reads so, and the difference is told',
      resource,
      given: bare({ ...openPolicy, status: known('not-public') }),
      reasons: ['though it reads so', 's3:GetObject'],
    },
    {
      name: 'AWS says that the policy is not public, and the policy may not be read',
      resource,
      given: bare({ status: known('not-public'), policy: unreadable() }),
    },
    {
      name: 'the status may not be read, and the policy is surely not public',
      resource,
      given: bare({
        status: unreadable(),
        policy: known(policyOf(openRead({ Principal: { AWS: '444455556666' } }))),
      }),
    },
    {
      name: 'the status may not be read, and there is no policy',
      resource,
      given: bare({ status: unreadable() }),
    },
    {
      name: 'who owns the objects may not be read, and the ACL grants nothing',
      resource,
      given: bare({ acls: unreadable() }),
    },
  ],
  fail: [
    {
      name: 'S4 BlockPublicAcls does nothing against a grant from before',
      resource,
      given: bare({ ...everyoneReads, bucket: known(blockOf('BlockPublicAcls')) }),
      reasons: ['READ to everyone', 'refuses new grants only'],
    },
    {
      name: 'S4 BlockPublicPolicy does nothing against a policy from before',
      resource,
      given: bare({ ...openPolicy, account: known(blockOf('BlockPublicPolicy')) }),
    },
    {
      name: 'S14 the account of the resource limits nobody',
      resource,
      given: limited({ StringEquals: { 'aws:ResourceAccount': '111122223333' } }),
      reasons: ['aws:resourceaccount'],
    },
    {
      name: 'S15 all addresses',
      resource,
      given: limited({ IpAddress: { 'aws:SourceIp': '0.0.0.0/0' } }),
    },
    {
      name: 'S15 all addresses but one',
      resource,
      given: limited({ NotIpAddress: { 'aws:SourceIp': '203.0.113.7/32' } }),
    },
    {
      name: 'S17 everyone as a list',
      resource,
      given: withPolicy(openRead({ Principal: { AWS: ['*'] } })),
    },
    {
      name: 'S18 a condition that says how, and not who',
      resource,
      given: limited({ Bool: { 'aws:SecureTransport': 'true' } }),
      reasons: ['s3:GetObject to everyone'],
    },
    {
      name: 'a grant to everyone with an AWS account',
      resource,
      given: bare({
        grants: known([{ group: 'AuthenticatedUsers', permission: 'READ_ACP' }]),
      }),
      reasons: ['AuthenticatedUsers'],
    },
    {
      name: 'a public ACL decides although the policy may not be read',
      resource,
      given: bare({ ...everyoneReads, status: unreadable(), policy: unreadable() }),
    },
    {
      name: 'a public policy decides although the ACL may not be read',
      resource,
      given: bare({ ...openPolicy, grants: unreadable(), acls: unreadable() }),
    },
    {
      name: 'AWS says public, and nothing more may be read',
      resource,
      given: bare({ status: known('public'), policy: unreadable() }),
      reasons: ['AWS counts the policy as public'],
    },
    {
      name: 'AWS says public where a limit is not one of its own, and the difference is told',
      resource,
      given: bare({
        status: known('public'),
        policy: known(
          policyOf(
            openRead({ Condition: { StringEquals: { 'aws:SourceOrgID': 'o-abcd123456' } } }),
          ),
        ),
      }),
      reasons: ['though no statement reads as open'],
    },
    {
      name: 'each way is named',
      resource,
      given: bare({ ...everyoneReads, ...openPolicy }),
      reasons: ['s3:GetObject to everyone', 'the ACL grants READ'],
    },
  ],
  unknown: [
    {
      name: 'S23 the block of the bucket may not be read, and the policy is public',
      resource,
      given: bare({ ...openPolicy, bucket: unreadable() }),
    },
    {
      name: 'S23 the block of the account may not be read, and the ACL is public',
      resource,
      given: bare({ ...everyoneReads, account: unreadable() }),
    },
    {
      name: 'S24 a Region that nobody tells',
      resource: lost,
      given: closedTo({ account: known(null) }),
      reasons: ['the test says denied'],
    },
    {
      name: 'S26 the policy and its status may not be read',
      resource,
      given: bare({ status: unreadable(), policy: unreadable() }),
    },
    {
      name: 'AWS gives no status, and a Deny takes the public Allow back',
      resource,
      given: withPolicy(openRead(), {
        Effect: 'Deny',
        Principal: '*',
        Action: 's3:*',
        Resource: ['arn:aws:s3:::records', 'arn:aws:s3:::records/*'],
      }),
      reasons: ['AWS gave no status'],
    },
    {
      name: 'the ACL may not be read, and ACLs are in force',
      resource,
      given: bare({ grants: unreadable() }),
    },
    {
      name: 'half a block: RestrictPublicBuckets says nothing of ACLs',
      resource,
      given: closedTo({ account: known(blockOf('RestrictPublicBuckets')) }),
    },
  ],
});
