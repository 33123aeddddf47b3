import { expect, it } from 'vitest';
import { readOptions } from '../../bench/options.ts';

it('measures the sample company and the smaller accounts unless told otherwise', () => {
  expect(readOptions([])).toEqual({
    runs: 3,
    accounts: ['sample', '145', '2560', '6600'],
    findings: [],
    formats: ['html', 'json'],
    page: [],
    rates: undefined,
    json: false,
    peer: undefined,
  });
});

it('takes accounts and rates one by one, and compares once with a peer', () => {
  const args = ['--account', '2560', '--account', '121000', '--rate', '0.5', '--rate', '1'];
  expect(readOptions(args)).toMatchObject({ accounts: ['2560', '121000'], rates: [0.5, 1] });
  expect(readOptions(['--peer', 'prowler'])).toMatchObject({ runs: 1, accounts: ['145'] });
});

it('opens a page five times', () => {
  expect(readOptions(['--page', '100000', '--page', '500000'])).toMatchObject({
    runs: 5,
    page: [100_000, 500_000],
  });
});

it.each([
  [['--page', '1.5'], '--page takes a whole number from 1.'],
  [['--findings', 'many'], '--findings takes a whole number from 1.'],
  [['--format', 'xml'], '--format takes html, '],
  [['--account', '100'], '--account takes sample, 145, 2560, 6600, 121000.'],
  [['--rate', '2'], '--rate takes a number from 0.1 to 1.'],
  [['--runs', '0'], '--runs takes a whole number from 1.'],
  [['--peer', 'scoutsuite'], '--peer takes prowler.'],
])('says what to write instead of %s', (args, words) => {
  expect(() => readOptions(args)).toThrow(words);
});
