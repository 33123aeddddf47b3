import * as sdk from '@aws-sdk/client-cloudwatch-logs';
import { cloudwatchLogs as service } from '../../src/collectors/cloudwatch-logs/service.ts';
import { emulate } from '../service.ts';
import { ACCOUNT_ID, HOME, SECOND, US } from '../site.ts';
import type { Site } from '../site.ts';

const AUDIT_GROUP = 'northwind/audit';

/** How long groups keep what they hold; the last keeps it for ever. */
const GROUPS = [
  { name: AUDIT_GROUP, region: HOME, days: 400 },
  { name: '/aws/lambda/nwh-berths', region: SECOND, days: 14 },
  { name: '/northwind/imports', region: US, days: undefined },
] as const;

/** Filters that count what the checks ask for, and one that someone began. */
const FILTERS = {
  RootUsage:
    '{ ($.userIdentity.type = "Root") && ($.userIdentity.invokedBy NOT EXISTS) && ($.eventType != "AwsServiceEvent") }',
  TrailChanges:
    '{ ($.eventName = StopLogging) || ($.eventName = StartLogging) || ($.eventName = *Trail) }',
  KeyDeletion:
    '{ ($.eventSource = kms.amazonaws.com) && (($.eventName = DisableKey) || ($.eventName = ScheduleKeyDeletion)) }',
  RefusedCalls: '{ ($.errorCode = "*UnauthorizedOperation") || ($.errorCode = "AccessDenied*") }',
  FailedSignIns: '{ ($.eventName = ConsoleLogin) && ($.errorMessage = "Failed authentication") }',
  GroupChanges:
    '{ ($.eventName = AuthorizeSecurityGroupIngress) || ($.eventName = CreateSecurityGroup) }',
} as const;

interface Planted {
  readonly auditGroupArn: string;
  /** Where metrics of the filters are; they are named as the filters. */
  readonly namespace: string;
}

async function plant(site: Site): Promise<Planted> {
  for (const { name, region, days } of GROUPS) {
    const logs = site.client(sdk.CloudWatchLogsClient, region, 300);
    await logs.send(new sdk.CreateLogGroupCommand({ logGroupName: name }));
    if (days !== undefined) {
      const retentionInDays = days;
      await logs.send(new sdk.PutRetentionPolicyCommand({ logGroupName: name, retentionInDays }));
    }
    const arn = `arn:aws:logs:${region}:${ACCOUNT_ID}:log-group:${name}`;
    site.expect('cloudwatch-log-group-retention', arn, days === 14 ? 'fail' : 'pass');
  }
  const home = site.client(sdk.CloudWatchLogsClient, HOME, 300);
  const metricNamespace = 'Northwind/Audit';
  for (const [filterName, filterPattern] of Object.entries(FILTERS)) {
    await home.send(
      new sdk.PutMetricFilterCommand({
        logGroupName: AUDIT_GROUP,
        filterName,
        filterPattern,
        metricTransformations: [{ metricName: filterName, metricNamespace, metricValue: '1' }],
      }),
    );
  }
  return {
    auditGroupArn: `arn:aws:logs:${HOME}:${ACCOUNT_ID}:log-group:${AUDIT_GROUP}:*`,
    namespace: metricNamespace,
  };
}

export default emulate({ service, sdk, Client: sdk.CloudWatchLogsClient, plant });
