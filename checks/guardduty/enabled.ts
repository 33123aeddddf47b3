import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import { accountInEachRegion } from '../../src/collectors/account/account.ts';
import { detectors } from '../../src/collectors/guardduty/detectors.ts';

export default defineCheck({
  id: 'guardduty-enabled',
  title: 'GuardDuty is on in the Region',
  severity: 'high',
  responsibility: 'guardduty.logging-and-monitoring',
  controls: { 'aws-fsbp': { 'GuardDuty.1': equal } },
  why: 'GuardDuty finds stolen keys, mining and odd traffic from logs that nobody has to collect; intruders like the Regions that nobody watches.',
  fix: 'Turn GuardDuty on in every enabled Region, also in those that nobody uses; in an organization through its administrator account, for members to come as well. It is charged by the volume that it analyses.',
  link: 'https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_settingup.html',
  remedy: {
    console: 'GuardDuty, Get started, Enable GuardDuty, in each Region.',
    cli: `aws guardduty list-detectors --region REGION
aws guardduty create-detector --enable --region REGION
# where there is one that is suspended:
aws guardduty update-detector --enable --detector-id DETECTOR --region REGION`,
    terraform: `resource "aws_guardduty_detector" "this" {
  enable = true
}`,
  },

  evaluates: accountInEachRegion,
  needs: { detectors },

  evaluate(_account, { read, detectors: seen }) {
    if (read.some(seen, ({ isOn }) => read(isOn))) return pass('GuardDuty is on');
    return seen.items.length > 0
      ? fail('GuardDuty is suspended')
      : fail('GuardDuty was never turned on in this Region');
  },
});
