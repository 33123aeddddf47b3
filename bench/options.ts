/** What `npm run bench` was asked to do. */
import { parseArgs } from 'node:util';
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
    },
  });
  const { peer } = values;
  if (peer !== undefined && peer !== 'prowler') throw new Error('--peer takes prowler.');
  const runs = Number(values.runs ?? (peer ? 1 : 3));
  if (!Number.isInteger(runs) || runs < 1) throw new Error('--runs takes a whole number from 1.');
  const rates = values.rate?.map(Number);
  if (rates?.some((rate) => !(rate >= 0.1 && rate <= 1))) {
    throw new Error('--rate takes a number from 0.1 to 1.');
  }
  const findings = values.findings.map(Number);
  if (!findings.every((count) => Number.isInteger(count) && count > 0)) {
    throw new Error('--findings takes a whole number from 1.');
  }
  const accounts = values.account?.map(accountNamed) ?? (peer ? ['145' as const] : usual);
  return { runs, accounts, rates, json: values.json, peer, findings };
}

function isSize(name: string): name is SizeName {
  return name in sizes;
}

function accountNamed(name: string): AccountName {
  if (name === 'sample' || isSize(name)) return name;
  throw new Error(`--account takes sample, ${Object.keys(sizes).join(', ')}.`);
}
