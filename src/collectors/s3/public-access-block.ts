/** Block Public Access, as it is set for the account and for each bucket. */
import type { Members } from '../../aws/reads.ts';
import { accountListing } from '../../collect/account.ts';
import { defineCollector } from '../../collect/collector.ts';
import { ifKnown } from '../../observe/if-known.ts';
import { any } from '../../observe/logic.ts';
import { derive, type Observed } from '../../observe/observed.ts';
import { bucketSetting } from './buckets.ts';
import { GetAccountPublicAccessBlock } from '../s3control/operations.ts';
import { GetBucketPublicAccessBlock } from './operations.ts';

/** The four flags, in the order in which AWS lists them. */
export const blockFlags = [
  'BlockPublicAcls',
  'IgnorePublicAcls',
  'BlockPublicPolicy',
  'RestrictPublicBuckets',
] as const;
export type BlockFlag = (typeof blockFlags)[number];

/** One level's configuration; null where it was never made, which leaves all four off. */
export type PublicAccessBlock = Readonly<Record<BlockFlag, boolean>> | null;

/** The levels that set a bucket's flags. */
export interface BlockLevels {
  /** An organisation's policy shows here too: S3 answers with what is in effect for the account. */
  readonly account: Observed<PublicAccessBlock>;
  readonly bucket: Observed<PublicAccessBlock>;
}
export type BlockLevel = keyof BlockLevels;

/** The account's own block. It holds in every Region, so one Region is asked. */
export const accountBlock = defineCollector({
  id: 's3.account-public-access-block',
  service: 's3',
  scope: 'global',
  calls: [GetAccountPublicAccessBlock],
  gather: (aws): Promise<Observed<PublicAccessBlock>> =>
    aws.get(GetAccountPublicAccessBlock, { AccountId: aws.account }, readBlock, {
      whenAbsent: null,
    }),
});

/** The account as the resource that carries its block. */
export const accountWithBlock = defineCollector({
  id: 's3.account',
  service: 's3',
  scope: 'global',
  calls: [],
  needs: { block: accountBlock },
  gather: (aws, { block }) => accountListing(aws, { block }),
});

export const bucketBlock = bucketSetting(
  's3.bucket-public-access-block',
  GetBucketPublicAccessBlock,
  readBlock,
  { whenAbsent: null },
);

/**
 * The level that turns a flag on, null when none does. A flag is in effect when any level has it on (Amazon S3 user
 * guide, "Blocking public access", settings combine to the most restrictive), so one level that has it decides,
 * whatever could not be read of the other.
 */
export function levelOf(flag: BlockFlag, levels: BlockLevels): Observed<BlockLevel | null> {
  return derive((read) => {
    const isOn = (level: BlockLevel) => () => read(levels[level])?.[flag] === true;
    if (!any(isOn('bucket'), isOn('account'))) return null;
    return ifKnown(() => read(levels.bucket))?.[flag] ? 'bucket' : 'account';
  });
}

/** Names a level in a reason. */
export function levelName(level: BlockLevel): string {
  return level === 'bucket' ? 'the bucket itself' : 'the account or its organisation';
}

function readBlock(
  answer: {
    readonly PublicAccessBlockConfiguration?:
      | Partial<Record<BlockFlag, boolean | undefined>>
      | undefined;
  },
  { must }: Members,
): PublicAccessBlock {
  const configuration = must(answer, 'PublicAccessBlockConfiguration');
  return {
    BlockPublicAcls: must(configuration, 'BlockPublicAcls'),
    IgnorePublicAcls: must(configuration, 'IgnorePublicAcls'),
    BlockPublicPolicy: must(configuration, 'BlockPublicPolicy'),
    RestrictPublicBuckets: must(configuration, 'RestrictPublicBuckets'),
  };
}
