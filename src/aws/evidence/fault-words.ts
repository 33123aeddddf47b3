/** Whose words the error of a call are, for those who tell of it. */
import type { Fault } from '../faults.ts';

/**
 * Whether some policy denies the call in so many words: no permission that is given elsewhere helps against that. The words
 * are AWS's: IAM user guide, "Troubleshoot access denied error messages".
 */
export function isExplicitDenial({ message }: Pick<Fault, 'message'>): boolean {
  return /with an explicit deny/i.test(message);
}

const unreached = new Set(['HostIsSilent', 'TimeoutError', 'CredentialsTimeout', 'NotRecorded']);

/** Whether nothing came at all: the words are those of the network, or ours. */
export function isUnreached({ code }: Pick<Fault, 'code'>): boolean {
  return unreached.has(code) || /^E[A-Z]+$/.test(code);
}

const unusable = new Set(['EmptyAnswer', 'TruncatedAnswer', 'AnswerTooLarge', 'NoAnswer']);

/** Whether what came was no answer of AWS: the words are ours. */
export function isUnusable({ code }: Pick<Fault, 'code'>): boolean {
  return unusable.has(code);
}
