import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import { eksClusters } from '../../src/collectors/eks/clusters.ts';
import { kubernetesVersions } from '../../src/collectors/eks/versions.ts';
import { shortName } from '../../src/policy/text.ts';
import { supportOf } from '../../src/reasoning/kubernetes-support.ts';

const words = {
  STANDARD_SUPPORT: 'in standard support',
  EXTENDED_SUPPORT: 'in extended support, which ends and is charged',
  UNSUPPORTED: 'no longer supported',
} as const;

export default defineCheck({
  id: 'eks-cluster-supported-version',
  title: 'The cluster runs a version of Kubernetes that is in standard support',
  severity: 'high',
  responsibility: 'eks.service-software-and-engine-patching',
  controls: { 'aws-fsbp': { 'EKS.2': equal } },
  why: 'AWS patches the control plane within a version, and the customer starts the upgrade to the next: past its support AWS upgrades the cluster when it likes.',
  fix: 'Upgrade the cluster one minor version at a time, with its add-ons and nodes, after EKS upgrade insights show no blocker. An upgrade cannot be taken back.',
  link: 'https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html',
  remedy: {
    console: 'EKS, Clusters, the cluster, Upgrade insights; then Upgrade version.',
    cli: `aws eks list-insights --cluster-name CLUSTER
aws eks update-cluster-version --name CLUSTER --kubernetes-version VERSION`,
    terraform: `resource "aws_eks_cluster" "this" {
  version = "VERSION"
  # …
}`,
  },

  evaluates: eksClusters,
  needs: { versions: kubernetesVersions },
  params: { allowExtendedSupport: false },
  meanings: { allowExtendedSupport: 'whether a version in extended support is enough' },

  evaluate({ version }, { read, now, versions, params }) {
    const own = read(version);
    const { support, notes } = supportOf(own, versions, { read, now });
    const reasons = [`Kubernetes ${shortName(own)} is ${words[support]}`, ...notes];
    const isEnough =
      support === 'STANDARD_SUPPORT' ||
      (support === 'EXTENDED_SUPPORT' && params.allowExtendedSupport);
    return isEnough ? pass(...reasons) : fail(...reasons);
  },
});
