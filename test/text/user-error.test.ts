import { describe, expect, it } from 'vitest';
import { parseFrameworkName } from '../../src/frameworks/index.ts';
import { unknownName } from '../../src/text/user-error.ts';

describe('an unknown name', () => {
  const known = ['s3-bucket-not-public', 's3-bucket-tls-only'];

  it('is told with what may have been meant, or else with where to look', () => {
    expect(unknownName('check', 's3-bucket-tls-onyl', known, 'See the list.').message).toBe(
      'unknown check "s3-bucket-tls-onyl". Did you mean s3-bucket-tls-only?',
    );
    expect(unknownName('check', 'nonsense', known, 'See the list.').message).toBe(
      'unknown check "nonsense". See the list.',
    );
  });

  // F72: a name of 200 kB cost 10 s in the edit distance and was repeated whole.
  it('F72: is cut where it is quoted, and compared with nothing, when it is endless', () => {
    const endless = 'x'.repeat(200_000);
    const { message } = unknownName('check', endless, known, 'See the list.');
    expect(message.length).toBeLessThan(200);
    expect(message).toContain('See the list.');
    expect(parseFrameworkName(endless)).toEqual({ known: false, nearMisses: [] });
  });
});
