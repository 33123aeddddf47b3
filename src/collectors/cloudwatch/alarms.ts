/** Alarms on metrics, of each Region. */
import type { MetricAlarm, MetricDataQuery } from '@aws-sdk/client-cloudwatch';
import type { Aws, Members } from '../../aws/reads.ts';
import { defineCollector, type Resource } from '../../collect/collector.ts';
import type { Listing, Observed } from '../../observe/observed.ts';
import type { Alarm, Metric } from '../../reasoning/alarms/watch.ts';
import { DescribeAlarms } from './operations.ts';

export interface MetricAlarmFacts extends Alarm, Resource {
  /** ARNs of what is done as it goes back to OK. */
  readonly okActions: Observed<readonly string[]>;
  /** ARNs of what is done as it lacks data. */
  readonly missingDataActions: Observed<readonly string[]>;
}

/** The largest page of the operation. */
const alarmsPerPage = 100;

export const alarms = defineCollector({
  id: 'cloudwatch.alarms',
  service: 'cloudwatch',
  scope: 'regional',
  calls: [DescribeAlarms],
  gather: (aws) => listAlarms(aws, aws.region),
});

/** The metric alarms of a Region; composite ones are on other alarms, not on a metric. */
export function listAlarms(aws: Aws, region: string): Promise<Listing<MetricAlarmFacts>> {
  return aws.list(
    DescribeAlarms,
    { AlarmTypes: ['MetricAlarm'], MaxRecords: alarmsPerPage },
    'MetricAlarms',
    (alarm, members) => {
      const { must, field, observe } = members;
      return {
        arn: must(alarm, 'AlarmArn'),
        type: 'AWS::CloudWatch::Alarm',
        name: must(alarm, 'AlarmName'),
        region,
        metrics: observe(() => metricsOf(alarm, members)),
        actionsEnabled: field(alarm, 'ActionsEnabled'),
        alarmActions: field(alarm, 'AlarmActions'),
        okActions: field(alarm, 'OKActions'),
        missingDataActions: field(alarm, 'InsufficientDataActions'),
      };
    },
    { region },
  );
}

/**
 * An alarm is on one metric, which it names, or on an expression over several: Amazon CloudWatch API reference,
 * "MetricAlarm". Those that it wants with dimensions are left out.
 */
function metricsOf(alarm: MetricAlarm, members: Members): readonly Metric[] {
  if (alarm.MetricName !== undefined) {
    const Namespace = members.must(alarm, 'Namespace');
    return withoutDimensions({ ...alarm, MetricName: alarm.MetricName, Namespace });
  }
  // Neither a metric nor an expression: an alarm on a query of PromQL or the like.
  return (alarm.Metrics ?? []).flatMap((query) => metricsOfQuery(query, members));
}

function metricsOfQuery({ MetricStat }: MetricDataQuery, { must }: Members): readonly Metric[] {
  if (MetricStat === undefined) return [];
  const metric = must(MetricStat, 'Metric');
  const [MetricName, Namespace] = [must(metric, 'MetricName'), must(metric, 'Namespace')];
  return withoutDimensions({ ...metric, MetricName, Namespace });
}

function withoutDimensions(metric: {
  readonly MetricName: string;
  readonly Namespace: string;
  readonly Dimensions?: readonly unknown[] | undefined;
}): readonly Metric[] {
  const { MetricName, Namespace, Dimensions } = metric;
  return (Dimensions ?? []).length > 0 ? [] : [{ namespace: Namespace, name: MetricName }];
}
