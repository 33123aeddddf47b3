import { supersetOf } from '../../src/frameworks/relation.ts';
import { defineCheck } from '../../src/judge/define-check.ts';
import { fail, notApplicable, pass } from '../../src/judge/verdict.ts';
import { ifKnown } from '../../src/observe/if-known.ts';
import {
  associationSummaries,
  associationSummariesById,
} from '../../src/collectors/ssm/association-compliance.ts';
import { managedNodes } from '../../src/collectors/ssm/managed-nodes.ts';

export default defineCheck({
  id: 'ssm-association-compliant',
  title: 'The associations of State Manager hold on the managed node',
  severity: 'low',
  responsibility: 'systems-manager.os-configuration-and-host-firewall',
  controls: {
    'aws-fsbp': { 'SSM.3': supersetOf('nodes that are no EC2 instances are judged too') },
  },
  why: 'An association says how a node is to be configured; where it failed, the node is not as its owner believes.',
  fix: 'Look at the history of the association on this node, mend its document, parameters or targets, and apply it again.',
  link: 'https://docs.aws.amazon.com/systems-manager/latest/userguide/compliance-about.html',
  remedy: {
    console:
      'Systems Manager, State Manager, the association, Execution history; then Apply association now.',
    cli: `aws ssm list-compliance-items --resource-ids NODE --resource-types ManagedInstance \\
  --filters Key=ComplianceType,Values=Association Key=Status,Values=NON_COMPLIANT
# it does to the node again what the association says
aws ssm start-associations-once --association-ids ASSOCIATION`,
  },

  evaluates: managedNodes,
  needs: { associationSummaries },

  evaluate(node, { read, associationSummaries: summaries }) {
    const found = read.find(associationSummariesById(summaries, node.nodeId), () => true);
    if (!found) return notApplicable('no association of State Manager was applied to the node');
    if (read(found.isCompliant)) return pass('all associations hold');
    const broken = ifKnown(() => read(found.broken));
    return fail(
      broken === undefined
        ? 'an association does not hold'
        : `associations that do not hold: ${broken}`,
    );
  },
});
