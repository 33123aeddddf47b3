/** How a way in which an identity raises its own rights is written down. */

/**
 * What an action must be allowed on:
 * - `itself`: the identity's own user or role
 * - `its groups`: the groups that the user is in
 * - `its policies`: a customer managed policy that it holds, or every policy
 * - `every user`, `every group`, `every role`: not one named by one
 * - `every one`: every resource of that kind, since what is there already is taken over
 * - `any`: some resource, since whoever makes one gives it its name
 */
export type Target =
  | 'itself'
  | 'its groups'
  | 'its policies'
  | 'every user'
  | 'every group'
  | 'every role'
  | 'every one'
  | 'any';

export interface Step {
  /** As AWS writes it: `iam:PassRole`. */
  readonly action: string;
  readonly on: Target;
  /** For `iam:PassRole`: the service that the role is passed to. */
  readonly to?: string;
  /** For `every one`: how ARNs of that kind end, as a pattern, after the account. */
  readonly kind?: string;
}

export interface EscalationPath {
  /** What it comes to: "its holder …". */
  readonly gains: string;
  readonly steps: readonly Step[];
  /** Whose rights it raises; those of users, groups and roles if absent. A group's are those of its members. */
  readonly of?: 'user' | 'role';
  /** Only for whoever has a permissions boundary. */
  readonly ofBounded?: true;
  readonly source: string;
}

/** To hand any role to a service. */
export const pass = (to: string): Step => ({ action: 'iam:PassRole', on: 'every role', to });

/** Several actions on the same. */
export const on = (target: Target, ...actions: readonly string[]): readonly Step[] =>
  actions.map((action) => ({ action, on: target }));

/** Several actions on everything of a kind that is there. */
export const every = (kind: string, ...actions: readonly string[]): readonly Step[] =>
  actions.map((action) => ({ action, on: 'every one', kind }));

/** Rhino Security Labs, "AWS IAM Privilege Escalation: Methods and Mitigation", in two parts. */
export const rhino =
  'https://rhinosecuritylabs.com/aws/aws-privilege-escalation-methods-mitigation/';
export const rhinoPart2 =
  'https://rhinosecuritylabs.com/aws/aws-privilege-escalation-methods-mitigation-part-2/';
/** HackTricks Cloud, "AWS Privilege Escalation". */
export const hackTricks = (service: string): string =>
  `https://cloud.hacktricks.wiki/en/pentesting-cloud/aws-security/aws-privilege-escalation/aws-${service}-privesc/`;
/** Datadog, "pathfinding.cloud". */
export const pathfinding = (id: string): string => `https://pathfinding.cloud/paths/${id}`;
/** IAM user guide, "Permissions boundaries for IAM entities". */
export const boundaries =
  'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html';
