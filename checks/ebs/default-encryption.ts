import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import { ebsDefaults } from '../../src/collectors/ec2/ebs-defaults.ts';

export default defineCheck({
  id: 'ebs-default-encryption',
  title: 'New EBS volumes of the Region are encrypted by default',
  severity: 'medium',
  responsibility: 'ebs.server-side-encryption-at-rest',
  controls: {
    'cis-aws-5.0': { '5.1.1': equal },
    'cis-aws-6.0': { '6.1.1': equal },
    'cis-aws-7.0': { '6.1.1': equal },
    'aws-fsbp': { 'EC2.7': equal },
  },
  why: 'With the default on, nobody can forget to encrypt a new volume or snapshot copy; it costs nothing and needs no change to what uses them.',
  fix: 'Turn on encryption by default in the EBS settings of the Region, and replace existing volumes that are not encrypted: the setting leaves them as they are.',
  link: 'https://docs.aws.amazon.com/ebs/latest/userguide/encryption-by-default.html',
  remedy: {
    console:
      'EC2, Settings, Data protection and security, EBS encryption, Manage, Enable; in each Region.',
    cli: 'aws ec2 enable-ebs-encryption-by-default --region REGION',
    terraform: `resource "aws_ebs_encryption_by_default" "this" {
  enabled = true
}`,
  },

  evaluates: ebsDefaults,

  evaluate({ region, encryptsNewVolumes }, { read }) {
    return read(encryptsNewVolumes)
      ? pass(`encryption by default is on in ${region}`)
      : fail(`encryption by default is off in ${region}`);
  },
});
