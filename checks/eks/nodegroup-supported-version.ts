import { supersetOf } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { failFor } from '../../src/judge/fail-when.ts';
import { nodegroups } from '../../src/collectors/eks/nodegroups.ts';
import { kubernetesVersions } from '../../src/collectors/eks/versions.ts';
import { listed, shortName } from '../../src/policy/text.ts';
import { minorsBehind, supportOf } from '../../src/reasoning/kubernetes-support.ts';

/** How many minor versions nodes may lag behind the control plane: Kubernetes, "Version Skew Policy". */
const mostBehind = 3;

export default defineCheck({
  id: 'eks-nodegroup-supported-version',
  title: 'Nodes of the group run a supported version, healthy and not behind the control plane',
  severity: 'high',
  responsibility: 'eks.guest-os',
  controls: {
    'aws-fsbp': {
      'EKS.9': supersetOf('it asks for the distance to the control plane and for health'),
    },
  },
  why: 'The customer starts the updates of node groups: nodes of a version without support get no patches, and those far behind the control plane stop working with it.',
  fix: 'Update the node group to the version of its cluster, which replaces its nodes one after the other, and mend what EKS reports of its health.',
  link: 'https://docs.aws.amazon.com/eks/latest/userguide/update-managed-node-group.html',
  remedy: {
    console: 'EKS, Clusters, the cluster, Compute, Node groups, Update now.',
    cli: `# drains and replaces the nodes, as far as disruption budgets let it
aws eks update-nodegroup-version --cluster-name CLUSTER --nodegroup-name GROUP`,
    terraform: `resource "aws_eks_node_group" "this" {
  version = aws_eks_cluster.this.version
  # …
}`,
  },

  evaluates: nodegroups,
  needs: { versions: kubernetesVersions },
  params: { allowExtendedSupport: false },
  meanings: { allowExtendedSupport: 'whether a version in extended support is enough' },

  evaluate(group, { read, now, versions, params }) {
    const good = params.allowExtendedSupport
      ? ['STANDARD_SUPPORT', 'EXTENDED_SUPPORT']
      : ['STANDARD_SUPPORT'];
    return failFor(
      [
        () => {
          const version = read(group.version);
          const { support, notes } = supportOf(version, versions, { read, now });
          const isGood = good.includes(support);
          return isGood ? [] : [`Kubernetes ${shortName(version)} is out of support`, ...notes];
        },
        () => {
          const own = read(group.version);
          const behind = minorsBehind(read(group.clusterVersion) ?? own, own) ?? 0;
          return behind > mostBehind ? [`nodes are ${behind} minor versions behind`] : [];
        },
        () => {
          const issues = read(group.issues);
          return issues.length > 0 ? [`EKS reports of its health: ${listed(issues)}`] : [];
        },
      ],
      'the version is supported and near that of the control plane, and the group is healthy',
    );
  },
});
