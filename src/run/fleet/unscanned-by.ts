/** Why an account could not be scanned, and what to do about it. */
import { NotStarted } from '../../aws/live/explain-start.ts';
import { type Unscanned, unscannedSchema } from '../../fleet/unscanned.ts';
import { UserError } from '../../text/user-error.ts';

/** How the user goes on. */
export interface Next {
  /** What scans the account again: `go on with --resume`. */
  readonly again: string;
  /** What gives it more time, where something does. */
  readonly longer?: string;
}

export function unscannedBy(error: UserError, account: string, { again, longer }: Next): Unscanned {
  const told = (reason: Unscanned['reason'], cause: string, cure: string): Unscanned => ({
    schema: unscannedSchema,
    account,
    reason,
    cause: cause.slice(0, 2000),
    cure,
    at: new Date().toISOString(),
  });
  const started = error instanceof NotStarted ? error : { fault: 'failed', words: '' };
  const { fault } = started;
  // Codes of ours say nothing to a reader.
  const words = started.words.replace(/^(ScanEnded: not read|Credentials\w+): /, '');
  if (fault === 'refused') {
    const cure = `Deploy the role there, let its trust policy name who scans, and give the external id that it asks for; then ${again}.`;
    return told('refused', words, cure);
  }
  if (fault === 'timed-out') {
    const more = longer === undefined ? '' : `, or ${longer}`;
    return told('timed-out', words, `See why nothing answers${more}; then ${again}.`);
  }
  return told('failed', error.message, `Mend that, and ${again}.`);
}

/** A role may lead elsewhere. Throws a `UserError` then. */
export function refuseOtherAccount(found: string, wanted: string): void {
  if (found === wanted) return;
  throw new UserError(`the role led into account ${found}, and not into ${wanted}`);
}
