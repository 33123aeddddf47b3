import { supersetOf } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { launchTemplates } from '../../src/collectors/ec2/launch-templates.ts';
import { judgeVersions } from '../../src/reasoning/launch-versions.ts';

export default defineCheck({
  id: 'ec2-launch-template-no-public-ip',
  title: 'The launch template gives its instances no public addresses',
  severity: 'high',
  responsibility: 'ec2.network-configuration',
  controls: { 'aws-fsbp': { 'EC2.25': supersetOf('the latest version is judged too') } },
  why: 'Whatever a group scales up from the template is on the Internet at once, however private the subnet was meant to be.',
  fix: 'Make a version of the template without public addresses, make it the default one, and put a load balancer in front of what serves the Internet.',
  link: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/manage-launch-template-versions.html',
  remedy: {
    console:
      'EC2, Launch templates, the template, Actions, Modify template (create new version), Advanced network configuration, Auto-assign public IP Disable; then Set default version.',
    cli: `# instances that run stay as they are; what names another version than the default must be changed too
aws ec2 describe-launch-template-versions --launch-template-id TEMPLATE --versions '$Default'
# all interfaces of the version again, with AssociatePublicIpAddress false
aws ec2 create-launch-template-version --launch-template-id TEMPLATE --source-version '$Default' \\
  --launch-template-data '{"NetworkInterfaces":[{"DeviceIndex":0,"AssociatePublicIpAddress":false,"Groups":["GROUP"]}]}'
aws ec2 modify-launch-template --launch-template-id TEMPLATE --default-version NEW_VERSION`,
    terraform: `resource "aws_launch_template" "this" {
  update_default_version = true
  network_interfaces {
    associate_public_ip_address = false
    # …
  }
}`,
  },

  evaluates: launchTemplates,

  evaluate(template, { read }) {
    return judgeVersions(
      template,
      read,
      ({ publicAddresses }) =>
        read(publicAddresses).includes(true) ? ['gives public addresses'] : [],
      'no version in use gives public addresses; where it says nothing, the subnet decides',
    );
  },
});
