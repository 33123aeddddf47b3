/**
 * The scheduled scan of one account. Its template is written by hand, to be read; the app takes it in so that cdk-nag looks
 * at it as at the others.
 */
import { fileURLToPath } from 'node:url';
import { BootstraplessSynthesizer, Stack, Validations } from 'aws-cdk-lib';
import { CfnInclude } from 'aws-cdk-lib/cloudformation-include';
import type { Construct } from 'constructs';

/** The name of its stack. */
export const scheduledScan = 'scheduled-scan';

/** By logical id: rules that do not hold, each with its reason. */
const reasons: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ReportBucket: {
    'AwsSolutions-S1':
      'Access logs need a bucket of the account’s own choice, which AccessLogBucket names; without it data events of CloudTrail tell who read a report.',
  },
  Role: {
    'AwsSolutions-IAM5[Resource::*]':
      'A scan reads the configuration of every resource, so it cannot name them; the actions are listed one by one.',
    'AwsSolutions-IAM5[Resource::<ReportBucket.Arn>/<ReportPrefix>/*]':
      'The objects of one prefix, which are new in each run.',
  },
  Function: {
    'AwsSolutions-L1':
      'The runtime is a parameter, which the rule cannot read; the newest one is its default.',
  },
  DeadLetters: { 'AwsSolutions-SQS3': 'It is the dead-letter queue.' },
};
export function scheduledScanStack(scope: Construct): Stack {
  const stack = new Stack(scope, scheduledScan, { synthesizer: new BootstraplessSynthesizer() });
  const template = new CfnInclude(stack, 'Template', {
    templateFile: fileURLToPath(new URL('../scheduled-scan.yaml', import.meta.url)),
  });
  for (const [resource, acknowledged] of Object.entries(reasons)) {
    for (const [rule, reason] of Object.entries(acknowledged))
      Validations.of(template.getResource(resource)).acknowledge({ id: rule, reason });
  }
  Validations.of(stack).acknowledge({
    id: 'CloudFormation-Validate::W1030',
    reason: 'Where the topic of the alarms is empty, a condition leaves the property out.',
  });
  return stack;
}
