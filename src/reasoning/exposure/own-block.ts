/** Whether something blocks public access by itself, whatever the account or a bucket does. */
import { fail, pass, type Verdict } from '../../judge/verdict.ts';
import { blockFlags, type PublicAccessBlock } from './block-public-access.ts';

/** Passes with all four flags. */
export function judgeOwnBlock(block: NonNullable<PublicAccessBlock>): Verdict {
  const off = blockFlags.filter((flag) => !block[flag]);
  if (off.length === 0) return pass('all four settings are on');
  return fail(`off: ${off.join(', ')}`);
}
