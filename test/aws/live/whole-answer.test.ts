import { describe, expect, it } from 'vitest';
import { brokenAnswer } from '../../../src/aws/live/whole-answer.ts';

function text(content: string): Uint8Array {
  return Buffer.from(content);
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
  ])('that is whole passes: %s', (_, content) => {
    expect(brokenAnswer(200, text(content))).toBeUndefined();
  });

  it.each([
    ['in an element', `${prolog}<ListUsersResponse><Users><member>`],
    ['before the end of the root', '<ListBucketsResult><Buckets></Buckets>'],
    ['in the tag of the root', `${prolog}<ListBucketsResult xmlns="http://s3.ama`],
    ['in the last tag', '<R><A>1</A></R'],
    ['after the prolog', prolog],
  ])('that ends %s is an error', (_, content) => {
    expect(brokenAnswer(200, text(content))).toMatchObject({ name: 'TruncatedAnswer' });
  });

  it('without a body is an error', () => {
    expect(brokenAnswer(200, text(''))).toMatchObject({ name: 'EmptyAnswer' });
    expect(brokenAnswer(204, text(''))).toMatchObject({ name: 'EmptyAnswer' });
  });

  it('that is an error of AWS is left to the SDK', () => {
    expect(brokenAnswer(403, text(''))).toBeUndefined();
    expect(brokenAnswer(300, text('<Error>'))).toBeUndefined();
  });
});
