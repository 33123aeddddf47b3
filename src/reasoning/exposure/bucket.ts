/**
 * Whether strangers get in to a bucket, and by which way: its policy or its ACL. Each fact decides alone where it can,
 * so a bucket is judged although some of it may not be read.
 *
 * The rules are those of the Amazon S3 user guide, "Blocking public access to your Amazon S3 storage": only
 * RestrictPublicBuckets and IgnorePublicAcls take effect on what is there, the two Block flags refuse new grants only.
 */
import { fail, pass, type Verdict } from '../../judge/verdict.ts';
import { ifKnown } from '../../observe/if-known.ts';
import { all } from '../../observe/logic.ts';
import { CannotTell, type Cause, derive, Observed, type Read } from '../../observe/observed.ts';
import type { Policy } from '../../policy/document.ts';
import { type BlockLevels, levelName, levelOf } from './block-public-access.ts';
import { type PolicyStatus, publicPolicy, publicWrites } from './bucket-policy.ts';

/**
 * Whether ACLs can let the public in: not where they are `disabled`, nor where IgnorePublicAcls has them `ignored`. The
 * ACLs of single objects are meant as well. Amazon S3 user guide, "Controlling ownership of objects" and "Blocking
 * public access".
 */
export type AclState = 'enabled' | 'disabled' | 'ignored';

/** A grant of a bucket ACL to one of the two groups that take in strangers. */
export interface PublicGrant {
  /** `AuthenticatedUsers` is everyone with any AWS account: Amazon S3 user guide, "Access control list overview". */
  readonly group: 'AllUsers' | 'AuthenticatedUsers';
  /** READ, WRITE, READ_ACP, WRITE_ACP or FULL_CONTROL */
  readonly permission: string;
}

/** One way in for the public: whether it is open, and why, for a report. */
export interface Way {
  readonly open: boolean;
  readonly reasons: readonly string[];
}

export interface BucketExposure {
  /** The ways to read or write anything: the policy's and the ACL's. */
  readonly access: readonly Observed<Way>[];
  /** The ways to write. */
  readonly writing: readonly Observed<Way>[];
}

/** What was read of one bucket. */
export interface BucketFacts extends BlockLevels {
  readonly status: Observed<PolicyStatus>;
  readonly policy: Observed<Policy | null>;
  readonly grants: Observed<readonly PublicGrant[]>;
  readonly acls: Observed<AclState>;
}

const writePermissions = new Set(['WRITE', 'WRITE_ACP', 'FULL_CONTROL']);

export function exposureOf(facts: BucketFacts): BucketExposure {
  const { status, policy, grants } = facts;
  const isPublic = derive((read) => publicPolicy(read, status, policy));
  const isWritable = derive((read) => publicWrites(read, isPublic, policy));
  const writes = derive((read) =>
    read(grants).filter(({ permission }) => writePermissions.has(permission)),
  );
  return {
    access: [
      policyWay(facts, isPublic),
      aclWay(facts, grants, 'the ACL grants nothing to the public'),
    ],
    writing: [
      policyWay(facts, isWritable),
      aclWay(facts, writes, 'the ACL lets nobody of the public write'),
    ],
  };
}

/** Fails with the ways that are open. Passes with why each is closed. */
export function judgeWays(read: Read, ways: readonly Observed<Way>[]): Verdict {
  const seen: Way[] = [];
  const causes: Cause[] = [];
  for (const way of ways) {
    const state = Observed.open(way);
    if (state.known) seen.push(read(way));
    else causes.push(...state.causes);
  }
  const open = seen.filter((way) => way.open);
  if (open.length > 0) return fail(...open.flatMap(({ reasons }) => reasons));
  if (causes.length > 0) throw new CannotTell(causes);
  return pass(...seen.flatMap(({ reasons }) => reasons));
}

/** @param opens what the policy alone opens, before Block Public Access */
function policyWay(facts: BucketFacts, opens: Observed<Way>): Observed<Way> {
  const restrictedBy = levelOf('RestrictPublicBuckets', facts);
  return derive((read) => {
    const isOpen = all(
      () => read(restrictedBy) === null,
      () => read(opens).open,
    );
    const level = ifKnown(() => read(restrictedBy));
    if (isOpen || !level) return read(opens);
    const policy = ifKnown(() => read(opens));
    if (policy && !policy.open) return policy;
    const stopped = `RestrictPublicBuckets, turned on by ${levelName(level)}`;
    return policy
      ? closed(`the policy is public, but has no effect under ${stopped}`, ...policy.reasons)
      : closed(`a public policy would have no effect under ${stopped}`);
  });
}

/** @param nothing what to say where no grant counts */
function aclWay(
  facts: BucketFacts,
  grants: Observed<readonly PublicGrant[]>,
  nothing: string,
): Observed<Way> {
  const { acls } = facts;
  const ignoredBy = levelOf('IgnorePublicAcls', facts);
  const blockedBy = levelOf('BlockPublicAcls', facts);
  return derive((read) => {
    const isOpen = all(
      () => read(acls) === 'enabled',
      () => read(ignoredBy) === null,
      () => read(grants).length > 0,
    );
    const granted = (ifKnown(() => read(grants)) ?? []).map(
      ({ group, permission }) => `the ACL grants ${permission} to ${groupNames[group]}`,
    );
    if (isOpen) {
      const stays = ifKnown(() => read(blockedBy))
        ? ['BlockPublicAcls refuses new grants only']
        : [];
      return { open: true, reasons: [...granted, ...stays] };
    }
    if (ifKnown(() => read(acls)) === 'disabled') {
      return closed('ACLs are disabled, for the bucket and its objects');
    }
    const level = ifKnown(() => read(ignoredBy));
    if (level) {
      const hidden = `public ACLs have no effect under IgnorePublicAcls, turned on by ${levelName(level)}`;
      return closed(...granted, hidden);
    }
    return closed(`${nothing}; ACLs of single objects were not read`);
  });
}

const groupNames: Readonly<Record<PublicGrant['group'], string>> = {
  AllUsers: 'everyone (AllUsers)',
  AuthenticatedUsers: 'everyone with an AWS account (AuthenticatedUsers)',
};

function closed(...reasons: readonly string[]): Way {
  return { open: false, reasons };
}
