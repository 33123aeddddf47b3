/** Whether Amazon Inspector scans a kind of thing in a Region: the question of several checks. */
import { fail, notApplicable, pass, type Verdict } from '../judge/verdict.ts';
import type { Observed, Read } from '../observe/observed.ts';

type ScanStatus = 'ENABLED' | 'ENABLING' | 'DISABLED' | 'DISABLING' | 'SUSPENDED' | 'SUSPENDING';

const words: Readonly<Record<Exclude<ScanStatus, 'ENABLED'>, string>> = {
  ENABLING: 'is being turned on, and does not scan yet',
  DISABLED: 'is off',
  DISABLING: 'is being turned off',
  SUSPENDED: 'is suspended',
  SUSPENDING: 'is being suspended',
};

/**
 * @param what is scanned, in the plural: `EC2 instances`
 * @param isThere whether the Region has any
 */
export function judgeScanning(
  read: Read,
  status: Observed<ScanStatus>,
  what: string,
  isThere: () => boolean,
): Verdict {
  const is = read(status);
  const scanning = `Inspector's scanning of ${what}`;
  if (is === 'ENABLED') return pass(`${scanning} is on`);
  if (!isThere()) return notApplicable(`${scanning} ${words[is]}, and there are none here`);
  return fail(`${scanning} ${words[is]}`);
}
