import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import { automationLogSetting } from '../../src/collectors/ssm/service-settings.ts';

export default defineCheck({
  id: 'ssm-automation-logging',
  title: 'Scripts of Systems Manager Automation write to CloudWatch Logs in the Region',
  severity: 'medium',
  responsibility: 'systems-manager.logging-and-monitoring',
  controls: { 'aws-fsbp': { 'SSM.6': equal } },
  why: 'What a runbook’s script did to the account can be told afterwards only where it was written down.',
  fix: 'Send the output of automation to a log group, in each Region. A script that prints a secret then writes it there.',
  link: 'https://docs.aws.amazon.com/systems-manager/latest/userguide/automation-action-logging.html',
  remedy: {
    console:
      'Systems Manager, Automation, Preferences, Edit, Send logs to CloudWatch Logs, in each Region.',
    cli: `aws ssm update-service-setting --region REGION \\
  --setting-id /ssm/automation/customer-script-log-destination --setting-value CloudWatch
aws ssm update-service-setting --region REGION \\
  --setting-id /ssm/automation/customer-script-log-group-name --setting-value LOG_GROUP`,
    terraform: `resource "aws_ssm_service_setting" "automation" {
  setting_id    = "/ssm/automation/customer-script-log-destination"
  setting_value = "CloudWatch"
}`,
  },

  evaluates: automationLogSetting,

  evaluate: (region, { read }) =>
    read(region.logs)
      ? pass('scripts of runbooks write to CloudWatch Logs')
      : fail('scripts of runbooks write to no log'),
});
