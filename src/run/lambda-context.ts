/** What Lambda tells the handler beside the event, and what the handler tells CloudWatch. */
import { UserError } from '../text/user-error.ts';

/** The part of Lambda's context object that is used. AWS Lambda developer guide, "Context object in Node.js". */
export interface LambdaContext {
  readonly awsRequestId: string;
  readonly functionName: string;
  readonly invokedFunctionArn: string;
  getRemainingTimeInMillis(): number;
}

/** The account that the function is in. */
export function accountOf({ invokedFunctionArn }: LambdaContext): string {
  const account = /^arn:[\w-]+:lambda:[\w-]+:(\d{12}):/.exec(invokedFunctionArn)?.[1];
  if (account !== undefined) return account;
  throw new UserError(
    `"${invokedFunctionArn}" is not the ARN of a function; say by "bucketOwner" whose the bucket is`,
  );
}

/** The partition that the function is in: `aws`, `aws-cn`, … */
export function partitionOf({ invokedFunctionArn }: LambdaContext): string {
  const partition = /^arn:([\w-]+):lambda:/.exec(invokedFunctionArn)?.[1];
  if (partition !== undefined) return partition;
  throw new UserError(`"${invokedFunctionArn}" is not the ARN of a function`);
}

/** What is told of a scan that ended: `partial` counts, the rest is for whoever reads the log. */
export interface ScanEnd {
  readonly status: 'complete' | 'partial';
}

/**
 * A line of the log that CloudWatch makes metrics of, `Scans` and `PartialScans` of the namespace `srm-scan`: the function
 * needs no permission for it. CloudWatch user guide, "Specification: Embedded metric format".
 */
export function metricLine({ functionName }: LambdaContext, end: ScanEnd, now: Date): string {
  const line = {
    _aws: {
      Timestamp: now.getTime(),
      CloudWatchMetrics: [
        {
          Namespace: 'srm-scan',
          Dimensions: [['FunctionName']],
          Metrics: [
            { Name: 'Scans', Unit: 'Count' },
            { Name: 'PartialScans', Unit: 'Count' },
          ],
        },
      ],
    },
    FunctionName: functionName,
    Scans: 1,
    PartialScans: end.status === 'partial' ? 1 : 0,
    ...end,
  };
  return JSON.stringify(line);
}
