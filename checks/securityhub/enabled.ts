import { equal } from '../../src/frameworks/relation.ts';
import { servesNist } from '../../src/frameworks/serves-nist.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import { hubs } from '../../src/collectors/security-hub/hubs.ts';

export default defineCheck({
  id: 'securityhub-enabled',
  title: 'Security Hub CSPM is on in the Region, with at least one standard',
  severity: 'medium',
  responsibility: 'security-hub.logging-and-monitoring',
  controls: {
    'cis-aws-5.0': { '4.16': equal },
    'cis-aws-6.0': { '5.16': equal },
    'cis-aws-7.0': { '5.16': equal },
    'nist-800-53-r5': servesNist('a hub of findings is one part of watching', 'CA-7', 'SI-4'),
  },
  why: 'Between two scans somebody changes something: Security Hub checks each change within hours, and brings findings of other services to one place.',
  fix: 'Turn Security Hub CSPM on in every enabled Region with a standard, such as AWS Foundational Security Best Practices; it needs AWS Config. In an organization its administrator does it for all accounts.',
  link: 'https://docs.aws.amazon.com/securityhub/latest/userguide/securityhub-settingup.html',
  remedy: {
    console: 'Security Hub CSPM, Go to Security Hub CSPM, the standards, Enable, in each Region.',
    cli: `aws securityhub enable-security-hub --enable-default-standards --region REGION
# where it is on without a standard:
aws securityhub batch-enable-standards --region REGION --standards-subscription-requests \\
  StandardsArn=arn:aws:securityhub:REGION::standards/aws-foundational-security-best-practices/v/1.0.0`,
    terraform: `resource "aws_securityhub_account" "this" {
  enable_default_standards = true
}`,
  },

  evaluates: hubs,

  evaluate(account, { read }) {
    if (!read(account.isOn)) return fail('Security Hub CSPM is off');
    const standards = read(account.standards);
    const checking = standards.filter(({ status }) => ['READY', 'INCOMPLETE'].includes(status));
    if (checking.length > 0) {
      return pass(...checking.map(({ name, status }) => `standard ${name} is ${status}`));
    }
    return fail(
      'Security Hub CSPM is on, and checks by no standard',
      ...standards.map(({ name, status }) => `standard ${name} is ${status}`),
    );
  },
});
