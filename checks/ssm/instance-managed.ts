import { subsetOf } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, notApplicable, pass } from '../../src/judge/verdict.ts';
import { instances } from '../../src/collectors/ec2/instances.ts';
import { managedNodes, managedNodesById } from '../../src/collectors/ssm/managed-nodes.ts';

export default defineCheck({
  id: 'ssm-instance-managed',
  title: 'Systems Manager manages the running instance',
  severity: 'medium',
  responsibility: 'ec2.guest-os',
  controls: {
    'aws-fsbp': {
      'SSM.1': subsetOf(
        'replication servers of Elastic Disaster Recovery, from which AWS removes the agent, are left out',
      ),
    },
  },
  why: 'Nobody can tell which patches an instance lacks, or install them, while the agent of Systems Manager does not answer on it.',
  fix: 'Install or start the agent, let the instance reach the endpoints of Systems Manager, and give it the permissions of AmazonSSMManagedInstanceCore by its role or by Default Host Management Configuration.',
  link: 'https://docs.aws.amazon.com/systems-manager/latest/userguide/systems-manager-setting-up-ec2.html',
  remedy: {
    console:
      'Systems Manager, Fleet Manager, Account management, Configure Default Host Management Configuration, in each Region. Instances need IMDSv2 and agent 3.2.582.0 or newer for it.',
    cli: `aws iam attach-role-policy --role-name ROLE_OF_INSTANCE \\
  --policy-arn arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore
# the agent asks for its permissions anew within the hour; why one does not answer:
aws ssm start-automation-execution --document-name AWSSupport-TroubleshootManagedInstance \\
  --parameters InstanceId=INSTANCE`,
    terraform: `resource "aws_iam_role_policy_attachment" "ssm" {
  role       = aws_iam_role.instance.name
  policy_arn = "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"
}`,
  },

  evaluates: instances,
  needs: { managedNodes },

  evaluate(instance, { read, managedNodes: nodes }) {
    if (read(instance.isReplicationServer)) {
      return notApplicable('a replication server of Elastic Disaster Recovery has no agent');
    }
    const state = read(instance.state);
    if (state !== 'running') return notApplicable(`the instance is not running (${state})`);
    const node = read.find(managedNodesById(nodes, instance.instanceId), () => true);
    if (!node) return fail('no agent of Systems Manager has registered for the instance');
    const ping = read(node.ping);
    if (ping === 'Online') return pass('the agent of Systems Manager answers');
    return fail(`the agent answered before and no longer does (PingStatus ${ping})`);
  },
});
