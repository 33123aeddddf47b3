/** What service control policies keep members from doing: leaving, and turning off what watches them. */
import type { Severity } from '../../judge/terms.ts';
import {
  type ControlLevel,
  type ControlPolicy,
  type Held,
  type HeldState,
  readControl,
  weakest,
} from '../../policy/control-policies.ts';
import { parsePolicy } from '../../policy/document.ts';
import type { Chain } from './chains.ts';
import type { ReadPolicy } from './reading.ts';

export interface Guard {
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  /** All of these must be denied. */
  readonly actions: readonly string[];
  readonly cure: string;
}

/** Each by the actions with which a member would do it: AWS service authorization reference. */
export const guards: readonly Guard[] = [
  {
    id: 'organization-scp-leave',
    title: 'Service control policies keep accounts from leaving the organisation',
    severity: 'medium',
    actions: ['organizations:LeaveOrganization'],
    cure: 'Attach a service control policy that denies organizations:LeaveOrganization to the root.',
  },
  {
    id: 'organization-scp-cloudtrail',
    title: 'Service control policies keep accounts from turning CloudTrail off',
    severity: 'medium',
    actions: ['cloudtrail:StopLogging', 'cloudtrail:DeleteTrail'],
    cure: 'Attach a service control policy that denies cloudtrail:StopLogging and cloudtrail:DeleteTrail to all but the role that runs the trails.',
  },
  {
    id: 'organization-scp-guardduty',
    title: 'Service control policies keep accounts from turning GuardDuty off',
    severity: 'medium',
    actions: [
      'guardduty:DeleteDetector',
      'guardduty:UpdateDetector',
      'guardduty:DisassociateFromAdministratorAccount',
    ],
    cure: 'Attach a service control policy that denies guardduty:DeleteDetector, guardduty:UpdateDetector and guardduty:DisassociateFromAdministratorAccount.',
  },
  {
    id: 'organization-scp-config',
    title: 'Service control policies keep accounts from turning AWS Config off',
    severity: 'medium',
    actions: [
      'config:StopConfigurationRecorder',
      'config:DeleteConfigurationRecorder',
      'config:DeleteDeliveryChannel',
    ],
    cure: 'Attach a service control policy that denies config:StopConfigurationRecorder, config:DeleteConfigurationRecorder and config:DeleteDeliveryChannel.',
  },
];

/** What the policies of a chain leave of a guard's actions. */
export interface Guarded {
  readonly state: HeldState;
  readonly reasons: readonly string[];
}

/** Each policy is parsed once, however many accounts it holds for. */
export function createGuarding(): (chain: Chain, guard: Guard) => Guarded {
  const parsed = new Map<string, ControlPolicy>();
  const control = (policy: ReadPolicy): ControlPolicy => {
    const known = parsed.get(policy.id) ?? { name: policy.name, policy: documentOf(policy) };
    parsed.set(policy.id, known);
    return known;
  };
  return ({ levels }, { actions }) => {
    const way = levels.map(({ name, scps }): ControlLevel => ({
      name,
      policies: scps.map(control),
    }));
    const held = actions.map((action) => ({ action, ...readControl(action, way) }));
    const state = weakest(held);
    return { state, reasons: reasonsOf(held.filter((each) => each.state === state)) };
  };
}

/** Undefined where it could not be read, or is not understood: then it may deny, or allow, anything. */
function documentOf({ content }: ReadPolicy) {
  if (content === undefined || !('value' in content)) return undefined;
  const read = parsePolicy(content.value);
  return read.ok ? read.policy : undefined;
}

function reasonsOf(held: readonly (Held & { readonly action: string })[]): readonly string[] {
  const [first] = held;
  if (first === undefined) return [];
  if (first.state === 'not-denied') {
    return [`nothing denies ${held.map(({ action }) => action).join(', ')}`];
  }
  return [
    ...new Set(held.flatMap(({ action, reasons }) => reasons.map((each) => `${action}: ${each}`))),
  ];
}
