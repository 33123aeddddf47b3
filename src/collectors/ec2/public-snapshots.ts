/** EBS snapshots of the account that every AWS account can restore. */
import { oneOf } from '../../aws/one-of.ts';
import type { Reads } from '../../aws/reads.ts';
import { accountResource, listingOf } from '../../collect/account.ts';
import { defineCollector, type Resource } from '../../collect/collector.ts';
import { perResource } from '../../collect/per-resource.ts';
import { derive, type Listing, Observed } from '../../observe/observed.ts';
import { ec2Resource, ownerOf, pageSize, setByOrganization } from './ec2-resource.ts';
import {
  DescribeSnapshots,
  DescribeSnapshotAttribute,
  GetSnapshotBlockPublicAccessState,
} from './operations.ts';

/** Own snapshots that EC2 lists as restorable by all: one call, however many private ones there are. */
const suspects = defineCollector({
  id: 'ebs.snapshots-restorable-by-all',
  service: 'ebs',
  scope: 'regional',
  calls: [DescribeSnapshots],
  gather: (aws) =>
    aws.list(
      DescribeSnapshots,
      { OwnerIds: ['self'], RestorableByUserIds: ['all'], MaxResults: pageSize },
      'Snapshots',
      (snapshot, members): SuspectSnapshot | readonly SuspectSnapshot[] => {
        const snapshotId = members.must(snapshot, 'SnapshotId');
        if (ownerOf(snapshot, members) !== aws.account) return [];
        return {
          // The ARN of a snapshot names no account: Service Authorization Reference, "Amazon EC2".
          ...ec2Resource({ ...aws, account: '' }, 'snapshot', 'AWS::EC2::Snapshot', snapshotId),
          snapshotId,
        };
      },
    ),
});

const blockStates = ['unblocked', 'block-new-sharing', 'block-all-sharing'] as const;

interface SuspectSnapshot extends Resource {
  readonly snapshotId: string;
}

type BlockState = (typeof blockStates)[number];

interface Block {
  readonly state: BlockState;
  /** Whether the organisation sets it, and the account cannot. */
  readonly isByOrganization: boolean;
}

function askBlock(aws: Reads): Promise<Observed<Block>> {
  return aws.get(GetSnapshotBlockPublicAccessState, {}, (answer, members) => ({
    state: oneOf(members.must(answer, 'State'), blockStates, members),
    // Answers from before there were such policies lack it.
    isByOrganization:
      answer.ManagedBy !== undefined &&
      oneOf(answer.ManagedBy, ['account', 'declarative-policy'], members) === 'declarative-policy',
  }));
}

/** What a Region lets its snapshots be shared with, asked in every Region. */
export const snapshotBlockPublicAccess = defineCollector({
  id: 'ebs.snapshot-block-public-access',
  service: 'ebs',
  scope: 'regional',
  calls: [GetSnapshotBlockPublicAccessState],
  gather: async (aws) => {
    const told = await askBlock(aws);
    const block = derive((read) => read(told).state);
    const byOrganization = derive((read) => read(told).isByOrganization);
    return listingOf({ ...accountResource(aws, { block }), ...setByOrganization(byOrganization) });
  },
});

/**
 * `unblocked`, `block-new-sharing` or `block-all-sharing`, for the Region; `nothing-shared` where nobody asked, since
 * there is no snapshot that a block could make a difference to.
 */
export const snapshotSharingBlock = defineCollector({
  id: 'ebs.snapshot-sharing-block',
  service: 'ebs',
  scope: 'regional',
  calls: [GetSnapshotBlockPublicAccessState],
  needs: { suspects },
  gather: async (aws, { suspects: { items, gaps, sources } }): Promise<Observed<string>> => {
    if (items.length === 0 && gaps.length === 0)
      return Observed.known('nothing-shared', ...sources);
    const told = await askBlock(aws);
    return derive((read) => read(told).state);
  },
});

/** Whether the snapshot's own permission lets everyone restore it. */
const permissions = defineCollector({
  id: 'ebs.snapshot-permissions',
  service: 'ebs',
  scope: 'regional',
  calls: [DescribeSnapshotAttribute],
  needs: { suspects, block: snapshotSharingBlock },
  gather: (aws, given) =>
    perResource(
      given.suspects.items,
      async ({ snapshotId, listed = [] }): Promise<Observed<boolean>> => {
        // The list's word is enough where the permission lets nobody in.
        if (isKnown(given.block, 'block-all-sharing')) return Observed.known(true, ...listed);
        return aws.get(
          DescribeSnapshotAttribute,
          { SnapshotId: snapshotId, Attribute: 'createVolumePermission' },
          (answer, members) =>
            // With an account, a permission has no group.
            members
              .must(answer, 'CreateVolumePermissions')
              .some(({ Group }) => Group !== undefined && oneOf(Group, ['all'], members) === 'all'),
        );
      },
    ),
});

/** A snapshot that is or may be shared with everyone, or the account where there is none. */
export interface SnapshotExposure extends Resource {
  readonly isSharedWithAll: Observed<boolean>;
}

export const snapshotExposures = defineCollector({
  id: 'ebs.snapshot-exposures',
  service: 'ebs',
  scope: 'regional',
  calls: [],
  needs: { suspects, permissions, block: snapshotSharingBlock },
  gather: (aws, given): Listing<SnapshotExposure> => {
    const { gaps, sources, items } = given.suspects;
    const exposures = items
      .map((snapshot) => ({ ...snapshot, isSharedWithAll: given.permissions.of(snapshot) }))
      .filter(({ isSharedWithAll }) => !isKnown(isSharedWithAll, false));
    if (exposures.length > 0) return { items: exposures, gaps, sources };
    const none = accountResource(aws, { isSharedWithAll: Observed.known(false, ...sources) });
    if (gaps.length === 0) return { items: [none], gaps, sources };
    // No list is needed where the Region lets nobody share anything.
    if (!isKnown(given.block, 'block-all-sharing')) return { items: [], gaps, sources };
    const { block } = given;
    const blocked = accountResource(aws, { isSharedWithAll: Observed.unreadable(...gaps), block });
    return { items: [blocked], gaps: [], sources };
  },
});

function isKnown<T>(observed: Observed<T>, value: T): boolean {
  const state = Observed.open(observed);
  return state.known && state.value === value;
}
