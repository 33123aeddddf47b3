import { describe, expect, it } from 'vitest';
import { wholeAnswer } from '../../../src/aws/live/whole-answer.ts';

/** What comes through the middleware of an HTTP answer. */
async function through(statusCode: number, body: Uint8Array | AsyncIterable<Uint8Array>) {
  const response = { statusCode, headers: {}, body };
  const handler = wholeAnswer()(() => Promise.resolve({ response, output: {} }), {});
  await handler({ input: {}, request: {} });
  return response.body;
}

function text(content: string): Uint8Array {
  return Buffer.from(content);
}

async function* chunks(...parts: readonly string[]) {
  for (const part of parts) {
    await Promise.resolve();
    yield text(part);
  }
}

const prolog = '<?xml version="1.0" encoding="UTF-8"?>\n';

describe('an answer', () => {
  it.each([
    ['XML', `${prolog}<ListUsersResponse><Users/></ListUsersResponse>\n`],
    ['XML with attributes', '<R xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><A>1</A></R>'],
    ['an element that is empty', `${prolog}<LocationConstraint xmlns="http://s3.amazonaws.com/"/>`],
    ['JSON', '{"Keys":[]}'],
    ['a long one', `<R><A>${'x'.repeat(5000)}</A></R>`],
    ['one with a byte order mark', '\uFEFF<R><A/></R>'],
  ])('that is whole passes unchanged: %s', async (_, content) => {
    expect(await through(200, text(content))).toEqual(Buffer.from(content));
    expect(await through(200, chunks(content.slice(0, 9), content.slice(9)))).toEqual(
      Buffer.from(content),
    );
  });

  it.each([
    ['in an element', `${prolog}<ListUsersResponse><Users><member>`],
    ['before the end of the root', '<ListBucketsResult><Buckets></Buckets>'],
    ['in the tag of the root', `${prolog}<ListBucketsResult xmlns="http://s3.ama`],
    ['in the last tag', '<R><A>1</A></R'],
    ['after the prolog', prolog],
  ])('that ends %s is an error', async (_, content) => {
    await expect(through(200, text(content))).rejects.toMatchObject({ name: 'TruncatedAnswer' });
  });

  it('without a body is an error', async () => {
    await expect(through(200, text(''))).rejects.toMatchObject({ name: 'EmptyAnswer' });
    await expect(through(200, chunks())).rejects.toMatchObject({ name: 'EmptyAnswer' });
  });

  it('that is an error of AWS is left to the SDK', async () => {
    expect(await through(403, text(''))).toEqual(text(''));
  });
});
