/** All policies of each user, group and role together: its own, those of its groups, and the boundary around them. */
import { lookupBy } from '../../collect/lookup.ts';
import { defineCollector, type Resource } from '../../collect/collector.ts';
import {
  CannotTell,
  derive,
  type Listing,
  type Observed,
  type Read,
} from '../../observe/observed.ts';
import type { Policy } from '../../policy/document.ts';
import type { Who } from '../../policy/escalation.ts';
import type { HeldPolicy } from '../../policy/identity-power.ts';
import { shortName } from '../../policy/text.ts';
import {
  iamGroupsWithPolicies,
  type Identity,
  iamRoles,
  iamUsersWithPolicies,
  managedPolicies,
  type ManagedPolicy,
} from './authorization-details.ts';

/** Users, groups and roles, each with what it may do. */
export interface PoweredIdentity extends Resource {
  readonly who: Observed<Who>;
  /** What grants and denies it something, in parts that are known or not by themselves. */
  readonly held: readonly Observed<readonly HeldPolicy[]>[];
  /** Null where there is none. */
  readonly boundary: Observed<Policy | null>;
}

const byArn = lookupBy(({ arn }: ManagedPolicy) => arn);
const byName = lookupBy(({ name }: Identity) => name);

const kinds = {
  'AWS::IAM::User': 'user',
  'AWS::IAM::Group': 'group',
  'AWS::IAM::Role': 'role',
} as const;

export const poweredIdentities = defineCollector({
  id: 'iam.powered-identities',
  service: 'iam',
  scope: 'global',
  calls: [],
  needs: {
    users: iamUsersWithPolicies,
    groups: iamGroupsWithPolicies,
    roles: iamRoles,
    policies: managedPolicies,
  },
  gather: (aws, { users, groups, roles, policies }): Listing<PoweredIdentity> => {
    const lists: readonly Listing<Identity>[] = [users, groups, roles];
    const items = lists.flatMap((list) =>
      list.items.map((identity): PoweredIdentity => {
        const {
          attached: _attached,
          inline: _inline,
          groups: names,
          boundary,
          ...resource
        } = identity;
        const groupsOf = (read: Read) =>
          read(names).map((name) => found(read, byName(groups, name), `group ${name}`));
        const all = (read: Read) => [identity, ...groupsOf(read)];
        return {
          ...resource,
          who: derive((read) => {
            const own = identity.type === 'AWS::IAM::Group' ? [identity] : groupsOf(read);
            const arns = all(read).flatMap((each) => read(each.attached).map(({ arn }) => arn));
            return {
              kind: kinds[identity.type],
              name: identity.name,
              arn: identity.arn,
              account: aws.account,
              partition: aws.partition,
              groups: own.map(({ arn }) => arn),
              policies: arns.filter((arn) => arn.split(':')[4] === aws.account),
            };
          }),
          held: [
            derive((read) => written(read, identity, '')),
            derive((read) => lent(read, identity, policies, '')),
            derive((read) =>
              groupsOf(read).flatMap((group) => {
                const of = ` of group ${shortName(group.name)}`;
                return [...written(read, group, of), ...lent(read, group, policies, of)];
              }),
            ),
          ],
          boundary: derive((read) => {
            const arn = read(boundary);
            return arn === null ? null : read(found(read, byArn(policies, arn), arn).document);
          }),
        };
      }),
    );
    return {
      items,
      gaps: lists.flatMap(({ gaps }) => gaps),
      sources: lists.flatMap(({ sources }) => sources),
    };
  },
});

/** The policies that are written into it. */
function written(read: Read, { inline }: Identity, of: string): readonly HeldPolicy[] {
  return read(inline).map(({ name, document }) => ({
    name: `inline policy ${shortName(name)}${of}`,
    policy: read(document),
  }));
}

/** The managed policies that are attached to it. */
function lent(
  read: Read,
  { attached }: Identity,
  policies: Listing<ManagedPolicy>,
  of: string,
): readonly HeldPolicy[] {
  return read(attached).map(({ arn, name }) => ({
    name: `policy ${shortName(name)}${of}`,
    policy: read(found(read, byArn(policies, arn), arn).document),
  }));
}

/** The one that there must be: IAM told of it. One that it does not list has come or gone meanwhile. */
function found<R>(read: Read, listing: Listing<R>, what: string): R {
  const item = read.find(listing, () => true);
  if (item !== undefined) return item;
  const [source] = listing.sources;
  const detail = `${what} is not in the list of IAM`;
  throw new CannotTell(source ? [{ reason: 'failed', detail, source }] : []);
}
