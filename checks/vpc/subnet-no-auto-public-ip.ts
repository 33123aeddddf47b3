import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { failWhen } from '../../src/judge/fail-when.ts';
import { subnets } from '../../src/collectors/ec2/vpcs.ts';

export default defineCheck({
  id: 'vpc-subnet-no-auto-public-ip',
  title: 'The subnet gives no public addresses by itself',
  severity: 'medium',
  responsibility: 'vpc.network-configuration',
  controls: { 'aws-fsbp': { 'EC2.15': equal } },
  why: 'Where a subnet hands out public addresses, whatever is launched into it is on the Internet without anybody having decided it.',
  fix: 'Turn the automatic addresses of the subnet off, and give what must be public an Elastic IP or a load balancer.',
  link: 'https://docs.aws.amazon.com/vpc/latest/userguide/subnet-public-ip.html',
  remedy: {
    console:
      'VPC, Subnets, the subnet, Actions, Edit subnet settings: no auto-assign of public IPv4 and of IPv6 addresses.',
    cli: `# instances keep the addresses that they have
aws ec2 modify-subnet-attribute --subnet-id SUBNET --no-map-public-ip-on-launch
aws ec2 modify-subnet-attribute --subnet-id SUBNET --no-assign-ipv6-address-on-creation`,
    terraform: `resource "aws_subnet" "this" {
  map_public_ip_on_launch         = false
  assign_ipv6_address_on_creation = false
  # …
}`,
  },

  evaluates: subnets,

  evaluate({ givesPublicIpv4, givesIpv6 }, { read }) {
    return failWhen(
      {
        'it gives public IPv4 addresses to what is launched into it': () => read(givesPublicIpv4),
        'it gives IPv6 addresses to what is launched into it': () => read(givesIpv6),
      },
      'it gives no public addresses by itself',
    );
  },
});
