import { supersetOf } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { interfaceIds } from '../../src/judge/items.ts';
import { fail, notApplicable, pass } from '../../src/judge/verdict.ts';
import { networkInterfaces } from '../../src/collectors/ec2/network-interfaces.ts';

const none: readonly string[] = [];

export default defineCheck({
  id: 'vpc-interface-source-dest-check',
  title: 'The network interface drops what is neither from nor for its own addresses',
  severity: 'medium',
  responsibility: 'vpc.network-configuration',
  controls: {
    'aws-fsbp': {
      'EC2.180': supersetOf('every kind of interface is judged that no service of AWS runs'),
    },
  },
  why: 'Without the check an instance can send under the addresses of others and forward traffic between networks that routes keep apart.',
  fix: 'Turn the check on, except for instances that route by design, such as firewalls and NAT instances; better replace the latter by NAT gateways.',
  link: 'https://docs.aws.amazon.com/vpc/latest/userguide/work-with-nat-instances.html',
  remedy: {
    console: 'EC2, Network interfaces, the interface, Actions, Change source/dest. check, Enable.',
    cli: `# an instance that routes for others stops to do so
aws ec2 modify-network-interface-attribute --network-interface-id INTERFACE --source-dest-check`,
    terraform: `resource "aws_network_interface" "this" {
  source_dest_check = true
  # …
}`,
  },

  evaluates: networkInterfaces,
  params: { routers: none },
  meanings: { routers: 'ids of the interfaces that route by design: eni-0123456789abcdef0' },
  items: { routers: interfaceIds },

  evaluate({ interfaceId, checksSourceAndDestination }, { read, params }) {
    if (params.routers.includes(interfaceId)) return notApplicable('it routes by design');
    return read(checksSourceAndDestination)
      ? pass('source and destination are checked')
      : fail('source and destination are not checked');
  },
});
