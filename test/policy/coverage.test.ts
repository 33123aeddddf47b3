import { describe, expect, it } from 'vitest';
import { everyAction, everyResource, setCovers, setTouches } from '../../src/policy/coverage.ts';
import type { PatternSet } from '../../src/policy/document.ts';

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];
const only = (...globs: string[]): PatternSet => ({
  mode: 'only',
  patterns: globs.map((glob) => ({ text: glob, glob })),
});
const except = (...globs: string[]): PatternSet => ({ ...only(...globs), mode: 'except' });

describe('sets of patterns', () => {
  it.each<[PatternSet, string, { covers: boolean; touches: boolean }]>([
    [only('s3:get*'), 's3:getobject', { covers: true, touches: true }],
    [only('iam:*', 's3:get*'), 's3:getobject', { covers: true, touches: true }],
    [only('s3:get*'), 's3:g*', { covers: false, touches: true }],
    [only('s3:get*'), 's3:putobject', { covers: false, touches: false }],
    [only(), 's3:putobject', { covers: false, touches: false }],
    [except('s3:get*'), 's3:getobject', { covers: false, touches: false }],
    [except('s3:get*'), 's3:putobject', { covers: true, touches: true }],
    [except('s3:get*'), 's3:g*', { covers: false, touches: true }],
    [except('iam:*', 's3:get*'), 's3:getobject', { covers: false, touches: false }],
    [except('iam:*', 's3:get*'), 'kms:*', { covers: true, touches: true }],
    [except(), 's3:getobject', { covers: true, touches: true }],
  ])('%j and %s: %j', (set, target, { covers, touches }) => {
    expect(setCovers(set, target)).toBe(covers);
    expect(setTouches(set, target)).toBe(touches);
  });
});

describe('every action', () => {
  it.each<[string, readonly string[], boolean]>([
    ['*', ['*'], true],
    ['*:*', ['*:*'], true],
    ['?*', ['?*'], true],
    ['???*:???*', ['??*:???*'], true],
    ['all letters', LETTERS.map((letter) => `${letter}*`), true],
    ['all letters, in any order', LETTERS.toReversed().map((letter) => `${letter}*:*`), true],
    ['all letters but a', LETTERS.slice(1).map((letter) => `${letter}*`), false],
    ['all letters but z', LETTERS.slice(0, -1).map((letter) => `${letter}*`), false],
    ['all letters but m', LETTERS.filter((l) => l !== 'm').map((letter) => `${letter}*`), false],
    ['actions of four letters and more', ['*:????*'], false],
    ['prefixes of three letters and more', ['???*:*'], false],
    ['what ends in a letter', ['*a'], false],
    ['one service', ['s3:*'], false],
    ['nothing', [], false],
  ])('%s', (_what, globs, expected) => {
    expect(everyAction(globs)).toBe(expected);
  });
});

describe('every resource', () => {
  it.each<[readonly string[], boolean]>([
    [['*'], true],
    [['arn:aws:s3:::records', '*'], true],
    [['arn:aws:*'], true],
    [['arn:aws:*:*:*:*'], true],
    [['arn:aws-cn:*:*:*:*'], true],
    [['arn:aws-us-gov:*'], true],
    [['arn:*'], true],
    [['arn:*:*:*:*:*'], true],
    [['arn:aws:s3:*'], false],
    [['arn:aws:*:*:*:role/*'], false],
    [['arn:aws:*:eu-west-1:*:*'], false],
    [['arn:aws-iso:*'], true],
    [['arn:aws-eusc:*'], true],
    [['arn:aws-of-nowhere:*'], false],
    [[], false],
  ])('%j: %s', (globs, expected) => {
    expect(everyResource(globs)).toBe(expected);
  });
});
