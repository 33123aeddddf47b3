import { equal } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { among } from '../../src/judge/items.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import { eksClusters } from '../../src/collectors/eks/clusters.ts';
import { listed } from '../../src/policy/text.ts';

const audit: readonly string[] = ['audit'];

export default defineCheck({
  id: 'eks-cluster-audit-logging',
  title: 'The control plane of the cluster writes its audit log',
  severity: 'medium',
  responsibility: 'eks.logging-and-monitoring',
  controls: { 'aws-fsbp': { 'EKS.8': equal } },
  why: 'The audit log alone says who did what in the cluster; it is off in a new one, and cannot be had afterwards.',
  fix: 'Turn the audit log on, which goes to CloudWatch Logs and is charged there, and set how long the group keeps it.',
  link: 'https://docs.aws.amazon.com/eks/latest/userguide/control-plane-logs.html',
  remedy: {
    console: 'EKS, Clusters, the cluster, Observability, Control plane logs, Manage logging.',
    cli: `aws eks update-cluster-config --name CLUSTER \\
  --logging '{"clusterLogging":[{"types":["audit","api","authenticator"],"enabled":true}]}'`,
    terraform: `resource "aws_eks_cluster" "this" {
  enabled_cluster_log_types = ["audit", "api", "authenticator"]
  # …
}`,
  },

  evaluates: eksClusters,
  params: { types: audit },
  meanings: {
    types: 'logs that must be on: api, audit, authenticator, controllerManager, scheduler',
  },
  items: { types: among(['api', 'audit', 'authenticator', 'controllerManager', 'scheduler']) },

  evaluate({ logs }, { read, params }) {
    const on = new Set<string>(read(logs));
    const missing = params.types.filter((type) => !on.has(type));
    return missing.length > 0
      ? fail(`not written: ${listed(missing)}`)
      : pass(`written: ${listed([...on])}`);
  },
});
