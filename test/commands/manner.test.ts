import { describe, expect, it } from 'vitest';
import { isColoured } from '../../src/commands/manner.ts';

const terminal = { isTerminal: true };
const pipe = { isTerminal: false };
const color = true;

describe('F53: colours', () => {
  it.each([
    ['a terminal', terminal, { color }, {}, true],
    ['a pipe', pipe, { color }, {}, false],
    ['a dumb terminal', terminal, { color }, { TERM: 'dumb' }, false],
    ['NO_COLOR', terminal, { color }, { NO_COLOR: '1' }, false],
    ['NO_COLOR that is empty', terminal, { color }, { NO_COLOR: '' }, true],
    ['FORCE_COLOR in a pipe', pipe, { color }, { FORCE_COLOR: '1' }, true],
    ['FORCE_COLOR that is empty', pipe, { color }, { FORCE_COLOR: '' }, false],
    ['FORCE_COLOR=0 on a terminal', terminal, { color }, { FORCE_COLOR: '0' }, false],
    ['both, as Node has it', terminal, { color }, { FORCE_COLOR: '1', NO_COLOR: '1' }, true],
    ['--no-color against all', terminal, { color: false }, { FORCE_COLOR: '1' }, false],
  ])('%s', (_, screen, option, environment, expected) => {
    expect(isColoured(screen, option, environment)).toBe(expected);
  });
});
