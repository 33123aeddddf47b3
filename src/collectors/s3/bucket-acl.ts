/** Whether the ACLs of each bucket count at all, and whom its own ACL names beside the owner. */
import { oneOf } from '../../aws/one-of.ts';
import type { Members } from '../../aws/reads.ts';
import { defineCollector } from '../../collect/collector.ts';
import type { PerResource } from '../../collect/per-resource.ts';
import { derive } from '../../observe/observed.ts';
import { buckets, bucketSetting } from './buckets.ts';
import { GetBucketAcl, GetBucketOwnershipControls } from './operations.ts';

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html */
const ownerships = ['BucketOwnerEnforced', 'BucketOwnerPreferred', 'ObjectWriter'] as const;

export type Ownership = (typeof ownerships)[number];

interface Controls {
  readonly OwnershipControls?:
    | { readonly Rules?: readonly { readonly ObjectOwnership?: string | undefined }[] | undefined }
    | undefined;
}

/** The one rule that ownership controls have. */
export function ownershipIn(answer: Controls, members: Members): Ownership {
  const { must, unusable } = members;
  const [rule] = must(must(answer, 'OwnershipControls'), 'Rules');
  if (!rule) return unusable('the answer has no rule of ownership');
  return oneOf(must(rule, 'ObjectOwnership'), ownerships, members);
}

/** Who owns the objects of each bucket: under BucketOwnerEnforced its ACLs have no effect. */
export const bucketOwnership = bucketSetting(
  's3.bucket-ownership',
  GetBucketOwnershipControls,
  ownershipIn,
  // Without the controls whoever writes owns: Amazon S3 user guide, "Controlling ownership of objects".
  { whenAbsent: 'ObjectWriter' as const },
);

/** Somebody to whom the ACL of a bucket grants something, and who is not its owner. */
export type AclGrantee =
  | 'everyone'
  | 'everyone with an AWS account'
  | 'S3 log delivery'
  | 'another account';

/** Where ACLs are disabled, the ACL that S3 shows is the owner's alone: Amazon S3 API reference, "GetBucketAcl". */
const onlyTheOwner = defineCollector({
  id: 's3.bucket-acl-known',
  service: 's3',
  scope: 'global',
  calls: [],
  needs: { buckets, ownership: bucketOwnership },
  gather: (_, { ownership }): PerResource<{ value: readonly AclGrantee[] } | null> => ({
    of: (bucket) =>
      derive((read) =>
        read(ownership.of(bucket)) === 'BucketOwnerEnforced' ? { value: [] } : null,
      ),
  }),
});

/** Whom the ACL of each bucket names beside the owner, each once. */
export const bucketAclGrantees = bucketSetting(
  's3.bucket-acl-grantees',
  GetBucketAcl,
  (answer, members): readonly AclGrantee[] => {
    const { must } = members;
    const owner = must(must(answer, 'Owner'), 'ID');
    const all = must(answer, 'Grants').flatMap((grant) => {
      const grantee = granteeOf(must(grant, 'Grantee'), owner, members);
      return grantee === 'the owner' ? [] : [grantee];
    });
    return [...new Set(all)];
  },
  { unless: onlyTheOwner },
);

interface Grantee {
  readonly Type?: string | undefined;
  readonly ID?: string | undefined;
  readonly URI?: string | undefined;
}

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html */
const granteeTypes = ['CanonicalUser', 'AmazonCustomerByEmail', 'Group'] as const;
const groups = ['global/AllUsers', 'global/AuthenticatedUsers', 's3/LogDelivery'] as const;
const groupNames = {
  'global/AllUsers': 'everyone',
  'global/AuthenticatedUsers': 'everyone with an AWS account',
  's3/LogDelivery': 'S3 log delivery',
} as const;

/** What kind of grantee it is, in AWS's words. */
export function granteeTypeOf(grantee: Grantee, members: Members): (typeof granteeTypes)[number] {
  return oneOf(members.must(grantee, 'Type'), granteeTypes, members);
}

/** The group that a grantee of that type is. */
export function groupOf(grantee: Grantee, members: Members): (typeof groups)[number] {
  const name = members.must(grantee, 'URI').split('/groups/')[1] ?? '';
  return oneOf(name, groups, members);
}

function granteeOf(grantee: Grantee, owner: string, members: Members): AclGrantee | 'the owner' {
  switch (granteeTypeOf(grantee, members)) {
    case 'Group':
      return groupNames[groupOf(grantee, members)];
    case 'CanonicalUser':
      return members.must(grantee, 'ID') === owner ? 'the owner' : 'another account';
    case 'AmazonCustomerByEmail':
      return 'another account';
  }
}
