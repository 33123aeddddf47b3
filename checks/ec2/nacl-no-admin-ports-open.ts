import { equalWith, subsetOf, supersetOf } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, notApplicable, pass } from '../../src/judge/verdict.ts';
import { networkAcls } from '../../src/collectors/ec2/network-acls.ts';
import { bothFamilies, cannotTell } from '../../src/reasoning/exposure/group.ts';
import { ifKnown } from '../../src/observe/if-known.ts';
import { all } from '../../src/observe/logic.ts';
import { portsLetIn } from '../../src/network/network-acl.ts';
import type { PortQuery } from '../../src/network/exposure.ts';
import {
  describePorts,
  describeQueries,
  parsePorts,
  portItems,
} from '../../src/network/port-names.ts';

const cis = equalWith(
  { strict: true },
  subsetOf('a default network ACL that no subnet uses is not judged'),
);

export default defineCheck({
  id: 'ec2-nacl-no-admin-ports-open',
  title: 'The network ACL lets the Internet reach no port for administration',
  severity: 'medium',
  responsibility: 'ec2.network-configuration',
  controls: {
    'cis-aws-5.0': { '5.2': cis },
    'cis-aws-6.0': { '6.2': cis },
    'cis-aws-7.0': { '6.2': cis },
    'aws-fsbp': {
      'EC2.21': supersetOf('default network ACLs in use, and UDP, are judged as well'),
    },
  },
  why: 'The network ACL of a subnet still stands where a security group is opened by mistake; one that lets everybody at ports for administration does not.',
  fix: 'Add a deny rule for the port with a number lower than the allow rule, or narrow the allow rule to the networks that need it.',
  link: 'https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html',
  remedy: {
    console:
      'VPC, Network ACLs, the ACL, Inbound rules, Edit inbound rules: a Deny with a lower number, or a narrower source.',
    cli: `aws ec2 create-network-acl-entry --network-acl-id ACL --ingress --rule-number 90 \\
  --protocol tcp --port-range From=22,To=22 --cidr-block 0.0.0.0/0 --rule-action deny`,
    terraform: `resource "aws_network_acl_rule" "no_ssh" {
  network_acl_id = aws_network_acl.this.id
  rule_number    = 90
  protocol       = "tcp"
  rule_action    = "deny"
  cidr_block     = "0.0.0.0/0"
  from_port      = 22
  to_port        = 22
}`,
  },

  evaluates: networkAcls,
  // Every VPC has a default ACL, which allows everything: without a subnet it is judged in strict mode only.
  params: { ports: ['22', '3389'], strict: false },
  meanings: {
    ports: 'the ports for administration, over TCP and UDP',
    strict: 'whether a default network ACL that no subnet uses is judged too',
  },
  items: { ports: portItems },

  evaluate(acl, { read, params }) {
    const ports = parsePorts(params.ports);
    if (ports.length === 0) return notApplicable('no ports are asked for');
    const hasSubnets = () => read(acl.subnetIds).length > 0;
    const isUnusedDefault = () =>
      all(
        () => read(acl.isDefault),
        () => !hasSubnets(),
      );
    if (!params.strict && isUnusedDefault()) {
      return notApplicable('it is a default network ACL that no subnet uses');
    }
    const entries = read(acl.entries);
    const queries = bothFamilies.map((family): PortQuery => ({
      family,
      protocols: ['tcp', 'udp'],
      ports,
    }));
    const exposures = queries.map((query) => portsLetIn(entries, query));
    const open = exposures.flatMap((exposure) => exposure.open);
    if (open.length > 0) {
      const reasons = open.map(
        (each) => `${each.sources.join(', ')} allows ${describePorts(each)}`,
      );
      if (ifKnown(hasSubnets) !== false) return fail(...reasons);
      return {
        ...fail(...reasons, 'no subnet uses it now'),
        severity: { is: 'low', because: 'no subnet uses it' },
        latent: true,
      };
    }
    if (exposures.some(({ undecided }) => undecided.length > 0)) cannotTell({ read }, acl.legible);
    return pass(`what it allows leaves closed to the Internet: ${describeQueries(queries)}`);
  },
});
