/**
 * The chain that binds the records of a recording: each link is the SHA-256 of the link before it and of all that its own
 * record says. Nothing can be changed, moved, added or left out without every link after it, and the last is in the report.
 * Who can rewrite the whole file can chain it anew; against that helps a head that is kept elsewhere, or a signature.
 */
import { canonical, sha256 } from './canonical.ts';
import type { CallRecord } from './ledger.ts';

/** The first link. @param scan the scan record without its link */
export function firstLink(scan: object): string {
  return sha256(canonical(scan));
}

/** The link of a call. The answer is bound by its own hash. @param number 1 for the first call */
export function callLink(before: string, number: number, call: CallRecord): string {
  const { id, input, at, requestId, attempts, sha256: answer } = call;
  return sha256(JSON.stringify([before, number, id, input, at, requestId, attempts, answer]));
}

/** The last link, the head. @param end the end record without its link */
export function lastLink(before: string, end: object): string {
  return sha256(JSON.stringify([before, canonical(end)]));
}
