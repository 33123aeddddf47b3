import { describe, expect, it } from 'vitest';
import { codeSpan, markdownCell, markdownLink, markdownText } from '../../src/text/markdown.ts';
import { activeIn, partsOf } from '../support/markdown.ts';

/** What GitHub Flavored Markdown, or GitHub behind it, would make something of. */
const hostile = [
  '<img src=x onerror=alert(1)>',
  '</code><script>alert(1)</script>',
  '<!-- --> ]]> <![CDATA[',
  '[click](javascript:alert(1))',
  '![pixel](https://evil.example/p.png)',
  '[ref]: https://evil.example',
  '[^1] [^1]: note',
  '<https://evil.example> https://evil.example www.evil.example a@evil.example',
  '@everyone @octo-org/team \\@octocat &#64;octocat &commat;octocat',
  '#1 GH-1 octo/repo#1 deadbeefcafe a@deadbeef 1234567',
  ':secret: :+1: :100:',
  '# heading',
  '1. one',
  '- [x] done',
  '> [!WARNING]',
  '---',
  '| a | b |',
  '**bold** _it_ ~~gone~~ `code` ``two`` ```three',
  '`',
  ' ` ',
  '\\`',
  '$x$ $$y$$ $`z`$',
  '&lt;b&gt; &#x41; &copy;',
  'line\nbreak\r\n- and\ttab',
  '\u202Eright to left\u202C',
  'nul\u0000 lone\uD800 \u2028 \uFEFF',
  '\u05D0\u05D1 \u0627\u0644',
  'x'.repeat(10_240),
];

describe('a sentence', () => {
  it('keeps its plain words, its numbers and its signs', () => {
    for (const text of [
      'None of the customer’s 1,312 findings fails; 12 could not be read.',
      'The setting is off (and was never on): "why"?',
      '90% of S3, EC2 and IPv6, read-only until 2027-01-31…',
    ]) {
      expect(markdownText(text)).toBe(text);
    }
  });

  it('has names, calls and addresses as code, without the signs around them', () => {
    expect(markdownText('the policy of arn:aws:s3:::logs, grants s3:GetObject (to *).')).toBe(
      'the policy of `arn:aws:s3:::logs`, grants `s3:GetObject` (to `*`).',
    );
    expect(markdownText('opens 0.0.0.0/0 tcp/22 to all')).toBe('opens `0.0.0.0/0 tcp/22` to all');
  });

  it.each(hostile)('makes nothing of %j', (text) => {
    const parts = partsOf(`- ${markdownText(`is off for ${text} and on`)}`);
    expect(activeIn(parts)).toEqual([]);
  });
});

describe('code', () => {
  it.each(hostile)('shows %j as it is, but for what cannot be seen', (text) => {
    const { outside, code } = partsOf(`- ${codeSpan(text)}`);
    expect(outside).toEqual(['- ']);
    expect(code.map((each) => each.replaceAll(/<U\+[\dA-F]+>/g, ''))).toEqual([
      text.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, ''),
    ]);
  });

  it.each(['`', '``', ' ', ' a ', '` a', 'a`', ' `` ', 'a`b``c```d'])('keeps %j', (text) => {
    expect(partsOf(codeSpan(text)).code).toEqual([text]);
  });

  it('is not made of nothing, which would be a stray mark', () => {
    expect(codeSpan('')).toBe('(empty)');
  });
});

describe('a cell', () => {
  it.each(['a|b', '|', 'a\\|b', '\\|', '||', 'a\\'])('ends where it ends: %j', (text) => {
    const row = `| ${[text, text].map((each) => markdownCell(codeSpan(each))).join(' | ')} |`;
    // As GitHub splits a row: a backslash takes the next character with it.
    expect([...row.matchAll(/(?:\\.|[^\\|])+/gs)]).toHaveLength(2);
  });
});

describe('an address', () => {
  it('is a link where it is one of the web and nothing else', () => {
    expect(markdownLink('https://docs.aws.amazon.com/a/b.html#c')).toBe(
      '<https://docs.aws.amazon.com/a/b.html#c>',
    );
    for (const odd of [
      'javascript:alert(1)',
      'http://x.example',
      'https://x.example/a>b',
      'https://u@x.example',
      'https://x.example/ b',
    ]) {
      expect(markdownLink(odd)).toBe(codeSpan(odd));
    }
  });
});
