/** Who is asking, which account this is, and which Regions it has: what every scan begins with. */
import type { Caller } from '../aws/caller.ts';
import type { Reads, RegionState } from '../aws/reads.ts';
import type { Collector } from '../collect/collector.ts';
import { type Listing, Observed } from '../observe/observed.ts';
import { GetCallerIdentity } from '../collectors/sts/operations.ts';
import { ListAccountAliases } from '../collectors/iam/operations.ts';
import { DescribeRegions } from '../collectors/ec2/operations.ts';
import { ListRegions } from '../collectors/account/operations.ts';
import { discoveryCalls } from '../plan/discovery-calls.ts';

export interface Discovery {
  readonly account: string;
  readonly partition: string;
  /** ARN of the identity that scans. */
  readonly principal: string;
  /** Null where the account has none, and where the scan did not ask. */
  readonly alias: Observed<string | null>;
  /** Every Region of the partition that was told of, by name. */
  readonly regionStates: Observed<readonly RegionState[]>;
}

/** The first calls of a scan. Unreadable where the credentials do not work: then nothing can be scanned. */
export async function discover(
  caller: Caller,
  collectors: readonly Collector<unknown>[],
): Promise<Observed<Discovery>> {
  const calls = discoveryCalls(collectors);
  // Where the first source of the Regions fails the second is asked whatever it takes to load.
  const who = { id: 'discovery', calls: [...calls, DescribeRegions] };
  const aws = caller.readsFor(who, 'global');
  const identity = await aws.get(GetCallerIdentity, {}, (answer, { must, unusable }) => ({
    account: accountId(must(answer, 'Account')) ?? unusable('Account is no account id'),
    principal: must(answer, 'Arn'),
  }));
  const known = Observed.open(identity);
  if (!known.known) return Observed.unreadable(...known.causes);

  const [alias, regionStates] = await Promise.all([
    calls.includes(ListAccountAliases) ? readAlias(aws) : Observed.known(null),
    readRegions(aws, calls.includes(DescribeRegions)),
  ]);
  const { account: id, principal } = known.value;
  const partition = principal.split(':')[1] ?? 'aws';
  return Observed.known(
    { account: id, partition, principal, alias, regionStates },
    ...known.sources,
  );
}

function readAlias(aws: Reads): Promise<Observed<string | null>> {
  return aws.get(
    ListAccountAliases,
    {},
    (answer, { must }) => must(answer, 'AccountAliases')[0] ?? null,
  );
}

/**
 * Account Management and EC2 both know the Regions, and one may be denied where the other is not. ListRegions alone
 * tells ENABLING from ENABLED; DescribeRegions is in more read-only policies.
 */
export async function readRegions(
  aws: Reads,
  askBoth: boolean,
): Promise<Observed<readonly RegionState[]>> {
  const told = await Promise.all([byAccount(aws), ...(askBoth ? [byEc2(aws)] : [])]);
  if (!told.some(isWhole) && !askBoth) told.push(await byEc2(aws));
  const regions = new Map<string, RegionState>();
  for (const state of told.flatMap(({ items }) => items)) {
    const known = regions.get(state.region);
    // Where the two differ, a Region counts as enabled: looking in vain does no harm.
    if (!known || !known.enabled) regions.set(state.region, state);
  }
  // Half a list would pass for the whole: the rest of the account would not be scanned, and nothing would say so.
  if (!told.some(isWhole) || regions.size === 0) {
    return Observed.unreadable(...told.flatMap(({ gaps }) => gaps));
  }
  const sorted = [...regions.values()].toSorted((a, b) => (a.region < b.region ? -1 : 1));
  return Observed.known(sorted, ...told.flatMap(({ sources }) => sources));
}

function isWhole({ gaps }: Listing<RegionState>): boolean {
  return gaps.length === 0;
}

const byName = { key: ({ region }: RegionState) => region };

function byAccount(aws: Reads): Promise<Listing<RegionState>> {
  return aws.list(
    ListRegions,
    {},
    'Regions',
    (region, { must }): RegionState => {
      const state = must(region, 'RegionOptStatus');
      // In a state that is unheard of it is looked at: looking in vain does no harm.
      const enabled = !['DISABLED', 'DISABLING', 'ENABLING'].includes(state);
      return { region: must(region, 'RegionName'), state, enabled };
    },
    byName,
  );
}

function byEc2(aws: Reads): Promise<Listing<RegionState>> {
  return aws.list(
    DescribeRegions,
    { AllRegions: true },
    'Regions',
    (region, { must }): RegionState => {
      const state = must(region, 'OptInStatus');
      return { region: must(region, 'RegionName'), state, enabled: state !== 'not-opted-in' };
    },
    byName,
  );
}

/** Twelve digits. AWS Account Management reference guide, "View AWS account identifiers". */
function accountId(text: string): string | undefined {
  return /^\d{12}$/.test(text) ? text : undefined;
}
