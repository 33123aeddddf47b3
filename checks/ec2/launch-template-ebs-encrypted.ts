import { supersetOf } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { ebsDefaults } from '../../src/collectors/ec2/ebs-defaults.ts';
import { launchTemplates } from '../../src/collectors/ec2/launch-templates.ts';
import { ifKnown } from '../../src/observe/if-known.ts';
import { judgeVersions } from '../../src/reasoning/launch-versions.ts';

export default defineCheck({
  id: 'ec2-launch-template-ebs-encrypted',
  title: 'The launch template asks for no volume without encryption',
  severity: 'medium',
  responsibility: 'ec2.server-side-encryption-at-rest',
  controls: { 'aws-fsbp': { 'EC2.181': supersetOf('the latest version is judged too') } },
  why: 'Every instance from the template gets the volumes that it asks for; data on them rests unencrypted, and so do their snapshots.',
  fix: 'Make a version of the template whose volumes are encrypted, make it the default one, and turn on encryption by default in the Region.',
  link: 'https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html',
  remedy: {
    console:
      'EC2, Launch templates, the template, Actions, Modify template (create new version), Storage, the volume, Encrypted Yes; then Set default version.',
    cli: `# instances that run stay as they are; what names another version than the default must be changed too
aws ec2 create-launch-template-version --launch-template-id TEMPLATE --source-version '$Default' \\
  --launch-template-data '{"BlockDeviceMappings":[{"DeviceName":"DEVICE","Ebs":{"Encrypted":true}}]}'
aws ec2 modify-launch-template --launch-template-id TEMPLATE --default-version NEW_VERSION`,
    terraform: `resource "aws_launch_template" "this" {
  update_default_version = true
  block_device_mappings {
    device_name = "/dev/xvda"
    ebs {
      encrypted = "true"
    }
  }
  # …
}`,
  },

  evaluates: launchTemplates,
  needs: { defaults: ebsDefaults },

  evaluate(template, { read, defaults }) {
    const isDefault = ifKnown(() =>
      defaults.items.some(({ encryptsNewVolumes }) => read(encryptsNewVolumes)),
    );
    const verdict = judgeVersions(
      template,
      read,
      ({ volumes }) =>
        read(volumes).flatMap(({ device, encrypted }) =>
          encrypted === false ? [`asks for ${device} without encryption`] : [],
        ),
      'no version in use asks for a volume without encryption',
    );
    if (verdict.outcome === 'fail' && isDefault === true) {
      const reason = 'the Region encrypts it all the same, as long as that is its default';
      return {
        ...verdict,
        reasons: [...verdict.reasons, reason],
        severity: { is: 'low', because: 'the Region encrypts new volumes by default' },
      };
    }
    if (verdict.outcome !== 'pass' || isDefault === true) return verdict;
    const reason = 'a volume of which it says nothing is encrypted where its snapshot is';
    return { ...verdict, reasons: [...verdict.reasons, reason] };
  },
});
