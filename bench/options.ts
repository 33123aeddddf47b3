/** What `npm run bench` was asked to do. */
import { parseArgs } from 'node:util';
import { findReporter, reporters, usualReporters } from '../reports/index.ts';
import { sizes } from './account/sizes.ts';
import type { SizeName } from './account/sizes.ts';

type AccountName = SizeName | 'sample';

export interface Options {
  readonly runs: number;
  readonly accounts: readonly AccountName[];
  /** Undefined where each account has the rates of its own. */
  readonly rates: readonly number[] | undefined;
  readonly json: boolean;
  readonly peer: 'prowler' | undefined;
  /** How many findings are measured by themselves; nothing else is, where there are any. */
  readonly findings: readonly number[];
  /** The formats that they are written in. */
  readonly formats: readonly string[];
  /** How many findings the pages have that are opened in Chromium; nothing else is measured, where there are any. */
  readonly page: readonly number[];
}

/** The largest takes minutes for each run, so it has to be asked for. */
const usual: readonly AccountName[] = ['sample', '145', '2560', '6600'];

/** Throws, with what to write instead, where an option makes no sense. */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      runs: { type: 'string' },
      account: { type: 'string', multiple: true },
      rate: { type: 'string', multiple: true },
      json: { type: 'boolean', default: false },
      peer: { type: 'string' },
      findings: { type: 'string', multiple: true, default: [] },
      format: { type: 'string', multiple: true },
      page: { type: 'string', multiple: true, default: [] },
    },
  });
  const { peer } = values;
  if (peer !== undefined && peer !== 'prowler') throw new Error('--peer takes prowler.');
  const findings = countsFrom('--findings', values.findings);
  const page = countsFrom('--page', values.page);
  const runs = Number(values.runs ?? (peer ? 1 : page.length > 0 ? 5 : 3));
  if (!Number.isInteger(runs) || runs < 1) throw new Error('--runs takes a whole number from 1.');
  const rates = values.rate?.map(Number);
  if (rates?.some((rate) => !(rate >= 0.1 && rate <= 1))) {
    throw new Error('--rate takes a number from 0.1 to 1.');
  }
  const formats = values.format ?? usualReporters.map(({ id }) => id);
  if (!formats.every(findReporter)) {
    throw new Error(`--format takes ${reporters.map(({ id }) => id).join(', ')}.`);
  }
  const accounts = values.account?.map(accountNamed) ?? (peer ? ['145' as const] : usual);
  return { runs, accounts, rates, json: values.json, peer, findings, formats, page };
}

function countsFrom(option: string, texts: readonly string[]): readonly number[] {
  const counts = texts.map(Number);
  if (counts.every((count) => Number.isInteger(count) && count > 0)) return counts;
  throw new Error(`${option} takes a whole number from 1.`);
}

function isSize(name: string): name is SizeName {
  return name in sizes;
}

function accountNamed(name: string): AccountName {
  if (name === 'sample' || isSize(name)) return name;
  throw new Error(`--account takes sample, ${Object.keys(sizes).join(', ')}.`);
}
