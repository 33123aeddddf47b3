/**
 * Which other accounts the policies of an account let in: of what a scan read anyway. It asks for nothing and judges nothing,
 * since whose those accounts are only their organisation can tell.
 */
import type { Collector, Gathered, Resource } from '../../collect/collector.ts';
import type { PerResource } from '../../collect/per-resource.ts';
import { ifKnown } from '../../observe/if-known.ts';
import { type Listing, Observed } from '../../observe/observed.ts';
import type { Policy } from '../../policy/document.ts';
import { accountsLetIn, letsInByCanonicalId } from '../../policy/external.ts';
import { TooMuchWork } from '../../policy/work.ts';
import { repositories, repositoryPolicies } from '../ecr/repositories.ts';
import { eventBuses } from '../eventbridge/buses.ts';
import { iamRoles } from '../iam/authorization-details.ts';
import { keyPolicies, keys } from '../kms/keys.ts';
import { functionPolicies } from '../lambda/function-access.ts';
import { functions } from '../lambda/functions.ts';
import { bucketPolicy } from '../s3/bucket-access.ts';
import { buckets } from '../s3/buckets.ts';
import { secretPolicies, secrets } from '../secrets-manager/secrets.ts';
import { topicAttributes, topics } from '../sns/topics.ts';
import { queueAttributes, queues } from '../sqs/queues.ts';

/** Accounts that are told of. */
const mostAccounts = 1000;
/** Resources that are named of each account that is let in. */
const mostNamed = 20;

export interface LetIn {
  /** CloudFormation types of which the scan was asked to read policies. */
  readonly kinds: readonly string[];
  /** Policies, lists of resources, kinds and Regions that could not be read, or were not asked for: they may let in others. */
  readonly unread: number;
  /** The first accounts that are let in, by id. */
  readonly accounts: readonly LetInAccount[];
  /** Those that are let in besides. */
  readonly further: number;
}

export interface LetInAccount {
  readonly account: string;
  /** How many resources let it in. */
  readonly count: number;
  /** ARNs of the first of them. */
  readonly resources: readonly string[];
}

/** The policy of one resource; null where it has none. */
interface Held {
  readonly arn: string;
  readonly policy: Observed<Policy | null>;
}

interface Kind {
  readonly type: string;
  readonly needs: readonly Collector<unknown>[];
  readonly scope: 'global' | 'regional';
  /** @returns the policies, and how many lists were not whole */
  held(
    gathered: Gathered,
    region: string,
  ): { readonly held: readonly Held[]; readonly gaps: number };
}

function kind<R extends Resource, T>(
  type: string,
  listing: Collector<Listing<R>>,
  setting: Collector<T> | undefined,
  policiesOf: (resource: R, setting: T | undefined) => readonly Held[],
): Kind {
  return {
    type,
    needs: [listing, ...(setting ? [setting] : [])],
    scope: listing.scope,
    held: (gathered, region) => {
      const { items, gaps } = gathered.get(listing, region);
      const settings = setting && gathered.get(setting, region);
      const own = items.filter(({ arn, managed }) => !managed && gathered.gone(arn) === undefined);
      return { held: own.flatMap((each) => policiesOf(each, settings)), gaps: gaps.length };
    },
  };
}

/** One policy by a call for each resource. */
function byCall<R extends Resource>(
  type: string,
  listing: Collector<Listing<R>>,
  setting: Collector<PerResource<Policy | null>>,
): Kind {
  return kind(type, listing, setting, (resource, settings) =>
    settings ? [{ arn: resource.arn, policy: settings.of(resource) }] : [],
  );
}

/** Among the attributes of each resource. */
function amongAttributes<R extends Resource>(
  type: string,
  listing: Collector<Listing<R>>,
  setting: Collector<PerResource<{ readonly policy: Observed<Policy | null> }>>,
): Kind {
  return kind(type, listing, setting, (resource, settings) => {
    if (!settings) return [];
    const attributes = Observed.open(settings.of(resource));
    const policy = attributes.known
      ? attributes.value.policy
      : Observed.unreadable(...attributes.causes);
    return [{ arn: resource.arn, policy }];
  });
}

const kinds: readonly Kind[] = [
  kind('AWS::IAM::Role', iamRoles, undefined, ({ arn, trust }) => [{ arn, policy: trust }]),
  byCall('AWS::S3::Bucket', buckets, bucketPolicy),
  byCall('AWS::KMS::Key', keys, keyPolicies),
  byCall('AWS::SecretsManager::Secret', secrets, secretPolicies),
  byCall('AWS::ECR::Repository', repositories, repositoryPolicies),
  amongAttributes('AWS::SQS::Queue', queues, queueAttributes),
  amongAttributes('AWS::SNS::Topic', topics, topicAttributes),
  kind('AWS::Events::EventBus', eventBuses, undefined, ({ arn, policy }) => [{ arn, policy }]),
  kind('AWS::Lambda::Function', functions, functionPolicies, (resource, settings) => {
    if (!settings) return [];
    const policies = Observed.open(settings.of(resource));
    return policies.known
      ? policies.value
      : [{ arn: resource.arn, policy: Observed.unreadable(...policies.causes) }];
  }),
];

/**
 * Undefined where the scan was asked for none of the kinds.
 * @param planned the collectors of the scan
 * @param account whose policies they are
 */
export function letInBy(
  gathered: Gathered,
  planned: readonly Collector<unknown>[],
  { account, regions }: { readonly account: string; readonly regions: readonly string[] },
): LetIn | undefined {
  const asked = kinds.filter(({ needs }) => needs.every((need) => planned.includes(need)));
  if (asked.length === 0) return undefined;
  const found = new Map<string, Set<string>>();
  // What the scan leaves out of the account may let in others, as what it could not read.
  let unread = kinds.length - asked.length + (Observed.open(gathered.allRegions).known ? 0 : 1);
  for (const each of asked) {
    for (const region of each.scope === 'global' ? ['global'] : regions) {
      // AWS Config counts none of them there.
      if (each.needs.some((need) => gathered.leftOut(need).has(region))) continue;
      const told = ifKnown(() => each.held(gathered, region));
      unread += told?.gaps ?? 1;
      for (const { arn, policy } of told?.held ?? []) {
        const others = othersIn(policy, account);
        if (!others.isWhole) unread += 1;
        for (const other of others.accounts)
          found.set(other, (found.get(other) ?? new Set()).add(arn));
      }
    }
  }
  return {
    kinds: asked.map(({ type }) => type),
    unread,
    further: Math.max(0, found.size - mostAccounts),
    accounts: [...found]
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .slice(0, mostAccounts)
      .map(([other, arns]) => ({
        account: other,
        count: arns.size,
        resources: [...arns].toSorted().slice(0, mostNamed),
      })),
  };
}

/** Not whole where the policy could not be read, is too tangled to be understood, or names somebody by an id that tells no account. */
function othersIn(
  policy: Observed<Policy | null>,
  account: string,
): { readonly accounts: readonly string[]; readonly isWhole: boolean } {
  const state = Observed.open(policy);
  if (!state.known) return { accounts: [], isWhole: false };
  if (state.value === null) return { accounts: [], isWhole: true };
  try {
    const accounts = accountsLetIn(state.value, account);
    return { accounts, isWhole: !letsInByCanonicalId(state.value) };
  } catch (error) {
    if (error instanceof TooMuchWork) return { accounts: [], isWhole: false };
    throw error;
  }
}
