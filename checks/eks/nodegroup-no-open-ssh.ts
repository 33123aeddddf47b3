import { servesNist } from '../../src/frameworks/serves-nist.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, notApplicable, pass } from '../../src/judge/verdict.ts';
import { nodegroups } from '../../src/collectors/eks/nodegroups.ts';

export default defineCheck({
  id: 'eks-nodegroup-no-open-ssh',
  title: 'The node group does not open remote access to the Internet',
  severity: 'high',
  responsibility: 'eks.os-configuration-and-host-firewall',
  controls: {
    'nist-800-53-r5': servesNist(
      'nodes are one kind of host that is reached from afar',
      'AC-17',
      'SC-7',
    ),
  },
  why: 'With an SSH key and no source security groups EKS opens port 22 of each node, or 3389 on Windows, to everyone.',
  fix: 'Make the node group anew without remote access, and reach nodes by Systems Manager; or name the security groups from which access is needed.',
  link: 'https://docs.aws.amazon.com/eks/latest/userguide/create-managed-node-group.html',
  remedy: {
    console: 'EKS, Clusters, the cluster, Compute, Add node group; then delete the old one.',
    cli: `# remote access of a group cannot be changed: pods move to the new nodes when the old group is deleted
aws eks create-nodegroup --cluster-name CLUSTER --nodegroup-name NEW --subnets SUBNET --node-role ROLE_ARN
aws eks delete-nodegroup --cluster-name CLUSTER --nodegroup-name OLD`,
    terraform: `resource "aws_eks_node_group" "this" {
  # no remote_access block, or one with source_security_group_ids
  # …
}`,
  },

  evaluates: nodegroups,

  evaluate({ remoteAccess }, { read }) {
    switch (read(remoteAccess)) {
      case 'none':
        return pass('nobody may log in to the nodes by the settings of the group');
      case 'groups':
        return pass('only from the security groups that were named one may log in to the nodes');
      case 'everywhere':
        return fail('a key for remote access is set and no source: the port is open to everyone');
      case 'launch-template':
        return notApplicable('the security groups of its launch template decide');
    }
  },
});
