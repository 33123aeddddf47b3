/**
 * An answer must be whole. The SDK takes an empty body with status 200 for an answer whose members are all absent, and
 * XML that is cut off for a shorter list: both would look like "there is nothing". Every read that srm-scan sends is
 * answered with a document, so an empty or an unfinished one is an error.
 */
import type { DeserializeMiddleware } from '@smithy/types';

/** The code of an answer with a status of success but without a body. */
export const emptyAnswerCode = 'EmptyAnswer';
/** The code of an answer whose XML ends before its root element does. */
export const truncatedAnswerCode = 'TruncatedAnswer';

/** Stands next to the wire: it sees the HTTP response before the SDK reads it. */
export function wholeAnswer<I extends object, O extends object>(): DeserializeMiddleware<I, O> {
  return (next) => async (args) => {
    const result = await next(args);
    const { response } = result;
    if (!isHttp(response) || response.statusCode >= 300) return result;
    const body = await readAll(response.body);
    response.body = body;
    if (body.byteLength === 0) throw answerError(emptyAnswerCode, 'status 200 without a body');
    if (isCutOff(body)) throw answerError(truncatedAnswerCode, 'the answer ends in the middle');
    return result;
  };
}

interface HttpAnswer {
  readonly statusCode: number;
  body: AsyncIterable<Uint8Array> | Uint8Array | undefined;
}

function isHttp(response: unknown): response is HttpAnswer {
  return (
    typeof response === 'object' &&
    response !== null &&
    'statusCode' in response &&
    typeof response.statusCode === 'number' &&
    'body' in response
  );
}

async function readAll(body: HttpAnswer['body']): Promise<Uint8Array> {
  if (body === undefined) return new Uint8Array();
  if (body instanceof Uint8Array) return body;
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks);
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

function answerError(name: string, message: string): Error {
  const error = new Error(message);
  error.name = name;
  return error;
}
