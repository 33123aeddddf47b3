import { describe, expect, it } from 'vitest';
import { classify } from '../../src/policy/action-classes.ts';
import { denialBy } from '../../src/policy/denies.ts';
import { workUpTo } from '../../src/policy/work.ts';
import { openRead, policyOf } from './documents.ts';

function classesOf(service: string, actions: object) {
  const [allow] = policyOf(openRead({ Action: undefined, Resource: '*', ...actions })).statements;
  if (!allow) return expect.unreachable('the policy has one statement');
  return classify(service, denialBy([], workUpTo()).of(allow));
}

const words = (kinds: ReturnType<typeof classesOf>) =>
  Object.entries(kinds).flatMap(([kind, is]) => (is ? [kind] : []));

/** One action for each verb that is told apart, with the access level of the Service Authorization Reference. */
const ACTIONS: Readonly<Record<string, readonly string[]>> = {
  read: [
    's3:GetObject',
    's3:ListBucket',
    's3:DescribeJob',
    'sqs:GetQueueUrl',
    'sqs:ListQueues',
    'sqs:ReceiveMessage',
    'ecr:BatchGetImage',
    'ecr:DescribeImages',
    'rds:DownloadDBLogFilePortion',
    'cur:ViewBilling',
    'x:ReadThing',
    'kms:Decrypt',
  ],
  write: [
    's3:PutObject',
    's3:DeleteObject',
    's3:CreateBucket',
    's3:UpdateJobStatus',
    's3:AbortMultipartUpload',
    's3:RestoreObject',
    's3:ReplicateObject',
    's3:BypassGovernanceRetention',
    's3:ObjectOwnerOverrideToBucketOwner',
    's3:InitiateReplication',
    's3:TagResource',
    's3:UntagResource',
    'ecr:PutImage',
    'sqs:DeleteMessage',
    'kms:CreateGrant',
    'lambda:UpdateFunctionCode',
    'sqs:AddPermission',
    'sqs:RemovePermission',
    'sqs:SetQueueAttributes',
    'sqs:TagQueue',
    'sqs:UntagQueue',
    'sqs:SendMessage',
    'sns:Publish',
    'sqs:PurgeQueue',
    'ecr:UploadLayerPart',
    'ecr:InitiateLayerUpload',
    'ecr:CompleteLayerUpload',
    'ecr:BatchDeleteImage',
    'secretsmanager:RestoreSecret',
    'secretsmanager:RotateSecret',
    'secretsmanager:CancelRotateSecret',
    'kms:DisableKey',
    'kms:EnableKey',
    'kms:ScheduleKeyDeletion',
    'kms:ReplicateKey',
    'kms:ImportKeyMaterial',
    'kms:RevokeGrant',
    'kms:RetireGrant',
    'ec2:StartInstances',
    'ec2:StopInstances',
  ],
  other: ['lambda:InvokeFunction', 'kms:Encrypt', 's3:AssociateAccessGrantsIdentityCenter'],
};

describe('what a set of actions gives', () => {
  it.each(
    Object.entries(ACTIONS).flatMap(([kind, actions]) => actions.map((action) => [action, kind])),
  )('%s is %s', (action, kind) => {
    const service = action.split(':')[0] ?? '';
    expect(words(classesOf(service, { Action: action }))).toEqual([kind]);
  });

  it.each<[string, object, string[]]>([
    ['s3', { Action: '*' }, ['read', 'write', 'other']],
    ['s3', { Action: 's3:*' }, ['read', 'write', 'other']],
    ['s3', { Action: ['s3:Get*', 's3:Put*'] }, ['read', 'write']],
    ['s3', { Action: 's3:GetObject*' }, ['read']],
    ['s3', { Action: ['s3:GetObject', 'iam:*'] }, ['read']],
    ['s3', { Action: 'iam:*' }, []],
    ['s3', { NotAction: 's3:Get*' }, ['read', 'write', 'other']],
    ['s3', { NotAction: ['s3:Get*', 's3:List*', 's3:Describe*'] }, ['write', 'other']],
    ['sqs', { NotAction: 'sqs:*' }, ['other']],
    ['sqs', { Action: 's3:PutObject' }, []],
    ['sqs', { Action: 'sqs:AbortMultipartUpload' }, ['other']],
  ])('in %s %j gives %j', (service, actions, expected) => {
    expect(words(classesOf(service, actions))).toEqual(expected);
  });
});
