import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { tags } from '../../src/judge/items.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import { instances } from '../../src/collectors/ec2/instances.ts';
import { listOf } from '../../src/text/list-of.ts';

const noTags: readonly string[] = [];

export default defineCheck({
  id: 'ec2-instance-no-public-ip',
  title: 'The instance has no public IPv4 address, unless a tag says that it is meant to',
  severity: 'high',
  responsibility: 'ec2.network-configuration',
  controls: { 'aws-fsbp': { 'EC2.9': equal } },
  why: 'A public address puts every open port of the instance, and every mistake in a security group, in reach of the whole Internet.',
  fix: 'Put the instance behind a load balancer or a NAT gateway, administer it with Systems Manager Session Manager, and take its public address away.',
  link: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-instance-addressing.html',
  remedy: {
    console:
      'An Elastic IP: EC2, Elastic IPs, the address, Actions, Disassociate. Another public address: EC2, Instances, the instance, Actions, Networking, Manage IP addresses, the interface, no Auto-assign public IP.',
    cli: `# connections to the address end, and another Elastic IP is not the same address
aws ec2 disassociate-address --association-id ASSOCIATION
aws ec2 modify-network-interface-attribute --network-interface-id INTERFACE --no-associate-public-ip-address`,
  },

  evaluates: instances,
  params: { declaredBy: noTags },
  meanings: {
    declaredBy: 'tags, as Key=Value, of instances that are meant to have public addresses',
  },
  items: { declaredBy: tags },

  evaluate({ publicIpv4, tags }, { read, params }) {
    const addresses = read(publicIpv4);
    if (addresses.length === 0) return pass('it has no public IPv4 address');
    const has = `it has the public address ${listOf(addresses)}`;
    const declaration = params.declaredBy.find((tag) => read(tags).includes(tag));
    return declaration === undefined ? fail(has) : pass(has, `declared by its tag ${declaration}`);
  },
});
