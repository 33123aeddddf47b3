/** `srm-scan --org`, `--ou`, `--accounts` and `--resume`: the same scan over many accounts, and one report of them all. */
import type { SessionOptions } from '../aws/live/session.ts';
import type { FleetPlan } from '../run/fleet/plan.ts';
import { beginRun, choicesOf, planSchema } from '../run/fleet/plan.ts';
import { keepUnscanned, openFleet, suspendedOf } from '../run/fleet/run.ts';
import { isOrganizationKept, keepOrganization } from '../run/fleet/keep-organization.ts';
import { isClosed, type Listed } from '../run/fleet/listed.ts';
import type { Directory } from '../run/fleet/organization.ts';
import { tuneForMany } from '../run/engine.ts';
import type { FolderOutput } from '../run/outputs/folder.ts';
import { pointLatest } from '../run/outputs/latest.ts';
import type { ScanRequest } from '../run/request.ts';
import { version } from '../run/version.generated.ts';
import { UserError } from '../text/user-error.ts';
import type { Ending } from './finish.ts';
import { endWith, reportOn } from './fleet.ts';
import type { FleetRequest } from './fleet-options.ts';
import { fleetProgress } from './fleet-progress.ts';
import { interruptible } from './interruptible.ts';
import { say } from './terminal.ts';

export interface FleetManner {
  readonly session: SessionOptions;
  readonly rate: number;
  readonly deadline: number | undefined;
  readonly evidence: boolean;
}

/** Scans what is asked for, or what is missing of it, and gives the exit code of the whole. */
export async function scanFleet(
  fleet: FleetRequest,
  request: ScanRequest,
  ending: Ending,
  manner: FleetManner,
): Promise<number> {
  if (ending.output.to === 'stdout')
    throw new UserError('many accounts need a folder; name one with --output');
  const choices = choicesOf(request);
  if (fleet.from === 'run' && fleet.plan.choices !== choices) {
    throw new UserError(
      `${fleet.folder} was begun for other checks, Regions, settings or files; give those options that the run was begun with`,
    );
  }
  if (fleet.atOnce > 1) tuneForMany();
  const progress = fleetProgress(ending.manner);
  const interrupt = interruptible();
  const { signal } = interrupt;
  const { session, rate, deadline, evidence } = manner;
  const access = await openFleet({ ...session, rate, signal });
  try {
    const begun =
      fleet.from === 'run'
        ? fleet
        : await begin(fleet, access.directory, choices, ending.output.path);
    const output: FolderOutput = { ...ending.output, path: begun.folder, isShared: true };
    if (fleet.from === 'run') await refuseOther(access.directory, begun.plan);
    const { plan, folder } = begun;
    const isAsked = plan.asksOrganization === true && !(await isOrganizationKept(folder));
    const reading = isAsked
      ? keepOrganization(access.directory, folder, plan.self)
      : Promise.resolve();
    const scanning = access.scan(plan, {
      request,
      output,
      evidence,
      atOnce: fleet.atOnce,
      rate,
      ...(session.externalId === undefined ? {} : { externalId: session.externalId }),
      ...(session.sessionName === undefined ? {} : { sessionName: session.sessionName }),
      ...(deadline === undefined ? {} : { deadline }),
      signal,
      told: progress,
    });
    try {
      await Promise.all([scanning, reading]);
    } finally {
      // What is closed below is in use until both have ended.
      await Promise.allSettled([scanning, reading]);
    }
    progress.clear();
    const { failOn, allowUnknown } = ending;
    const report = await reportOn(begun.folder, { failOn, allowUnknown });
    const exitCode = await endWith(report, begun.folder, ending.manner, output.signer);
    if (fleet.from !== 'run') await pointLatest(ending.output.path, begun.folder);
    const left = report.totals.unscanned + report.totals.partial;
    if (left > 0)
      say(`what is missing can be scanned later: --resume ${begun.folder}, with the same options`);
    return progress.faults.length > 0 ? 2 : exitCode;
  } finally {
    progress.clear();
    interrupt.done();
    access.close();
  }
}

/** Lists the accounts, and makes the folder when all of it is known. */
async function begin(
  fleet: Exclude<FleetRequest, { from: 'run' }>,
  directory: Directory,
  choices: string,
  output: string,
) {
  const { account: self, partition } = await directory.self();
  const listed = await listedBy(fleet, directory);
  const closed = listed.filter(isClosed);
  const accounts = listed.filter((each) => !isClosed(each)).map(({ id }) => id);
  if (accounts.length === 0) {
    throw new UserError(
      'there is no account to scan: none is listed, or all that are listed are closed',
    );
  }
  const startedAt = new Date().toISOString();
  const plan: FleetPlan = {
    schema: planSchema,
    tool: { name: 'srm-scan', version },
    startedAt,
    self,
    partition,
    roleName: fleet.roleName,
    ...(fleet.sendRoleName === undefined ? {} : { sendRoleName: fleet.sendRoleName }),
    choices,
    accounts,
    ...(fleet.from !== 'list' && { asksOrganization: true }),
  };
  const folder = await beginRun(output, plan);
  for (const each of closed) await keepUnscanned(folder, suspendedOf(each, startedAt));
  return { folder, plan };
}

function listedBy(
  fleet: Exclude<FleetRequest, { from: 'run' }>,
  directory: Directory,
): Promise<readonly Listed[]> {
  switch (fleet.from) {
    case 'organization':
      return directory.accounts();
    case 'units':
      return directory.accountsBelow(fleet.units);
    case 'list':
      return Promise.resolve(fleet.ids.map((id) => ({ id, state: 'ACTIVE' })));
  }
}

/** From another account the roles may say something else, and the account that needs no role is another. */
async function refuseOther(directory: Directory, { self }: FleetPlan): Promise<void> {
  const { account } = await directory.self();
  if (account === self) return;
  throw new UserError(
    `the run was begun from account ${self}, and these credentials are of ${account}; take those of ${self}`,
  );
}
