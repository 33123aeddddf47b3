/**
 * Whether the account's sessions hold in Regions that must be opted in to. The global endpoint of STS gives tokens of
 * version 1 unless the account says otherwise, and those Regions refuse them, enabled or not. IAM user guide, "Managing AWS
 * STS in an AWS Region".
 */
import type { Caller } from '../aws/caller.ts';
import type { Asker } from '../aws/sharing.ts';
import type { Collector } from '../collect/collector.ts';
import { GetAccountSummary } from '../collectors/iam/operations.ts';
import { Observed } from '../observe/observed.ts';
import type { SessionTokens } from '../report/lost-regions.ts';
import type { Discovery } from './discovery.ts';

/** Who asks for the version, if a Region refuses: the answer is kept for it, where the scan asks for it anyway. */
export const tokenAsker: Asker = { id: 'session-tokens', calls: [GetAccountSummary] };

/** States of Regions that were opted in to and are enabled, as Account Management and EC2 name them. */
const optedIn: ReadonlySet<string> = new Set(['ENABLED', 'opted-in']);

export async function sessionTokens(
  caller: Caller,
  collectors: readonly Collector<unknown>[],
  { regionStates }: Pick<Discovery, 'regionStates'>,
): Promise<SessionTokens> {
  const states = Observed.open(regionStates);
  const regions = states.known ? states.value.filter(({ state }) => optedIn.has(state)) : [];
  const told = { optedIn: regions.map(({ region }) => region) };
  // It is no reason to ask for more than the checks need.
  if (!collectors.some(({ calls }) => calls.includes(GetAccountSummary))) return told;
  const aws = caller.readsFor(tokenAsker, 'global');
  const version = Observed.open(
    await aws.get(GetAccountSummary, {}, (answer, { must }) =>
      must(must(answer, 'SummaryMap'), 'GlobalEndpointTokenVersion'),
    ),
  );
  return version.known ? { ...told, version: version.value } : told;
}
