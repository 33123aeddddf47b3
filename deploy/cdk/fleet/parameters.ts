/** What whoever deploys the fleet says of it. */
import { CfnParameter, type CfnParameterProps, type Stack } from 'aws-cdk-lib';
import { archiveOf } from '../shared/function.ts';

export function parametersOf(stack: Stack) {
  const text = (name: string, props: CfnParameterProps) =>
    new CfnParameter(stack, name, { type: 'String', ...props }).valueAsString;
  return {
    ...archiveOf(stack),
    roleName: text('RoleName', {
      description: 'Name of the role that is assumed in each account.',
      default: 'srm-scan-read',
      allowedPattern: String.raw`^[\w+=,.@-]{1,64}$`,
    }),
    sendRoleName: text('SendRoleName', {
      description:
        'Name of the role that sends findings to Security Hub in each account, such as srm-scan-send; empty to send none.',
      default: '',
      allowedPattern: String.raw`^[\w+=,.@-]{0,64}$`,
    }),
    lakeLocation: text('SecurityLakeLocation', {
      description:
        'Custom source of Security Lake that gets the findings, such as s3://aws-security-data-lake-eu-west-1-abc/ext/srm-scan/; empty for none.',
      default: '',
      allowedPattern: String.raw`^(s3://aws-security-data-lake-[a-z0-9-]+/ext/[\w.-]+/?)?$`,
    }),
    lakeRole: text('SecurityLakeRole', {
      description: 'ARN of the role that Security Lake made for the provider of that source.',
      default: '',
      allowedPattern: String.raw`^(arn:[a-z-]+:iam::\d{12}:role/[\w+=,.@/-]+)?$`,
    }),
    lakeExternalId: text('SecurityLakeExternalId', {
      description: 'External id that the source was registered with.',
      default: '',
      allowedPattern: String.raw`^([\w+=,.@:/-]{2,1224})?$`,
    }),
    externalId: text('ExternalId', {
      description: 'External id that the role asks for.',
      minLength: 2,
      allowedPattern: String.raw`^[\w+=,.@:/-]+$`,
    }),
    units: text('OrganizationalUnits', {
      description:
        'Units or roots whose accounts are scanned, with commas between them; empty for all.',
      default: '',
      allowedPattern: '^[a-z0-9,-]*$',
    }),
    organization: text('OrganizationId', {
      description: 'Id of the organisation, where this stack makes the role in its accounts.',
      default: '',
      allowedPattern: '^(o-[a-z0-9]{10,32})?$',
    }),
    roleUnits: text('RoleUnits', {
      description:
        'Units or roots in whose accounts a StackSet makes the role, with commas between them; empty where it is there already.',
      default: '',
      allowedPattern: '^[a-z0-9,-]*$',
    }),
    callAs: text('CallAs', {
      description:
        'Whether this account is a delegated administrator of StackSets, or the management account (SELF).',
      default: 'DELEGATED_ADMIN',
      allowedValues: ['DELEGATED_ADMIN', 'SELF'],
    }),
    concurrency: text('Concurrency', {
      description:
        'Accounts that are scanned at once: 1 to 10000, and no more than Lambda lets run at once in this account.',
      default: '100',
      allowedPattern: '^([1-9][0-9]{0,3}|10000)$',
    }),
    parts: text('Parts', {
      description:
        'Functions of 15 minutes that may read one account, one after the other: 1 to 40. What is not read then is told as unknown.',
      default: '8',
      allowedPattern: '^([1-9]|[1-3][0-9]|40)$',
    }),
    schedule: text('ScheduleExpression', {
      description: 'Schedule expression of EventBridge, in UTC.',
      default: 'cron(17 2 * * ? *)',
      allowedPattern: String.raw`^(cron|rate)\(.+\)$`,
    }),
    alarmTopic: text('AlarmTopic', {
      description:
        'ARN of the SNS topic that alarms go to; empty for alarms that only change their state.',
      default: '',
    }),
    regions: text('Regions', {
      description:
        'Regions to scan, with commas between them, or active (docs/cost.md); empty for all that are enabled.',
      default: '',
    }),
    frameworks: text('Frameworks', {
      description:
        'Frameworks whose checks are run, with commas between them; empty for all checks.',
      default: '',
    }),
  };
}

export type Parameters = ReturnType<typeof parametersOf>;
