/** An account as AWS Organizations lists it. */
import type { Members } from '../../aws/reads.ts';
import { accountIdIn } from '../../collectors/organizations/organization.ts';

/** An account of the organisation. */
export interface Listed {
  readonly id: string;
  /** As AWS writes it: `ACTIVE`, `SUSPENDED`, … */
  readonly state: string;
}

/** `Status` is what AWS sent before `State`, which tells more. AWS Organizations API reference, "Account". */
export function listedOf(
  account: {
    readonly Id?: string | undefined;
    readonly State?: string | undefined;
    readonly Status?: string | undefined;
  },
  members: Members,
): Listed {
  return {
    id: accountIdIn(members.must(account, 'Id'), members),
    state: account.State ?? members.must(account, 'Status'),
  };
}

/** Whether it can be scanned: a state that is unheard of is looked at, which does no harm in vain. */
export function isClosed({ state }: Listed): boolean {
  return ['SUSPENDED', 'CLOSED', 'PENDING_CLOSURE', 'PENDING_ACTIVATION'].includes(state);
}
