/** The account as the resource of a check. */
import { accountResource } from '../../src/collector.ts';
import type { Observed } from '../../src/observed.ts';
import { account } from './check-tester.ts';

export function theAccount<S extends Readonly<Record<string, Observed<unknown>>>>(
  settings: S,
  region = 'global',
) {
  return accountResource({ account, partition: 'aws', region }, settings);
}
