/** Block Public Access, as it is set for the account and for each bucket. */
import type { Members } from '../../aws/reads.ts';
import { accountListing } from '../../collect/account.ts';
import { defineCollector } from '../../collect/collector.ts';
import type { Observed } from '../../observe/observed.ts';
import type { BlockFlag, PublicAccessBlock } from '../../reasoning/exposure/block-public-access.ts';
import { bucketSetting } from './buckets.ts';
import { GetAccountPublicAccessBlock } from '../s3control/operations.ts';
import { GetBucketPublicAccessBlock } from './operations.ts';

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

type SomeBlock = Partial<Record<BlockFlag, boolean | undefined>>;

function readBlock(
  answer: { readonly PublicAccessBlockConfiguration?: SomeBlock | undefined },
  members: Members,
): PublicAccessBlock {
  return blockIn(members.must(answer, 'PublicAccessBlockConfiguration'), members);
}

/** The four flags of a configuration, which S3 always tells together. */
export function blockIn(configuration: SomeBlock, { must }: Members): Record<BlockFlag, boolean> {
  return {
    BlockPublicAcls: must(configuration, 'BlockPublicAcls'),
    IgnorePublicAcls: must(configuration, 'IgnorePublicAcls'),
    BlockPublicPolicy: must(configuration, 'BlockPublicPolicy'),
    RestrictPublicBuckets: must(configuration, 'RestrictPublicBuckets'),
  };
}
