/** How a protection plan of Amazon GuardDuty is turned on. */
import type { Remedy } from '../judge/check.ts';

/**
 * @param name as the console names the plan
 * @param feature as the API names it
 * @param agent what GuardDuty is to install and keep by itself
 */
export function turnOnPlan(name: string, feature: string, agent?: string): Remedy {
  const cliAgent = agent
    ? `,"AdditionalConfiguration":[{"Name":"${agent}","Status":"ENABLED"}]`
    : '';
  const tfAgent = agent
    ? `
  additional_configuration {
    name   = "${agent}"
    status = "ENABLED"
  }`
    : '';
  return {
    console: `GuardDuty, Protection plans, ${name}, Enable, in each Region. In an organization its administrator account does it for the members.`,
    cli: `aws guardduty list-detectors
aws guardduty update-detector --detector-id DETECTOR --features \\
  '[{"Name":"${feature}","Status":"ENABLED"${cliAgent}}]'`,
    terraform: `resource "aws_guardduty_detector_feature" "this" {
  detector_id = aws_guardduty_detector.this.id
  name        = "${feature}"
  status      = "ENABLED"${tfAgent}
}`,
  };
}
