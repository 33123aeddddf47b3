import { describe, expect, it } from 'vitest';
import { parseDuration, parseRate } from '../../src/commands/options.ts';
import { parseFailOn } from '../../src/run/outcome.ts';
import { parseFormats, parseFormatsWithoutBrowser } from '../../src/run/outputs/output.ts';
import { UserError } from '../../src/text/user-error.ts';

describe('a time', () => {
  it.each([
    ['90s', 90_000],
    ['14m', 840_000],
    ['1h', 3_600_000],
    ['1s', 1000],
    ['1.5s', 1500],
    ['24h', 86_400_000],
  ])('%s', (text, milliseconds) => {
    expect(parseDuration(text)).toBe(milliseconds);
  });

  it.each(['0.001s', '0.9s', '0.01m'])('%s reads nothing, and is refused (F74)', (text) => {
    expect(() => parseDuration(text)).toThrow('is not between 1s and 24h');
  });

  // 600h would be more than a timer can hold, and would end the scan at once.
  it.each(['', '90', '14 m', '14min', '-1s', '0s', '600h', '1d', 'soon', '1e3s'])(
    '%j is none',
    (text) => {
      expect(() => parseDuration(text)).toThrow(UserError);
      expect(() => parseDuration(text)).toThrow('--deadline');
    },
  );
});

describe('a share', () => {
  it.each([
    ['0.1', 0.1],
    ['1', 1],
  ])('%s', (text, rate) => {
    expect(parseRate(text)).toBe(rate);
  });

  it.each(['', '0', '0.05', '1.5', '50%', 'NaN', '-0.5'])('%j is none', (text) => {
    expect(() => parseRate(text)).toThrow('from 0.1 to 1');
  });
});

describe('a level to fail on', () => {
  it('is a severity or none, however it is written', () => {
    expect(parseFailOn('critical')).toBe('critical');
    expect(parseFailOn('None')).toBe('none');
  });

  it('that is unknown is refused', () => {
    expect(() => parseFailOn('hihg')).toThrow('Did you mean high?');
    expect(() => parseFailOn('nome')).toThrow('Did you mean none?');
    expect(() => parseFailOn('everything')).toThrow('informational, none');
  });
});

describe('formats', () => {
  it('are all, unless some are chosen; each once', () => {
    expect(parseFormats([]).map(({ id }) => id)).toEqual(['html', 'json']);
    expect(parseFormats(['json', 'json']).map(({ id }) => id)).toEqual(['json']);
  });

  it('that are unknown are refused', () => {
    expect(() => parseFormats(['jsn'])).toThrow('Did you mean json');
    expect(() => parseFormats(['spreadsheet'])).toThrow('Known: html, pdf, json, ');
  });

  it('that a browser prints are refused where there can be none', () => {
    expect(parseFormatsWithoutBrowser(['html'], 'Lambda').map(({ id }) => id)).toEqual(['html']);
    expect(() => parseFormatsWithoutBrowser(['json', 'pdf'], 'Lambda')).toThrow(
      'pdf is printed by a Chromium, and there is none in Lambda; ask for html',
    );
  });
});
