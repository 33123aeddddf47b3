/** How an alarm on what a trail records is made. */
import type { Remedy } from '../judge/check.ts';

/**
 * @param name of the filter, the metric and the alarm
 * @param pattern the filter pattern that the check asks for
 */
export function alarmOnTrail(name: string, pattern: string): Remedy {
  return {
    console: `CloudWatch, Log groups, the group of the trail, Metric filters, Create metric filter: the pattern below, metric value 1; then, of the filter, Create alarm: Sum over 5 minutes, at or above 1, with a topic of SNS.`,
    cli: `# in the Region of the log group that the multi-Region trail delivers to
aws logs put-metric-filter --log-group-name GROUP --filter-name ${name} --filter-pattern \\
  '${pattern}' \\
  --metric-transformations metricName=${name},metricNamespace=CloudTrailMetrics,metricValue=1
aws cloudwatch put-metric-alarm --alarm-name ${name} --metric-name ${name} \\
  --namespace CloudTrailMetrics --statistic Sum --period 300 --evaluation-periods 1 --threshold 1 \\
  --comparison-operator GreaterThanOrEqualToThreshold --treat-missing-data notBreaching \\
  --alarm-actions TOPIC_ARN
# whoever is subscribed must confirm the mail that comes
aws sns subscribe --topic-arn TOPIC_ARN --protocol email --notification-endpoint ADDRESS`,
    terraform: `resource "aws_cloudwatch_log_metric_filter" "this" {
  name           = "${name}"
  log_group_name = aws_cloudwatch_log_group.trail.name
  pattern        = ${JSON.stringify(pattern)}
  metric_transformation {
    name      = "${name}"
    namespace = "CloudTrailMetrics"
    value     = "1"
  }
}

resource "aws_cloudwatch_metric_alarm" "this" {
  alarm_name          = "${name}"
  metric_name         = "${name}"
  namespace           = "CloudTrailMetrics"
  statistic           = "Sum"
  period              = 300
  evaluation_periods  = 1
  threshold           = 1
  comparison_operator = "GreaterThanOrEqualToThreshold"
  treat_missing_data  = "notBreaching"
  alarm_actions       = [aws_sns_topic.alarms.arn]
}`,
  };
}
