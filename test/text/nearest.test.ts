import { expect, it } from 'vitest';
import { nearest } from '../../src/text/nearest.ts';

it('F48: never suggests the very word that was typed', () => {
  expect(nearest('--format', ['--format', '--framework'])).not.toContain('--format');
});

it('takes what the word is a part of before what it is a slip for (F48)', () => {
  expect(nearest('--role', ['--rate', '--role-session-name', '--role-arn'])).toEqual([
    '--role-arn',
    '--role-session-name',
  ]);
  expect(nearest('--rtae', ['--rate', '--role-arn'])).toEqual(['--rate']);
  expect(nearest('EU-WEST-1', ['eu-west-1', 'eu-west-2'])).toEqual(['eu-west-1', 'eu-west-2']);
});
