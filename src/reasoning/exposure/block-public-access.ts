/**
 * S3's Block Public Access, of the account and of each bucket. Amazon S3 user guide, "Blocking public access to your
 * Amazon S3 storage".
 */
import { ifKnown } from '../../observe/if-known.ts';
import { any } from '../../observe/logic.ts';
import { derive, type Observed } from '../../observe/observed.ts';

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
