/** What tells that something failed. */
import { Aws, CfnCondition, Fn, type Stack, Validations } from 'aws-cdk-lib';
import {
  CfnAlarm,
  ComparisonOperator,
  type Metric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';

/** Of an alarm whose metric must not be still: after how many periods of silence it tells. */
interface Silence {
  readonly periods: number;
}

/**
 * Makes alarms, which tell the topic where there is one: each of a metric that counts what went wrong, or, with `silence`, of
 * one that counts what went well.
 */
export function alarmsOf(stack: Stack, topic: string) {
  const hasTopic = new CfnCondition(stack, 'HasAlarmTopic', {
    expression: Fn.conditionNot(Fn.conditionEquals(topic, '')),
  });
  return (name: string, metric: Metric, alarmDescription: string, silence?: Silence): void => {
    const alarm = metric.createAlarm(stack, `${name}Alarm`, {
      alarmDescription,
      threshold: 1,
      evaluationPeriods: silence?.periods ?? 1,
      comparisonOperator: silence
        ? ComparisonOperator.LESS_THAN_THRESHOLD
        : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: silence ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
    });
    if (alarm.node.defaultChild instanceof CfnAlarm)
      alarm.node.defaultChild.addPropertyOverride(
        'AlarmActions',
        Fn.conditionIf(hasTopic.logicalId, [topic], Aws.NO_VALUE),
      );
    Validations.of(alarm).acknowledge({
      id: 'CloudFormation-Validate::W1030',
      reason: 'Where the topic is empty, a condition leaves the property out.',
    });
  };
}
