import { expect, it } from 'vitest';
import { limitIn } from '../../src/collect/limit.ts';

const limit = { check: 'iam-access-key-rotated', parameter: 'max-age', usual: 90 };

it.each([
  [30, { 'iam-access-key-rotated': { 'max-age': 30 } }],
  [90, { 'iam-access-key-rotated': { grace: 30 } }],
  [90, { 'iam-access-key-unused': { 'max-age': 30 } }],
  [90, {}],
])('a limit is %i where the parameters of the checks are %j', (expected, params) => {
  expect(limitIn(params, limit)).toBe(expected);
});
