/**
 * Services whose documentation says that they tell for whom they act when they take a role, each with its page. Many others do
 * not, such as EC2 and Lambda: a role that asks them for it cannot be taken any more.
 */
const SENDERS: ReadonlyMap<string, string> = new Map([
  [
    'appstream.amazonaws.com',
    'Amazon WorkSpaces Applications administration guide, "Cross-service confused deputy prevention"',
  ],
  [
    'codebuild.amazonaws.com',
    'AWS CodeBuild user guide, "Cross-service confused deputy prevention"',
  ],
  [
    'fis.amazonaws.com',
    'AWS Resilience Hub user guide, "Single-account execution role", trust policy',
  ],
  ['iot.amazonaws.com', 'AWS IoT Core developer guide, "Cross-service confused deputy prevention"'],
  [
    'personalize.amazonaws.com',
    'Amazon Personalize developer guide, "Cross-service confused deputy prevention"',
  ],
  [
    'scheduler.amazonaws.com',
    'Amazon EventBridge Scheduler user guide, "Confused deputy prevention"',
  ],
  [
    'transfer.amazonaws.com',
    'AWS Transfer Family user guide, "Cross-service confused deputy prevention"',
  ],
  [
    'vpc-flow-logs.amazonaws.com',
    'Amazon VPC user guide, "IAM role for publishing flow logs to CloudWatch Logs"',
  ],
]);

/** Whether the service is known to say for whom it acts when it takes a role. */
export function sendsSource(service: string): boolean {
  return SENDERS.has(service);
}
