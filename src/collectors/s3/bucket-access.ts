/** Who is let in to each bucket: its policy, what AWS makes of it, its ACL and who owns its objects. */
import { oneOf } from '../../aws/one-of.ts';
import type { Members } from '../../aws/reads.ts';
import { defineCollector } from '../../collect/collector.ts';
import type { PerResource } from '../../collect/per-resource.ts';
import { ifKnown } from '../../observe/if-known.ts';
import { derive } from '../../observe/observed.ts';
import { policyIn, type Policy } from '../../policy/document.ts';
import { granteeTypeOf, groupOf, ownershipIn } from './bucket-acl.ts';
import { buckets, bucketSetting } from './buckets.ts';
import { levelOf } from '../../reasoning/exposure/block-public-access.ts';
import type { AclState, PublicGrant } from '../../reasoning/exposure/bucket.ts';
import { isSurelyNotPublic, type PolicyStatus } from '../../reasoning/exposure/bucket-policy.ts';
import { accountBlock, bucketBlock } from './public-access-block.ts';
import {
  GetBucketPolicy,
  GetBucketPolicyStatus,
  GetBucketAcl,
  GetBucketOwnershipControls,
} from './operations.ts';

/** The parsed policy of each bucket; null where it has none. A policy that cannot be understood is unreadable. */
export const bucketPolicy = bucketSetting(
  's3.bucket-policy',
  GetBucketPolicy,
  (answer, members): Policy => policyIn(members.must(answer, 'Policy'), members),
  { whenAbsent: null },
);

const policyStatusKnown = defineCollector({
  id: 's3.bucket-policy-status-known',
  service: 's3',
  scope: 'global',
  calls: [],
  needs: { buckets, policy: bucketPolicy, account: accountBlock, block: bucketBlock },
  gather: (_, { policy, account, block }): PerResource<{ value: PolicyStatus } | null> => ({
    of: (bucket) =>
      derive((read) => {
        const document = ifKnown(() => read(policy.of(bucket)));
        if (document === null) return { value: 'no-policy' };
        if (document && isSurelyNotPublic(document)) return { value: 'unasked' };
        const levels = { account, bucket: block.of(bucket) };
        return read(levelOf('RestrictPublicBuckets', levels)) ? { value: 'unasked' } : null;
      }),
  }),
});

export const bucketPolicyStatus = bucketSetting(
  's3.bucket-policy-status',
  GetBucketPolicyStatus,
  ({ PolicyStatus: status }): PolicyStatus => {
    const isPublic = status?.IsPublic ?? undefined;
    if (isPublic === undefined) return 'untold';
    return isPublic ? 'public' : 'not-public';
  },
  { whenAbsent: 'no-policy' as const, unless: policyStatusKnown },
);

const aclsIgnored = defineCollector({
  id: 's3.bucket-acls-ignored',
  service: 's3',
  scope: 'global',
  calls: [],
  needs: { buckets, account: accountBlock, block: bucketBlock },
  gather: (_, { account, block }): PerResource<{ value: AclState } | null> => ({
    of: (bucket) =>
      derive((read) => {
        const levels = { account, bucket: block.of(bucket) };
        return read(levelOf('IgnorePublicAcls', levels)) ? { value: 'ignored' } : null;
      }),
  }),
});

/** Who owns the objects decides: under BucketOwnerEnforced ACLs have no effect. */
export const bucketAcls = bucketSetting(
  's3.bucket-acls',
  GetBucketOwnershipControls,
  (answer, members): AclState =>
    ownershipIn(answer, members) === 'BucketOwnerEnforced' ? 'disabled' : 'enabled',
  // Without the controls whoever writes owns.
  { whenAbsent: 'enabled' as const, unless: aclsIgnored },
);

/**
 * The ACL that S3 shows gives the owner everything and nobody else anything, where ACLs are disabled (Amazon S3 API
 * reference, "GetBucketAcl"), and where public ones are ignored: S3 shows the permissions that it enforces (Amazon S3
 * user guide, "Blocking public access", IgnorePublicAcls).
 */
const noPublicGrants = defineCollector({
  id: 's3.bucket-public-grants-known',
  service: 's3',
  scope: 'global',
  calls: [],
  needs: { buckets, acls: bucketAcls },
  gather: (_, { acls }): PerResource<{ value: readonly PublicGrant[] } | null> => ({
    of: (bucket) => derive((read) => (read(acls.of(bucket)) === 'enabled' ? null : { value: [] })),
  }),
});

/** The public grants of each bucket's ACL that have an effect. */
export const bucketPublicGrants = bucketSetting(
  's3.bucket-public-grants',
  GetBucketAcl,
  (answer, members): readonly PublicGrant[] =>
    members.must(answer, 'Grants').flatMap((grant) => publicGrant(grant, members)),
  { unless: noPublicGrants },
);

interface AclGrant {
  readonly Grantee?:
    | { readonly Type?: string | undefined; readonly URI?: string | undefined }
    | undefined;
  readonly Permission?: string | undefined;
}

const permissions = ['FULL_CONTROL', 'WRITE', 'WRITE_ACP', 'READ', 'READ_ACP'] as const;

function publicGrant(grant: AclGrant, members: Members): PublicGrant[] {
  const { must } = members;
  const grantee = must(grant, 'Grantee');
  if (granteeTypeOf(grantee, members) !== 'Group') return [];
  const group = groupOf(grantee, members);
  const permission = oneOf(must(grant, 'Permission'), permissions, members);
  if (group === 'global/AllUsers') return [{ group: 'AllUsers', permission }];
  if (group === 'global/AuthenticatedUsers') return [{ group: 'AuthenticatedUsers', permission }];
  return [];
}
