/**
 * What service control policies keep members from doing: leaving, and turning off what watches them. And what resource control
 * policies keep from their resources: strangers, and plain HTTP.
 */
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
import { readResourceControl, type Requests } from '../../policy/resource-control.ts';
import type { Chain, Level } from './chains.ts';
import type { ReadPolicy } from './reading.ts';

export interface Guard {
  readonly by: keyof Kinds;
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  /** All of these must be denied. */
  readonly actions: readonly string[];
  readonly cure: string;
  /** Of a resource control policy: whom it is to keep out. */
  readonly requests?: Requests['kind'];
}

/** Kinds of policies, by what is attached to a level. */
type Kinds = Pick<Level, 'scps' | 'rcps'>;

/** Each by the actions with which a member would do it: AWS service authorization reference. */
export const guards: readonly Guard[] = [
  {
    by: 'scps',
    id: 'organization-scp-leave',
    title: 'Service control policies keep accounts from leaving the organisation',
    severity: 'medium',
    actions: ['organizations:LeaveOrganization'],
    cure: 'Attach a service control policy that denies organizations:LeaveOrganization to the root.',
  },
  {
    by: 'scps',
    id: 'organization-scp-cloudtrail',
    title: 'Service control policies keep accounts from turning CloudTrail off',
    severity: 'medium',
    actions: ['cloudtrail:StopLogging', 'cloudtrail:DeleteTrail'],
    cure: 'Attach a service control policy that denies cloudtrail:StopLogging and cloudtrail:DeleteTrail to all but the role that runs the trails.',
  },
  {
    by: 'scps',
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
    by: 'scps',
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
  {
    by: 'rcps',
    id: 'organization-rcp-outside',
    title:
      'Resource control policies keep principals of other organisations from the resources of members',
    severity: 'low',
    // Of the services that Control Tower’s own policies of this kind are for.
    actions: [
      's3:GetObject',
      's3:PutObject',
      'sts:AssumeRole',
      'kms:Decrypt',
      'secretsmanager:GetSecretValue',
      'sqs:SendMessage',
    ],
    requests: 'outside',
    cure: 'Attach a resource control policy that denies s3:*, sts:AssumeRole, kms:*, secretsmanager:* and sqs:* where StringNotEqualsIfExists aws:PrincipalOrgID is this organisation and BoolIfExists aws:PrincipalIsAWSService is false; name partners beside it.',
  },
  {
    by: 'rcps',
    id: 'organization-rcp-plain-http',
    title: 'Resource control policies keep plain HTTP from the resources of members',
    severity: 'low',
    actions: ['s3:GetObject', 's3:PutObject'],
    requests: 'plain-http',
    cure: 'Attach a resource control policy to the root that denies s3:* where BoolIfExists aws:SecureTransport is false.',
  },
];

/** What the policies of a chain leave of a guard's actions. */
export interface Guarded {
  readonly state: HeldState;
  readonly reasons: readonly string[];
}

/**
 * Each policy is parsed once, however many accounts it holds for.
 * @param organization its id
 */
export function createGuarding(organization: string): (chain: Chain, guard: Guard) => Guarded {
  const parsed = new Map<string, ControlPolicy>();
  const control = (policy: ReadPolicy): ControlPolicy => {
    const known = parsed.get(policy.id) ?? { name: policy.name, policy: documentOf(policy) };
    parsed.set(policy.id, known);
    return known;
  };
  return ({ levels }, { actions, requests }) => {
    const held =
      requests === undefined ? heldBy(levels, actions) : keptBy(levels, actions, requests);
    const state = weakest(held);
    const open = held.filter((each) => each.state === state);
    return { state, reasons: reasonsOf(open, requests) };
  };

  function heldBy(levels: readonly Level[], actions: readonly string[]) {
    const way = levels.map(({ name, scps }): ControlLevel => ({
      name,
      policies: scps.map(control),
    }));
    return actions.map((action) => ({ action, ...readControl(action, way) }));
  }

  function keptBy(levels: readonly Level[], actions: readonly string[], kind: Requests['kind']) {
    const policies = levels.flatMap(({ rcps }) => rcps.map(control));
    const requests = kind === 'outside' ? { kind, organization } : { kind };
    return actions.map((action) => ({
      action,
      ...readResourceControl(action, policies, requests),
    }));
  }
}

/** Undefined where it could not be read, or is not understood: then it may deny, or allow, anything. */
function documentOf({ content }: ReadPolicy) {
  if (content === undefined || !('value' in content)) return undefined;
  const read = parsePolicy(content.value);
  return read.ok ? read.policy : undefined;
}

const toWhom = {
  outside: ' to principals of other organisations',
  'plain-http': ' over plain HTTP',
} as const;

function reasonsOf(
  held: readonly (Held & { readonly action: string })[],
  requests: Requests['kind'] | undefined,
): readonly string[] {
  const [first] = held;
  if (first === undefined) return [];
  if (first.state === 'not-denied') {
    const whom = requests === undefined ? '' : toWhom[requests];
    return [`nothing denies ${held.map(({ action }) => action).join(', ')}${whom}`];
  }
  return [
    ...new Set(held.flatMap(({ action, reasons }) => reasons.map((each) => `${action}: ${each}`))),
  ];
}
