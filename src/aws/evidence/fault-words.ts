/** Whose words the error of a call are, for those who tell of it. */
import { type Fault, type FaultClass, faultClassOf } from '../faults.ts';

/**
 * Whether some policy denies the call in so many words: no permission that is given elsewhere helps against that. The words
 * are AWS's: IAM user guide, "Troubleshoot access denied error messages".
 */
export function isExplicitDenial({ message }: Pick<Fault, 'message'>): boolean {
  return /with an explicit deny/i.test(message);
}

/** Classes of what happens on the way to AWS. */
const ofTheWay: ReadonlySet<FaultClass> = new Set([
  'unreachable',
  'proxy',
  'certificate',
  'not-recorded',
]);
const unreached = new Set(['CredentialsTimeout']);

/** Whether nothing came at all: the words are those of the network, or ours. */
export function isUnreached(fault: Pick<Fault, 'code' | 'message'>): boolean {
  const { code } = fault;
  return unreached.has(code) || ofTheWay.has(faultClassOf(fault)) || /^E[A-Z]+$/.test(code);
}

const unusable = new Set([
  'EmptyAnswer',
  'TruncatedAnswer',
  'AnswerTooLarge',
  'NoAnswer',
  'NotFromAws',
  'CredentialsUnavailable',
]);

/** Whether what came was no answer of AWS: the words are ours. */
export function isUnusable({ code }: Pick<Fault, 'code'>): boolean {
  return unusable.has(code);
}

/** What an error says, by its code. */
export { type FaultClass, faultClassOf } from '../faults.ts';
