import { defineCheck } from '../../src/judge/define-check.ts';
import { servesNist } from '../../src/frameworks/serves-nist.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import { metadataDefaults } from '../../src/collectors/ec2/metadata-defaults.ts';

export default defineCheck({
  id: 'ec2-account-imdsv2-default',
  title: 'New instances of the Region accept IMDSv2 only unless their launch says otherwise',
  severity: 'medium',
  responsibility: 'ec2.os-configuration-and-host-firewall',
  controls: {
    'nist-800-53-r5': servesNist('metadata hands out credentials', 'AC-3', 'AC-6', 'CM-6'),
  },
  why: 'Launches that say nothing of metadata, by hand or by old scripts, take the default of the account; without one the image decides.',
  fix: 'Set the default of the account to IMDSv2 required in every Region, and change existing instances one by one: the default leaves them as they are.',
  link: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-IMDS-new-instances.html',
  remedy: {
    console:
      'EC2, Settings, Data protection and security, IMDS defaults, Manage: Metadata version V2 only; in each Region.',
    cli: `# software that cannot use tokens fails on instances that are launched from then on
aws ec2 modify-instance-metadata-defaults --http-tokens required --region REGION`,
    terraform: `resource "aws_ec2_instance_metadata_defaults" "this" {
  http_tokens = "required"
}`,
  },

  evaluates: metadataDefaults,

  evaluate({ region, defaults }, { read }) {
    const { tokens, isEnforced } = read(defaults);
    if (isEnforced) return pass(`launches that do not require tokens are refused in ${region}`);
    if (tokens === null) return fail(`the account has no default in ${region}: the image decides`);
    if (tokens === 'optional') return fail(`the default in ${region} is that tokens are optional`);
    return pass(`the default in ${region} is that tokens are required`);
  },
});
