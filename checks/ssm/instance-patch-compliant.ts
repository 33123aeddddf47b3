import { supersetOf } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { failFor, type Finder } from '../../src/judge/fail-when.ts';
import { fail } from '../../src/judge/verdict.ts';
import type { Observed } from '../../src/observe/observed.ts';
import { managedNodes } from '../../src/collectors/ssm/managed-nodes.ts';
import { patchStates } from '../../src/collectors/ssm/patch-states.ts';

export default defineCheck({
  id: 'ssm-instance-patch-compliant',
  title: 'The managed node lacks no patch of its baseline',
  severity: 'high',
  responsibility: 'systems-manager.guest-os',
  controls: {
    'aws-fsbp': {
      'SSM.2': supersetOf(
        'a node that Patch Manager never scanned fails here, and the control leaves it out',
      ),
    },
  },
  why: 'Known weaknesses of the operating system stay open until the patch is installed, and for many until the node was restarted.',
  fix: 'Install the patches by a patch policy or AWS-RunPatchBaseline with the operation Install, and let the node restart.',
  link: 'https://docs.aws.amazon.com/systems-manager/latest/userguide/patch-manager-compliance-states.html',
  remedy: {
    console:
      'Systems Manager, Patch Manager, Patch now, Scan and install. It may restart the nodes.',
    cli: `# RebootIfNeeded restarts the node where a patch needs it
aws ssm send-command --document-name AWS-RunPatchBaseline --instance-ids NODE \\
  --parameters Operation=Install,RebootOption=RebootIfNeeded
aws ssm describe-instance-patches --instance-id NODE \\
  --filters Key=State,Values=Missing,Failed,InstalledPendingReboot,InstalledRejected`,
    terraform: `resource "aws_ssm_association" "patch" {
  name                = "AWS-RunPatchBaseline"
  schedule_expression = "cron(0 2 ? * SUN *)"
  parameters          = { Operation = "Install", RebootOption = "RebootIfNeeded" }
  targets {
    key    = "tag:patch"
    values = ["weekly"]
  }
}`,
  },

  evaluates: managedNodes,
  needs: { patchStates },

  evaluate(node, { read, patchStates: states }) {
    const state = read(states.of(node));
    if (!state) return fail('Patch Manager never scanned the node: what it lacks is not known');
    const counted =
      (count: Observed<number>, what: string): Finder =>
      () =>
        read(count) > 0 ? [`${read(count)} ${what}`] : [];
    return failFor(
      [
        counted(state.missing, 'missing'),
        counted(state.failed, 'failed to install'),
        counted(state.waitingForReboot, 'installed and waiting for a restart'),
        counted(state.rejected, 'installed although the baseline rejects them'),
        counted(state.forSecurity, 'of all that are for security'),
      ],
      'no patch is missing, failed, rejected or waiting for a restart',
    );
  },
});
