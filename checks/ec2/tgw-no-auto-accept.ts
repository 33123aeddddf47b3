import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import { transitGateways } from '../../src/collectors/ec2/transit-gateways.ts';

export default defineCheck({
  id: 'ec2-tgw-no-auto-accept',
  title:
    'The transit gateway lets somebody look at attachments of other accounts before it accepts them',
  severity: 'high',
  responsibility: 'ec2.network-configuration',
  controls: { 'aws-fsbp': { 'EC2.23': equal } },
  why: 'Every account that the gateway is shared with can then join its VPCs to the network, unseen by whoever runs it.',
  fix: 'Turn automatic acceptance off, and accept the attachments that you know.',
  link: 'https://docs.aws.amazon.com/vpc/latest/tgw/tgw-transit-gateways.html',
  remedy: {
    console:
      'VPC, Transit gateways, the gateway, Actions, Modify transit gateway: no Auto accept shared attachments.',
    cli: `# attachments that are there stay
aws ec2 modify-transit-gateway --transit-gateway-id GATEWAY --options AutoAcceptSharedAttachments=disable`,
    terraform: `resource "aws_ec2_transit_gateway" "this" {
  auto_accept_shared_attachments = "disable"
}`,
  },

  evaluates: transitGateways,

  evaluate({ acceptsByItself }, { read }) {
    return read(acceptsByItself)
      ? fail('attachments of other accounts are accepted by themselves')
      : pass('attachments of other accounts wait to be accepted');
  },
});
