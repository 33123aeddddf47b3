import { intersectsWith } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { metadataDefaults } from '../../src/collectors/ec2/metadata-defaults.ts';
import { launchTemplates } from '../../src/collectors/ec2/launch-templates.ts';
import { ifKnown } from '../../src/observe/if-known.ts';
import { judgeVersions } from '../../src/reasoning/launch-versions.ts';

export default defineCheck({
  id: 'ec2-launch-template-imdsv2',
  title: 'The launch template starts instances that accept IMDSv2 only',
  severity: 'low',
  responsibility: 'ec2.os-configuration-and-host-firewall',
  controls: {
    'aws-fsbp': {
      'EC2.170': intersectsWith(
        'the latest version is judged too, and the default of the account counts where a version leaves it open',
      ),
    },
  },
  why: 'Each instance from the template repeats what it says: with IMDSv1 a single forged request reads the credentials of the role.',
  fix: 'Make a version of the template that requires tokens, and make it the default one.',
  link: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/manage-launch-template-versions.html',
  remedy: {
    console:
      'EC2, Launch templates, the template, Actions, Modify template (create new version), Advanced details, Metadata version V2 only; then Set default version.',
    cli: `# instances that run stay as they are; what names another version than the default must be changed too
aws ec2 create-launch-template-version --launch-template-id TEMPLATE --source-version '$Default' \\
  --launch-template-data '{"MetadataOptions":{"HttpTokens":"required"}}'
aws ec2 modify-launch-template --launch-template-id TEMPLATE --default-version NEW_VERSION`,
    terraform: `resource "aws_launch_template" "this" {
  update_default_version = true
  metadata_options {
    http_tokens = "required"
  }
  # …
}`,
  },

  evaluates: launchTemplates,
  needs: { defaults: metadataDefaults },

  evaluate(template, { read, defaults: all }) {
    const isDefault = () =>
      all.items.some(({ defaults }) => {
        const { tokens, isEnforced } = read(defaults);
        return tokens === 'required' || isEnforced;
      });
    const verdict = judgeVersions(
      template,
      read,
      ({ metadata }) => {
        const { tokens, isOn } = read(metadata);
        if (tokens === 'required' || !isOn) return [];
        if (tokens === 'optional') return ['makes tokens optional'];
        return isDefault()
          ? []
          : ['says nothing of tokens, and neither does the account: the image decides'];
      },
      'tokens are required',
    );
    const isLeftOpen = ifKnown(() =>
      template.versions.some(({ metadata }) => {
        const { tokens, isOn } = read(metadata);
        return tokens === null && isOn;
      }),
    );
    if (verdict.outcome !== 'pass' || isLeftOpen !== true) return verdict;
    const reason = 'by the default of the account, where the template leaves it open';
    return { ...verdict, reasons: [...verdict.reasons, reason] };
  },
});
