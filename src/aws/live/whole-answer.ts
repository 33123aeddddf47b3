/**
 * An answer must be whole. The SDK takes an empty body with status 200 for an answer whose members are all absent, and
 * XML that is cut off for a shorter list: both would look like "there is nothing". Every read that srm-scan sends is
 * answered with a document, so an empty or an unfinished one is an error.
 */

/** The code of an answer with a status of success but without a body. */
export const emptyAnswerCode = 'EmptyAnswer';
/** The code of an answer whose XML ends before its root element does. */
export const truncatedAnswerCode = 'TruncatedAnswer';

/** What is wrong with the body of an HTTP answer; an error of AWS is left to the SDK. */
export function brokenAnswer(statusCode: number, body: Uint8Array): Error | undefined {
  if (statusCode >= 300) return undefined;
  if (body.byteLength === 0) return answerError(emptyAnswerCode, 'status 200 without a body');
  if (isCutOff(body)) return answerError(truncatedAnswerCode, 'the answer ends in the middle');
  return undefined;
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
export function answerError(name: string, message: string): Error {
  const error = new Error(message);
  error.name = name;
  return error;
}
