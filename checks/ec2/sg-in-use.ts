import { intersectsWith } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, notApplicable, pass } from '../../src/judge/verdict.ts';
import { launchTemplates } from '../../src/collectors/ec2/launch-templates.ts';
import { securityGroupUse } from '../../src/collectors/ec2/security-group-use.ts';
import { securityGroups } from '../../src/collectors/ec2/security-groups.ts';
import { listOf } from '../../src/text/list-of.ts';

export default defineCheck({
  id: 'ec2-sg-in-use',
  title: 'Something uses the security group',
  severity: {
    is: 'low',
    because: 'a group that nothing uses opens nothing; what it would open has checks of its own',
  },
  responsibility: 'ec2.network-configuration',
  controls: {
    'aws-security-hub': {
      'EC2.22': intersectsWith(
        'a group that launch templates or rules of other groups name is in use; the control looks at interfaces alone',
      ),
    },
  },
  why: 'Groups that nobody uses pile up with rules that nobody remembers, and one day something is launched with them.',
  fix: 'Delete the group, unless something is started with it from time to time.',
  link: 'https://docs.aws.amazon.com/vpc/latest/userguide/deleting-security-groups.html',
  remedy: {
    console: 'EC2, Security Groups, the group, Actions, Delete security groups.',
    cli: `# functions, Batch and ECS name groups too, and start nothing without them
aws ec2 describe-network-interfaces --filters Name=group-id,Values=GROUP
aws ec2 delete-security-group --group-id GROUP`,
  },

  evaluates: securityGroups,
  needs: { use: securityGroupUse, templates: launchTemplates },

  evaluate(group, { read, use, templates }) {
    const { groupId, groupName } = group;
    if (groupName === 'default') return notApplicable('a default group cannot be deleted');
    const { interfaces, referredToBy } = read(use.of(group));
    if (interfaces.length > 0) {
      return pass(
        `in use by ${listOf(interfaces.map(({ interfaceId }) => interfaceId).toSorted())}`,
      );
    }
    if (referredToBy.length > 0) {
      return pass(`rules of other groups name it: ${listOf(referredToBy.toSorted())}`);
    }
    const naming = read.find(templates, ({ versions, whole }) => {
      const named = versions.some(({ groups }) =>
        read(groups).some((each) => each === groupId || each === groupName),
      );
      if (!named) read(whole);
      return named;
    });
    if (naming) return pass(`launch template ${naming.name} launches with it`);
    return fail(
      'no network interface, no rule of another group and no launch template names it',
      'what services start on demand may: their settings are not read',
    );
  },
});
