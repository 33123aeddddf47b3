/** The options by which many accounts are asked for. */
import { resolve } from 'node:path';
import { type FleetPlan, planIn } from '../run/fleet/plan.ts';
import { UserError } from '../text/user-error.ts';
import { parseSend } from './send.ts';

export interface FleetOptions {
  readonly org?: true;
  readonly ou: readonly string[];
  readonly accounts?: string;
  readonly roleName?: string;
  readonly parallel?: string;
  readonly resume?: string;
  readonly send?: string;
  readonly sendRoleName?: string;
}

const usualRole = 'srm-scan-read';
const usualSendRole = 'srm-scan-send';
const usualAtOnce = 4;
/** More only wait for the processor. */
const mostAtOnce = 8;

/** What was typed of a run over many accounts, known to be right as far as that is known without AWS. */
export type FleetRequest = {
  readonly roleName: string;
  /** Role that sends the findings of each account; absent where nothing is sent. */
  readonly sendRoleName?: string;
  readonly atOnce: number;
} & (
  | { readonly from: 'organization' }
  | { readonly from: 'units'; readonly units: readonly string[] }
  | { readonly from: 'list'; readonly ids: readonly string[] }
  | { readonly from: 'run'; readonly folder: string; readonly plan: FleetPlan }
);

/** Undefined where one account is asked for. Throws a `UserError` that says what is wrong. */
export async function fleetOf(options: FleetOptions): Promise<FleetRequest | undefined> {
  const { org, ou, accounts, resume } = options;
  const how = {
    roleName: parseRoleName(options.roleName),
    ...sendingOf(options),
    atOnce: parseParallel(options.parallel),
  };
  if (resume !== undefined) {
    const folder = resolve(resume);
    const plan = await planIn(folder);
    if (plan) return { ...how, roleName: plan.roleName, from: 'run', folder, plan };
    throw new UserError(
      `${folder}: no run over several accounts was begun there; name a folder like srm-scan-report/fleet-2026-11-27T08-40-10Z`,
    );
  }
  if (accounts !== undefined) {
    const { readAccounts } = await import('../configuration/accounts.ts');
    return { ...how, from: 'list', ids: await readAccounts(accounts) };
  }
  if (ou.length > 0) return { ...how, from: 'units', units: ou.map(parseUnit) };
  return org ? { ...how, from: 'organization' } : undefined;
}

/** IAM user guide, "IAM and AWS STS quotas": a path may stand before the name. */
export function parseRoleName(name: string = usualRole): string {
  return named('--role-name', name, usualRole);
}

/** The role that sends findings; undefined where nothing is sent. Throws a `UserError` where it would have no effect. */
export function sendingOf({ send, sendRoleName }: Pick<FleetOptions, 'send' | 'sendRoleName'>) {
  if (parseSend(send) !== undefined) {
    const name = sendRoleName ?? usualSendRole;
    return { sendRoleName: named('--send-role-name', name, usualSendRole) };
  }
  if (sendRoleName === undefined) return undefined;
  throw new UserError('--send-role-name is the role that sends; add --send or leave it out');
}

function named(option: string, name: string, usual: string): string {
  if (/^([\w+=,.@-]+\/)*[\w+=,.@-]{1,64}$/.test(name)) return name;
  throw new UserError(
    `${option} "${name.slice(0, 80)}" is no name of a role; write it without its ARN, such as ${usual}`,
  );
}

function parseParallel(text: string = String(usualAtOnce)): number {
  const number = /^\d+$/.test(text) ? Number(text) : 0;
  if (number >= 1 && number <= mostAtOnce) return number;
  throw new UserError(`--parallel "${text}" is not a number from 1 to ${mostAtOnce}`);
}

/** AWS Organizations API reference, "ListAccountsForParent": a unit, or the root. */
function parseUnit(id: string): string {
  if (/^(ou-[0-9a-z]{4,32}-[0-9a-z]{8,32}|r-[0-9a-z]{4,32})$/.test(id)) return id;
  throw new UserError(
    `--ou "${id.slice(0, 80)}" is no organisational unit; its id is like ou-ab12-c3d4e5f6, a root's like r-ab12`,
  );
}
