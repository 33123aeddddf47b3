import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import { clusters } from '../../src/collectors/redshift/clusters.ts';

export default defineCheck({
  id: 'redshift-cluster-not-public',
  title: 'The Redshift cluster has no public endpoint',
  severity: 'critical',
  responsibility: 'redshift.network-configuration',
  controls: { 'aws-fsbp': { 'Redshift.1': equal } },
  why: 'A public endpoint leaves the security group as the only barrier between the internet and the login of the warehouse.',
  fix: 'Turn public access off, and let clients in through the VPC or a VPN. Clients that come by the public address lose their connection.',
  link: 'https://docs.aws.amazon.com/redshift/latest/mgmt/managing-clusters-vpc.html',
  remedy: {
    cli: 'aws redshift modify-cluster --cluster-identifier CLUSTER --no-publicly-accessible',
  },

  evaluates: clusters,

  evaluate: (cluster, { read }) =>
    read(cluster.publiclyAccessible)
      ? fail('PubliclyAccessible is true')
      : pass('PubliclyAccessible is false'),
});
