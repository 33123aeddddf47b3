/** Who holds a managed policy: the attachments of users, groups and roles, turned round. */
import { listingOf } from '../../collect/account.ts';
import { defineCollector, type Resource } from '../../collect/collector.ts';
import {
  CannotTell,
  type Cause,
  type Listed,
  type Listing,
  startReading,
} from '../../observe/observed.ts';
import { listed } from '../../policy/text.ts';
import {
  iamGroupsWithPolicies,
  type Identity,
  iamRoles,
  iamUsersWithPolicies,
} from './authorization-details.ts';

export interface Holder extends Listed {
  readonly kind: 'user' | 'group' | 'role';
  readonly name: string;
}

export interface PolicyHolders {
  /** Who holds the policy for its permissions. Gaps where the policies of somebody could not be read. */
  of(policyArn: string): Listing<Holder>;
}

const kinds = {
  'AWS::IAM::User': 'user',
  'AWS::IAM::Group': 'group',
  'AWS::IAM::Role': 'role',
} as const;

export const policyHolders = defineCollector({
  id: 'iam.policy-holders',
  service: 'iam',
  scope: 'global',
  calls: [],
  needs: { users: iamUsersWithPolicies, groups: iamGroupsWithPolicies, roles: iamRoles },
  gather: (_aws, { users, groups, roles }) => holdersAmong([users, groups, roles]),
});

/** The policy of AWS that opens CloudShell with its file transfer; it is there whether anybody holds it or not. */
export const cloudShellFullAccess = defineCollector({
  id: 'iam.cloudshell-full-access',
  service: 'iam',
  scope: 'global',
  calls: [],
  gather: ({ partition }): Listing<Resource> => {
    const name = 'AWSCloudShellFullAccess';
    const arn = awsPolicyArn(partition, name);
    const policy = { arn, type: 'AWS::IAM::ManagedPolicy', name, region: 'global' };
    return listingOf(policy);
  },
});

/** The ARN of a policy of AWS with the path `/`. */
export function awsPolicyArn(partition: string, name: string): string {
  return `arn:${partition}:iam::aws:policy/${name}`;
}

/** "role Admin, group Operators and 3 more", safe to print. */
export function holdersText(holders: readonly Holder[]): string {
  return listed(holders.map(({ kind, name }) => `${kind} ${name}`));
}

export function holdersAmong(lists: readonly Listing<Identity>[]): PolicyHolders {
  const gaps: Cause[] = lists.flatMap((list) => list.gaps);
  const sources = lists.flatMap((list) => list.sources);
  const holders = new Map<string, Holder[]>();
  const { read } = startReading();
  for (const { type, name, listed, attached } of lists.flatMap((list) => list.items)) {
    try {
      for (const { arn } of read(attached)) {
        const known = holders.get(arn) ?? [];
        known.push({ kind: kinds[type], name, ...(listed ? { listed } : {}) });
        holders.set(arn, known);
      }
    } catch (error) {
      if (!(error instanceof CannotTell)) throw error;
      gaps.push(...error.causes);
    }
  }
  return { of: (policyArn) => ({ items: holders.get(policyArn) ?? [], gaps, sources }) };
}
