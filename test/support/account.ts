/** The account as the resource of a check. */
import { accountResource } from '../../src/collect/account.ts';
import type { Observed } from '../../src/observe/observed.ts';
import { account } from './check-tester.ts';

export function theAccount<S extends Readonly<Record<string, Observed<unknown>>>>(
  settings: S,
  region = 'global',
) {
  return accountResource({ account, partition: 'aws', region }, settings);
}
