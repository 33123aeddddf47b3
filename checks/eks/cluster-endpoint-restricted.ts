import { equalWith, subsetOf } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import { eksClusters } from '../../src/collectors/eks/clusters.ts';
import { gradeSources } from '../../src/network/internet.ts';
import { listed } from '../../src/policy/text.ts';

const words = { ipv4: 'IPv4', ipv6: 'IPv6' } as const;

export default defineCheck({
  id: 'eks-cluster-endpoint-restricted',
  title: 'The Kubernetes API of the cluster is private, or open to known networks alone',
  severity: 'high',
  responsibility: 'eks.network-configuration',
  controls: {
    'aws-fsbp': {
      'EKS.1': equalWith(
        { allowKnownNetworks: false },
        subsetOf('known networks may reach the endpoint unless allowKnownNetworks is false'),
      ),
    },
  },
  why: 'New clusters have an endpoint that the whole Internet reaches: then a stolen credential, or a flaw of the API server, is enough to take the cluster.',
  fix: 'Turn the private endpoint on and the public one off, or limit the public one to the networks of your administrators and pipelines.',
  link: 'https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html',
  remedy: {
    console: 'EKS, Clusters, the cluster, Networking, Manage endpoint access.',
    cli: `# nodes and administrators need a way to the private endpoint, or to be among the networks
aws eks update-cluster-config --name CLUSTER --resources-vpc-config \\
  endpointPrivateAccess=true,endpointPublicAccess=true,publicAccessCidrs=203.0.113.0/24`,
    terraform: `resource "aws_eks_cluster" "this" {
  vpc_config {
    endpoint_private_access = true
    endpoint_public_access  = false
    # …
  }
  # …
}`,
  },

  evaluates: eksClusters,
  params: { allowKnownNetworks: true },
  meanings: {
    allowKnownNetworks: 'whether a public endpoint may be open to networks that are named',
  },

  evaluate({ endpoint }, { read, params }) {
    const { isPublic, cidrs } = read(endpoint);
    if (!isPublic) return pass('the endpoint is private');
    for (const family of ['ipv4', 'ipv6'] as const) {
      const { grade } = gradeSources(cidrs, family);
      if (grade === 'open') return fail(`the whole Internet (${words[family]}) reaches it`);
      if (grade === 'wide') {
        return fail(`a large part of the Internet (${words[family]}) reaches it: ${listed(cidrs)}`);
      }
    }
    const reason = `the endpoint is public, for ${listed(cidrs)} alone`;
    return params.allowKnownNetworks ? pass(reason) : fail(reason);
  },
});
