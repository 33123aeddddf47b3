/**
 * An answer must be whole. The SDK takes an empty body with status 200 for an answer whose members are all absent, and
 * XML that is cut off for a shorter list: both would look like "there is nothing". Every read that srm-scan sends is
 * answered with a document, so an empty or an unfinished one is an error.
 */

import { notFromAwsCode } from '../faults.ts';

/** The code of an answer with a status of success but without a body. */
export const emptyAnswerCode = 'EmptyAnswer';
/** The code of an answer whose XML ends before its root element does. */
export const truncatedAnswerCode = 'TruncatedAnswer';

/** What is wrong with the body of an HTTP answer; an error of AWS is left to the SDK. */
export function brokenAnswer(statusCode: number, body: Uint8Array): Error | undefined {
  // AWS's own front ends answer with a page where a service is down; that is tried again.
  if (statusCode < 500 && isPage(body)) {
    const what = `status ${statusCode} with a page in HTML, which AWS's services never answer`;
    return answerError(notFromAwsCode, what);
  }
  if (statusCode >= 300) return undefined;
  if (body.byteLength === 0) return answerError(emptyAnswerCode, 'status 200 without a body');
  if (isCutOff(body)) return answerError(truncatedAnswerCode, 'the answer ends in the middle');
  return undefined;
}

/** A page for people: a proxy's refusal, or what a network wants to be clicked away. */
function isPage(body: Uint8Array): boolean {
  const head = Buffer.from(body.subarray(0, 200)).toString('utf8').trimStart();
  return /^<(!doctype html|html)\b/i.test(head);
}

/** Whether an XML document lacks the end of its root element. JSON that is cut off does not parse anyway. */
function isCutOff(body: Uint8Array): boolean {
  const head = Buffer.from(body.subarray(0, 2000)).toString('utf8').trimStart();
  if (!head.startsWith('<')) return false;
  const root = /<([A-Za-z_][\w.:-]*)(?:\s[^>]*)?>/.exec(head);
  if (!root) return !/\/>\s*$/.test(head);
  if (root[0].endsWith('/>')) return false;
  const tail = Buffer.from(body.subarray(-300)).toString('utf8').trimEnd();
  return !tail.endsWith(`</${root[1]}>`);
}

/** An error whose name is its code. */
export function answerError(name: string, message: string, cause?: Error): Error {
  const error = new Error(message, cause && { cause });
  error.name = name;
  return error;
}
