/** Which accounts are to be scanned, as AWS Organizations lists them, and who asks. */
import { type Caller, createCaller } from '../../aws/caller.ts';
import { createLedger } from '../../aws/evidence/ledger.ts';
import { explainStart } from '../../aws/live/explain-start.ts';
import type { AnyOperation } from '../../aws/operation.ts';
import {
  ListAccounts,
  ListAccountsForParent,
  ListOrganizationalUnitsForParent,
} from '../../collectors/organizations/operations.ts';
import { accountIdIn } from '../../collectors/organizations/organization.ts';
import { GetCallerIdentity } from '../../collectors/sts/operations.ts';
import type { Cause, Listing } from '../../observe/observed.ts';
import { Observed } from '../../observe/observed.ts';
import { UserError } from '../../text/user-error.ts';
import type { OrganizationReading } from '../../fleet/organization/reading.ts';
import type { ScanSource } from '../scan.ts';
import { type Listed, listedOf } from './listed.ts';
import { organizationCalls, readOrganization } from './organization/read.ts';

/** Who asks. */
export interface Self {
  readonly account: string;
  readonly partition: string;
  /** ARN. */
  readonly principal: string;
}

export interface Directory {
  self(): Promise<Self>;
  /** Every account of the organisation. */
  accounts(): Promise<readonly Listed[]>;
  /** Those below the units or roots, at whatever depth; each once. */
  accountsBelow(units: readonly string[]): Promise<readonly Listed[]>;
  /** What the organisation knows and its accounts do not. What could not be read is told in it, so that it never rejects. */
  organization(askedBy: string): Promise<OrganizationReading>;
}

const listingCalls: readonly AnyOperation[] = [
  GetCallerIdentity,
  ListAccounts,
  ListAccountsForParent,
  ListOrganizationalUnitsForParent,
];

/** What it asks. What whoever runs a fleet may do beside assuming the role follows from it. */
export const directoryCalls: readonly AnyOperation[] = [...listingCalls, ...organizationCalls];

/** Each of its answers rejects with a `UserError` where it could not be had whole: nobody may be left out in silence. */
export function openDirectory({ transport, homeRegion, startedAt }: ScanSource): Directory {
  const ledger = createLedger();
  const lister = { id: 'fleet', calls: listingCalls };
  const reader = { id: 'organization', calls: organizationCalls };
  // Both ask who is below a unit, which is sent once.
  const askers = [lister, reader];
  const caller: Caller = createCaller({ transport, homeRegion, ledger, askers });
  const aws = caller.readsFor(lister, 'global');

  const below = async (unit: string, found: Map<string, Listed>, seen: Set<string>) => {
    if (seen.has(unit)) return;
    seen.add(unit);
    const [accounts, units] = await Promise.all([
      aws.list(ListAccountsForParent, { ParentId: unit }, 'Accounts', listedOf, byId),
      aws.list(
        ListOrganizationalUnitsForParent,
        { ParentId: unit },
        'OrganizationalUnits',
        (each, { must }) => ({ id: must(each, 'Id') }),
        byId,
      ),
    ]);
    for (const account of whole(accounts)) found.set(account.id, account);
    for (const { id } of whole(units)) await below(id, found, seen);
  };

  return {
    self: async () => {
      const answer = await aws.get(GetCallerIdentity, {}, (identity, members) => ({
        account: accountIdIn(members.must(identity, 'Account'), members),
        principal: members.must(identity, 'Arn'),
      }));
      const known = Observed.open(answer);
      if (!known.known) throw explainStart(known.causes.map(({ detail }) => detail).join('; '));
      const { account, principal } = known.value;
      return { account, principal, partition: principal.split(':')[1] ?? 'aws' };
    },
    accounts: async () =>
      whole(await aws.list(ListAccounts, {}, 'Accounts', listedOf, byId)).toSorted(inOrder),
    accountsBelow: async (units) => {
      const found = new Map<string, Listed>();
      const seen = new Set<string>();
      for (const unit of units) await below(unit, found, seen);
      return [...found.values()].toSorted(inOrder);
    },
    organization: async (askedBy) => {
      const asking = { askedBy, at: startedAt, homeRegion };
      const reading = await readOrganization(caller.readsFor(reader, 'global'), asking);
      const requests: Record<string, number> = {};
      for (const { service, operation, attempts } of ledger.lines) {
        if (whoAndList.has(operation)) continue;
        requests[service] = (requests[service] ?? 0) + attempts;
      }
      return { ...reading, requests };
    },
  };
}

/** Sent whether the organisation is read or not. */
const whoAndList: ReadonlySet<string> = new Set([GetCallerIdentity.name, ListAccounts.name]);

const byId = { key: ({ id }: { readonly id: string }) => id };

function inOrder(one: Listed, other: Listed): number {
  return one.id < other.id ? -1 : 1;
}

function whole<R>({ items, gaps }: Listing<R>): readonly R[] {
  const [gap] = gaps;
  if (gap === undefined) return items;
  throw cannotList(gap);
}

function cannotList({ reason, detail }: Cause): UserError {
  const advice =
    reason === 'denied'
      ? 'Ask from the management account or from a delegated administrator, with what "srm-scan policy --org" prints; or name the accounts with --accounts.'
      : 'See why, and scan again; or name the accounts with --accounts.';
  return new UserError(`the accounts of the organisation cannot be listed: ${detail}. ${advice}`);
}
