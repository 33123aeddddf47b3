/** Who is asking, which account this is, and which Regions it has: what every scan begins with. */
import type { Caller, Reads, RegionState } from '../aws/aws.ts';
import { type Cause, Observed } from '../observed.ts';
import type { AnyOperation } from '../aws/operation.ts';
import { account, ec2, iam, sts } from './services.ts';

const GetCallerIdentity = sts.operation(
  'GetCallerIdentity',
  (sdk) => sdk.GetCallerIdentityCommand,
  {
    // STS answers it to every identity; no policy can allow or deny it.
    action: 'sts:GetCallerIdentity',
  },
);

const ListAccountAliases = iam.operation(
  'ListAccountAliases',
  (sdk) => sdk.ListAccountAliasesCommand,
  {
    action: 'iam:ListAccountAliases',
  },
);

const DescribeRegions = ec2.operation('DescribeRegions', (sdk) => sdk.DescribeRegionsCommand, {
  action: 'ec2:DescribeRegions',
});

const ListRegions = account.operation('ListRegions', (sdk) => sdk.ListRegionsCommand, {
  action: 'account:ListRegions',
  pages: {
    next: (answer) => answer.NextToken,
    turn: (input, NextToken) => ({ ...input, NextToken }),
  },
});

/** Sent by every scan, whatever is selected. */
export const discoveryCalls: readonly AnyOperation[] = [
  GetCallerIdentity,
  ListAccountAliases,
  DescribeRegions,
  ListRegions,
];

export type { RegionState } from '../aws/aws.ts';

export interface Discovery {
  readonly account: string;
  readonly partition: string;
  /** ARN of the identity that scans. */
  readonly principal: string;
  readonly alias: Observed<string | null>;
  /** Every Region of the partition that was told of, by name. */
  readonly regionStates: Observed<readonly RegionState[]>;
}

/** The first calls of a scan. `identity` is unreadable where the credentials do not work: then nothing can be scanned. */
export async function discover(caller: Caller): Promise<Observed<Discovery>> {
  const aws = caller.readsFor({ id: 'discovery', calls: discoveryCalls }, 'global');
  const identity = await aws.get(GetCallerIdentity, {}, (answer, { must }) => ({
    account: must(answer, 'Account'),
    principal: must(answer, 'Arn'),
  }));
  const known = Observed.open(identity);
  if (!known.known) return Observed.unreadable(...known.causes);

  const [alias, regionStates] = await Promise.all([readAlias(aws), readRegions(aws)]);
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
 * EC2 and Account Management both know the Regions, and one may be denied where the other is not. ListRegions alone
 * tells ENABLING from ENABLED; DescribeRegions is in more read-only policies.
 */
async function readRegions(aws: Reads): Promise<Observed<readonly RegionState[]>> {
  const [fromEc2, fromAccount] = await Promise.all([
    aws.list(DescribeRegions, { AllRegions: true }, 'Regions', (region, { must }) => {
      const state = must(region, 'OptInStatus');
      return { region: must(region, 'RegionName'), state, enabled: state !== 'not-opted-in' };
    }),
    aws.list(ListRegions, {}, 'Regions', (region, { must }) => {
      const state = must(region, 'RegionOptStatus');
      const enabled = state === 'ENABLED' || state === 'ENABLED_BY_DEFAULT';
      return { region: must(region, 'RegionName'), state, enabled };
    }),
  ]);
  const regions = new Map<string, RegionState>();
  for (const state of [...fromEc2.items, ...fromAccount.items]) {
    const known = regions.get(state.region);
    // Where the two differ, a Region counts as enabled: looking in vain does no harm.
    if (!known || !known.enabled) regions.set(state.region, state);
  }
  const causes: Cause[] = [...fromEc2.gaps, ...fromAccount.gaps];
  // Half a list would pass for the whole: the rest of the account would not be scanned, and nothing would say so.
  const isWhole = fromEc2.gaps.length === 0 || fromAccount.gaps.length === 0;
  if (!isWhole || regions.size === 0) return Observed.unreadable(...causes);
  const sorted = [...regions.values()].toSorted((a, b) => (a.region < b.region ? -1 : 1));
  return Observed.known(sorted, ...fromEc2.sources, ...fromAccount.sources);
}
