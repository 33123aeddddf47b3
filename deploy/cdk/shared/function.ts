/** A function of the archive: what it runs as, where it logs, and how much of a machine it has. */
import { CfnParameter, Size, type Stack } from 'aws-cdk-lib';
import { type PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  Code,
  type FunctionOptions,
  Function as LambdaFunction,
  type Runtime,
} from 'aws-cdk-lib/aws-lambda';
import type { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Bucket } from 'aws-cdk-lib/aws-s3';

/** Where `npm run build:lambda` put the archive. */
export interface Archive {
  readonly codeBucket: string;
  readonly codeKey: string;
}

/** What whoever deploys says of it. */
export function archiveOf(stack: Stack): Archive {
  const text = (name: string, description: string, minLength: number) =>
    new CfnParameter(stack, name, { type: 'String', description, minLength }).valueAsString;
  return {
    codeBucket: text(
      'CodeBucket',
      'Bucket that holds the archive, in the Region of this stack.',
      3,
    ),
    codeKey: text(
      'CodeKey',
      'Key of the archive, as `npm run build:lambda` prints it. Another archive needs another key.',
      1,
    ),
  };
}

export interface FunctionOfTheArchive
  extends
    Pick<FunctionOptions, 'architecture' | 'environment' | 'functionName' | 'maxEventAge'>,
    Pick<FunctionOptions, 'reservedConcurrentExecutions' | 'retryAttempts' | 'timeout'> {
  readonly handler: string;
  readonly description: string;
  readonly runtime: Runtime;
  readonly archive: Archive;
  /** GiB of /tmp. */
  readonly storage: number;
  readonly role: Role;
  readonly log: LogGroup;
}

export function functionOf(
  stack: Stack,
  id: string,
  { handler, archive, storage, log, ...options }: FunctionOfTheArchive,
): LambdaFunction {
  return new LambdaFunction(stack, id, {
    ...options,
    handler: `index.${handler}`,
    code: Code.fromBucketV2(
      Bucket.fromBucketName(stack, `${id}Code`, archive.codeBucket),
      archive.codeKey,
    ),
    // One whole processor; a scan of 121,000 resources takes less than 600 MB (docs/benchmark.md).
    memorySize: 1769,
    ephemeralStorageSize: Size.gibibytes(storage),
    logGroup: log,
  });
}

/** What a function runs as, for which Lambda alone may be let in. */
export function roleOf(
  stack: Stack,
  id: string,
  description: string,
  inlinePolicies: Readonly<Record<string, PolicyDocument>>,
): Role {
  return new Role(stack, id, {
    description,
    assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
    inlinePolicies,
  });
}

export function mayWriteTo(log: LogGroup): PolicyStatement {
  return new PolicyStatement({
    actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
    resources: [log.logGroupArn],
  });
}
