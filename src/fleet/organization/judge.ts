/** What is judged once for the whole organisation, from what it told of itself. */
import { type Bar, standingOf } from '../standing.ts';
import { chainsOf } from './chains.ts';
import { judgeDeclared } from './judge-declared.ts';
import { judgePolicies } from './judge-policies.ts';
import { judgeServices } from './judge-services.ts';
import type { FleetOrganization, OrganizationJudgement } from './model.ts';
import type { OrganizationReading, ReadPolicy, Told } from './reading.ts';
import { judgeTrust, type Surroundings } from './trust.ts';

/** @param surroundings what the scans of the accounts told, and how they ended */
export function judgeOrganization(
  reading: OrganizationReading,
  bar: Bar,
  surroundings: Surroundings,
): FleetOrganization {
  const { judgements: ofPolicies, bounds } = judgePolicies(reading, chainsOf(reading));
  const { rows, judgements: ofTrust } = judgeTrust(reading, surroundings);
  const judgements = [
    ...ofPolicies,
    ...judgeServices(reading),
    ...judgeDeclared(reading),
    ...ofTrust,
  ];
  const organization = 'value' in reading.organization ? reading.organization.value : undefined;
  return {
    id: organization?.id ?? null,
    managementAccount: organization?.managementAccount ?? null,
    askedBy: reading.askedBy,
    readAt: reading.at,
    requests: reading.requests,
    standing: standingFor(judgements, bar),
    judgements: judgements.toSorted(worstFirst),
    policies: [...attached('scp', reading.scps), ...attached('rcp', reading.rcps)],
    ...(rows.length > 0 && { letIn: rows }),
    bounds,
  };
}

const order = ['fail', 'unknown', 'manual', 'pass', 'not-applicable', 'out-of-scope'] as const;

/** Those of one outcome stay in the order in which they were judged. */
function worstFirst(one: OrganizationJudgement, other: OrganizationJudgement): number {
  return order.indexOf(one.outcome) - order.indexOf(other.outcome);
}

function standingFor(judgements: readonly OrganizationJudgement[], bar: Bar) {
  const bySeverity = { critical: 0, high: 0, medium: 0, low: 0, informational: 0 };
  for (const { outcome, severity } of judgements) if (outcome === 'fail') bySeverity[severity] += 1;
  const unread = judgements.filter(({ outcome }) => outcome === 'unknown').length;
  return standingOf({ bySeverity, unknown: unread, gaps: 0, faults: 0, status: 'complete' }, bar);
}

function attached(
  type: 'scp' | 'rcp',
  policies: Told<readonly ReadPolicy[]>,
): FleetOrganization['policies'] {
  if (!('value' in policies)) return [];
  return policies.value.flatMap(({ id, name, isAws, targets }) => {
    const count = 'value' in targets ? targets.value.length : 0;
    return isAws || count === 0 ? [] : [{ id, name, type, targets: count }];
  });
}
