/** Who is let in to each bucket: its policy, what AWS makes of it, its ACL and who owns its objects. */
import type { Members } from '../../aws/reads.ts';
import { parsePolicy, type Policy } from '../../policy/document.ts';
import { bucketSetting } from './buckets.ts';
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
  (answer, { must, unusable }): Policy => {
    const parsed = parsePolicy(must(answer, 'Policy'));
    return parsed.ok ? parsed.policy : unusable(parsed.fault);
  },
  { whenAbsent: null },
);

/** AWS's verdict on a bucket policy. `untold` is an answer without one, as emulators give it. */
export type PolicyStatus = 'public' | 'not-public' | 'no-policy' | 'untold';

export const bucketPolicyStatus = bucketSetting(
  's3.bucket-policy-status',
  GetBucketPolicyStatus,
  ({ PolicyStatus: status }): PolicyStatus => {
    if (status?.IsPublic === undefined) return 'untold';
    return status.IsPublic ? 'public' : 'not-public';
  },
  { whenAbsent: 'no-policy' as const },
);

/** A grant of a bucket ACL to one of the two groups that take in strangers. */
export interface PublicGrant {
  /** `AuthenticatedUsers` is everyone with any AWS account: Amazon S3 user guide, "Access control list overview". */
  readonly group: 'AllUsers' | 'AuthenticatedUsers';
  /** READ, WRITE, READ_ACP, WRITE_ACP or FULL_CONTROL */
  readonly permission: string;
}

/** The public grants of each bucket's ACL, as S3 shows it: it leaves out those that have no effect. */
export const bucketPublicGrants = bucketSetting(
  's3.bucket-public-grants',
  GetBucketAcl,
  (answer, members): readonly PublicGrant[] =>
    members.must(answer, 'Grants').flatMap((grant) => publicGrant(grant, members)),
);

/** Who owns the objects; under `BucketOwnerEnforced` ACLs have no effect. */
export const bucketOwnership = bucketSetting(
  's3.bucket-ownership',
  GetBucketOwnershipControls,
  (answer, { must, unusable }): string => {
    const [rule] = must(must(answer, 'OwnershipControls'), 'Rules');
    return rule ? must(rule, 'ObjectOwnership') : unusable('the answer has no rule');
  },
  // Amazon S3 user guide, "Controlling ownership of objects": without the controls whoever writes owns.
  { whenAbsent: 'ObjectWriter' },
);

interface AclGrant {
  readonly Grantee?:
    | { readonly Type?: string | undefined; readonly URI?: string | undefined }
    | undefined;
  readonly Permission?: string | undefined;
}

function publicGrant(grant: AclGrant, { must }: Members): PublicGrant[] {
  const grantee = must(grant, 'Grantee');
  if (must(grantee, 'Type') !== 'Group') return [];
  const uri = must(grantee, 'URI');
  const permission = must(grant, 'Permission');
  if (uri.endsWith('/groups/global/AllUsers')) return [{ group: 'AllUsers', permission }];
  if (uri.endsWith('/groups/global/AuthenticatedUsers')) {
    return [{ group: 'AuthenticatedUsers', permission }];
  }
  return [];
}
