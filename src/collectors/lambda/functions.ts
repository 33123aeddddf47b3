/** Lambda functions, with what the list tells of each: its runtime, its network, and secrets in its variables. */
import type { FunctionConfiguration } from '@aws-sdk/client-lambda';
import { oneOf } from '../../aws/one-of.ts';
import type { Members } from '../../aws/reads.ts';
import { defineCollector, type Resource } from '../../collect/collector.ts';
import type { Observed } from '../../observe/observed.ts';
import { type LambdaRuntime, lambdaRuntimes } from '../../reasoning/dated/lambda-runtimes.ts';
import type { FoundSecrets } from '../../reasoning/secrets/detect.ts';
import { redactedSecrets } from '../../reasoning/secrets/redacted.ts';
import { redactedVariables } from '../../reasoning/secrets/variables.ts';
import { ListFunctions } from './operations.ts';

export interface LambdaFunction extends Resource {
  /** Null for a container image, which brings its own. */
  readonly runtime: Observed<LambdaRuntime | null>;
  /** Null where it has no environment variables. */
  readonly secrets: Observed<readonly FoundSecrets[] | null>;
  readonly tracing: Observed<'Active' | 'PassThrough'>;
  /** Empty where it is attached to no VPC. */
  readonly subnetIds: readonly string[];
}

export const functions = defineCollector({
  id: 'lambda.functions',
  service: 'lambda',
  scope: 'regional',
  recordedAs: ['AWS::Lambda::Function'],
  calls: [ListFunctions],
  gather: (aws) =>
    aws.list(ListFunctions, {}, 'Functions', (item, members): LambdaFunction => {
      const { must, observe } = members;
      return {
        arn: must(item, 'FunctionArn'),
        type: 'AWS::Lambda::Function',
        name: must(item, 'FunctionName'),
        region: aws.region,
        ...(item.PackageType === 'Image' ? { variant: 'lambda-image' as const } : {}),
        ...replicaOf(item),
        runtime: observe(() => runtimeOf(item, members)),
        secrets: observe(() => secretsOf(item, members)),
        tracing: observe(() =>
          oneOf(must(must(item, 'TracingConfig'), 'Mode'), ['Active', 'PassThrough'], members),
        ),
        // Left out, or empty, where there is no VPC: AWS Lambda API reference, "VpcConfigResponse".
        subnetIds: item.VpcConfig?.SubnetIds ?? [],
      };
    }),
});

/** CloudFront runs copies of a function of Lambda@Edge: AWS Lambda API reference, "FunctionConfiguration". */
function replicaOf({ MasterArn }: FunctionConfiguration): Pick<Resource, 'managed'> {
  if (MasterArn === undefined) return {};
  return { managed: { by: 'aws', reason: `CloudFront made this copy of ${MasterArn}` } };
}

function runtimeOf(item: FunctionConfiguration, members: Members): LambdaRuntime | null {
  const packaged = oneOf(members.must(item, 'PackageType'), ['Zip', 'Image'], members);
  if (packaged === 'Image') return null;
  const id = members.must(item, 'Runtime');
  return (
    lambdaRuntimes.values.find((runtime) => runtime.id === id) ??
    members.unusable(
      `the list of runtimes that srm-scan has, of ${lambdaRuntimes.asOf}, has no ${id}`,
    )
  );
}

function secretsOf(
  { Environment }: FunctionConfiguration,
  { must, unusable }: Members,
): readonly FoundSecrets[] | null {
  // Left out where no variables are set: AWS Lambda API reference, "ListFunctions", its example.
  if (Environment === undefined) return null;
  if (Environment.Error) {
    const code = must(Environment.Error, 'ErrorCode');
    return unusable(`Lambda could not decrypt the variables for the caller: ${code}`);
  }
  const held = redactedVariables(must(Environment, 'Variables'));
  if (held === undefined) return null;
  const found = redactedSecrets(held);
  return found === undefined || found === 'illegible'
    ? unusable('the variables were not redacted')
    : found;
}
