/** What whoever deploys the scheduled scan says of it, as groups of the console's form. */
import { CfnParameter, type CfnParameterProps, type Stack } from 'aws-cdk-lib';
import { archiveOf } from '../shared/function.ts';

const groups = {
  'The function': [
    'CodeBucket',
    'CodeKey',
    'Runtime',
    'Architecture',
    'Timeout',
    'ReserveConcurrency',
  ],
  When: ['Schedule', 'ScheduleState'],
  'What is scanned': [
    'Regions',
    'Services',
    'Frameworks',
    'Checks',
    'Severity',
    'ExcludeRegions',
    'ExcludeServices',
    'ExcludeChecks',
    'Settings',
    'Rate',
  ],
  'Reports and alarms': [
    'ReportPrefix',
    'ReportDays',
    'AccessLogBucket',
    'LogDays',
    'AlarmTopic',
    'DaysWithoutScan',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** `AWS::CloudFormation::Interface` */
export const parameterGroups = {
  ParameterGroups: Object.entries(groups).map(([label, parameters]) => ({
    Label: { default: label },
    Parameters: parameters,
  })),
};

type Name = (typeof groups)[keyof typeof groups][number];

export function parametersOf(stack: Stack) {
  const parameter = (name: Name, props: CfnParameterProps) => new CfnParameter(stack, name, props);
  const text = (name: Name, props: CfnParameterProps) =>
    parameter(name, { type: 'String', ...props }).valueAsString;
  /** Empty unless told. */
  const list = (name: Name, description: string, more: CfnParameterProps = {}) =>
    text(name, { description, default: '', ...more });
  const number = (name: Name, props: CfnParameterProps) =>
    parameter(name, { type: 'Number', ...props });
  return {
    ...archiveOf(stack),
    runtime: text('Runtime', {
      description: 'The older one for a Region that does not have the newer yet.',
      default: 'nodejs24.x',
      allowedValues: ['nodejs24.x', 'nodejs22.x'],
    }),
    architecture: text('Architecture', {
      description: 'x86_64 for a Region without the cheaper one.',
      default: 'arm64',
      allowedValues: ['arm64', 'x86_64'],
    }),
    timeout: number('Timeout', {
      description:
        'Seconds after which Lambda ends the function. The reading ends 30 seconds before.',
      default: 900,
      minValue: 60,
      maxValue: 900,
    }).valueAsNumber,
    reserveConcurrency: text('ReserveConcurrency', {
      description:
        'One scan at a time. `no` for an account that has no more than its first ten concurrent executions.',
      default: 'yes',
      allowedValues: ['yes', 'no'],
    }),
    schedule: text('Schedule', {
      description: 'Schedule expression of EventBridge, in UTC.',
      default: 'cron(17 3 * * ? *)',
      allowedPattern: String.raw`^(cron|rate)\(.+\)$`,
    }),
    scheduleState: text('ScheduleState', {
      default: 'ENABLED',
      allowedValues: ['ENABLED', 'DISABLED'],
    }),
    regions: list(
      'Regions',
      'Regions to scan, with commas between them, or active (docs/cost.md); empty for all that are enabled.',
    ),
    services: list('Services', 'Services to scan, with commas between them; empty for all.'),
    frameworks: list(
      'Frameworks',
      'Frameworks whose checks are run, with commas between them; empty for all checks.',
    ),
    checks: list('Checks', 'Checks to run, with commas between them; empty for all.'),
    severity: list('Severity', 'Only checks of this severity or graver; empty for all.', {
      allowedValues: ['', 'critical', 'high', 'medium', 'low'],
    }),
    excludeRegions: list('ExcludeRegions', 'Regions to leave out, with commas between them.'),
    excludeServices: list('ExcludeServices', 'Services to leave out, with commas between them.'),
    excludeChecks: list('ExcludeChecks', 'Checks to leave out, with commas between them.'),
    settings: list(
      'Settings',
      'Parameters of checks, <check>.<parameter>=<value>, with blanks between them.',
    ),
    // As text, for it goes into the environment of the function as it is.
    rate: number('Rate', {
      description: 'Share of AWS’s request rates that a scan may use.',
      default: 0.5,
      minValue: 0.1,
      maxValue: 1,
    }),
    reportPrefix: text('ReportPrefix', {
      description: 'What the keys of the reports begin with.',
      default: 'srm-scan',
      allowedPattern: '^[A-Za-z0-9_.=-]+(/[A-Za-z0-9_.=-]+)*$',
    }),
    reportDays: number('ReportDays', {
      description: 'Days after which a report expires.',
      default: 730,
      minValue: 1,
    }).valueAsNumber,
    accessLogBucket: list(
      'AccessLogBucket',
      'Bucket that takes the server access logs of the report bucket; empty for no such logs.',
    ),
    logDays: number('LogDays', {
      description: 'Days for which CloudWatch Logs keeps the function’s log.',
      default: '365',
      allowedValues: [
        '30',
        '60',
        '90',
        '120',
        '150',
        '180',
        '365',
        '400',
        '545',
        '731',
        '1096',
        '1827',
        '2192',
        '2557',
        '2922',
        '3288',
        '3653',
      ],
    }).valueAsNumber,
    alarmTopic: list(
      'AlarmTopic',
      'ARN of the SNS topic that alarms go to; empty for alarms that only change their state.',
    ),
    daysWithoutScan: number('DaysWithoutScan', {
      description:
        'Days without a scan that ended, after which the silence is an alarm. More than the schedule’s interval.',
      default: 2,
      minValue: 1,
      maxValue: 7,
    }).valueAsNumber,
  };
}
