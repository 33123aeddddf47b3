import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { interfaceIds } from '../../src/judge/items.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import { instances } from '../../src/collectors/ec2/instances.ts';
import { listOf } from '../../src/text/list-of.ts';

const none: readonly string[] = [];

export default defineCheck({
  id: 'ec2-instance-one-interface',
  title: 'The instance has one network interface',
  severity: 'low',
  responsibility: 'ec2.network-configuration',
  controls: { 'aws-fsbp': { 'EC2.17': equal } },
  why: 'An instance with interfaces in several subnets is a bridge between them, past the routes and network ACLs that keep them apart.',
  fix: 'Detach the interfaces that the instance does not need, or name the instance in the parameters where it is meant to stand in several networks.',
  link: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-eni.html',
  remedy: {
    console: 'EC2, Network interfaces, the interface, Actions, Detach.',
    cli: `# connections through the interface end
aws ec2 detach-network-interface --attachment-id ATTACHMENT`,
  },

  evaluates: instances,
  params: { allowed: none },
  meanings: { allowed: 'ids of network interfaces that do not count: eni-0123456789abcdef0' },
  items: { allowed: interfaceIds },

  evaluate({ interfaceIds }, { read, params }) {
    const counted = read(interfaceIds).filter((id) => !params.allowed.includes(id));
    return counted.length > 1
      ? fail(`it has ${counted.length} network interfaces: ${listOf(counted)}`)
      : pass('it has no more than one network interface that counts');
  },
});
