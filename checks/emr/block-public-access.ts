import { subsetOf } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import { blockPublicAccess } from '../../src/collectors/emr/block-public-access.ts';

export default defineCheck({
  id: 'emr-block-public-access',
  title: 'EMR refuses clusters that the internet may reach, but for SSH',
  severity: 'critical',
  responsibility: 'emr.network-configuration',
  controls: { 'aws-fsbp': { 'EMR.2': subsetOf('Regions without a cluster are not judged') } },
  why: 'A security group that is open to everyone hands the web interfaces of a cluster, and with them its data, to the internet.',
  fix: 'Turn on block public access, with no port but 22 excepted; better with none.',
  link: 'https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-block-public-access.html',
  remedy: {
    console:
      'EMR, Block public access, Edit, in each Region. Clusters that run are not touched; new ones with an open group do not start.',
    cli: `aws emr put-block-public-access-configuration --block-public-access-configuration \\
  'BlockPublicSecurityGroupRules=true,PermittedPublicSecurityGroupRuleRanges=[]'`,
    terraform: `resource "aws_emr_block_public_access_configuration" "this" {
  block_public_security_group_rules = true
}`,
  },

  evaluates: blockPublicAccess,

  evaluate({ blocking }, { read }) {
    const { isOn, ports } = read(blocking);
    if (!isOn) return fail('public access is not blocked');
    const open = ports.filter(({ from, to }) => from !== 22 || to !== 22);
    if (open.length === 0) return pass('public access is blocked');
    const named = open.map(({ from, to }) => (from === to ? `${from}` : `${from} to ${to}`));
    return fail(`public access is let through on ports ${named.join(', ')}`);
  },
});
