import { servesNist } from '../../src/frameworks/serves-nist.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, pass } from '../../src/judge/verdict.ts';
import { managedNodes } from '../../src/collectors/ssm/managed-nodes.ts';
import { patchStates } from '../../src/collectors/ssm/patch-states.ts';
import { ageInDays, ago } from '../../src/text/ages.ts';

export default defineCheck({
  id: 'ssm-instance-patch-scan-recent',
  title: ({ maxAgeDays }) =>
    `Patch Manager looked at the managed node in the last ${maxAgeDays} days`,
  severity: 'medium',
  responsibility: 'systems-manager.guest-os',
  controls: {
    'nist-800-53-r5': servesNist(
      'what is missing is known only where somebody looks for it',
      'SI-2',
      'SI-2(2)',
      'CA-7',
    ),
  },
  why: 'What a scan of last month found says nothing of the patches that came out since.',
  fix: 'Scan the node by a patch policy or an association on a schedule of days.',
  link: 'https://docs.aws.amazon.com/systems-manager/latest/userguide/patch-manager-policies.html',
  remedy: {
    console: 'Systems Manager, Quick Setup, Patch Manager, Create patch policy, Scan, each day.',
    cli: `aws ssm create-association --name AWS-RunPatchBaseline --association-name scan-each-day \\
  --parameters Operation=Scan --schedule-expression "rate(1 day)" --targets Key=InstanceIds,Values=*`,
    terraform: `resource "aws_ssm_association" "scan" {
  name                = "AWS-RunPatchBaseline"
  schedule_expression = "rate(1 day)"
  parameters          = { Operation = "Scan" }
  targets {
    key    = "InstanceIds"
    values = ["*"]
  }
}`,
  },

  evaluates: managedNodes,
  needs: { patchStates },
  params: { maxAgeDays: 7 },
  meanings: { maxAgeDays: 'how old the last scan or installation of patches may be, in days' },

  evaluate(node, { read, params, now, patchStates: states }) {
    const state = read(states.of(node));
    if (!state) return fail('Patch Manager never scanned the node');
    const when = `Patch Manager ended its last ${read(state.operation).toLowerCase()} ${ago(read(state.endedAt), now)}`;
    return ageInDays(read(state.endedAt), now) <= params.maxAgeDays ? pass(when) : fail(when);
  },
});
