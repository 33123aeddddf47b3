import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import { domains } from '../../src/collectors/opensearch/domains.ts';

export default defineCheck({
  id: 'opensearch-domain-in-vpc',
  title: 'The OpenSearch domain is in a VPC',
  severity: 'critical',
  responsibility: 'opensearch.network-configuration',
  controls: { 'aws-fsbp': { 'Opensearch.2': equal } },
  why: 'A public endpoint leaves the access policy as the only barrier between the internet and all that is indexed.',
  fix: 'Make a new domain in a VPC, restore a snapshot into it, and move the clients there. A domain with a public endpoint cannot be moved into a VPC.',
  link: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/vpc.html',
  remedy: {
    cli: `# takes the settings of the old domain beside these; then restore a snapshot by the API of OpenSearch itself
aws opensearch create-domain --domain-name NEW_DOMAIN --engine-version VERSION \\
  --vpc-options SubnetIds=SUBNETS,SecurityGroupIds=SECURITY_GROUPS \\
  --encryption-at-rest-options Enabled=true --node-to-node-encryption-options Enabled=true`,
  },

  evaluates: domains,

  evaluate: (domain, { read }) =>
    read(domain.isInVpc)
      ? pass('the domain is in a VPC')
      : fail('the domain has a public endpoint'),
});
