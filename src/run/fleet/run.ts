/** A run over many accounts: which they are, each of them scanned as its role, and what became of it kept in the run's folder. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { realClock } from '../../aws/clock.ts';
import { createPlaces } from '../../aws/quota/dispatcher.ts';
import { openSession, type SessionOptions, sessionAs } from '../../aws/live/session.ts';
import type { ReportReader } from '../../report/model.ts';
import { type Unscanned, unscannedSchema } from '../../fleet/unscanned.ts';
import type { Progress } from '../../collect/collect.ts';
import { blaming } from '../outputs/cannot-write.ts';
import type { FolderOutput } from '../outputs/folder.ts';
import { removeLeftovers } from '../outputs/run-folder.ts';
import type { ScanRequest } from '../request.ts';
import { sendAs } from '../sending/as-role.ts';
import { liveSource } from '../source.ts';
import { type AccountEnd, scanAccount } from './account.ts';
import type { Listed } from './listed.ts';
import { type Directory, openDirectory } from './organization.ts';
import type { FleetPlan } from './plan.ts';
import { runsIn, summaryIn, unscannedFolder } from './read-folder.ts';
import { createMemory } from './memory.ts';
import { inParallel } from './several.ts';

export interface FleetAccess {
  readonly directory: Directory;
  /** Scans what the plan has and the folder has not. */
  scan(plan: FleetPlan, how: FleetScan): Promise<void>;
  /** Lets go of the sockets. */
  close(): void;
}

export interface FleetScan {
  readonly request: ScanRequest;
  /** Of the run. */
  readonly output: FolderOutput;
  readonly evidence: boolean;
  readonly atOnce: number;
  readonly rate: number;
  readonly externalId?: string;
  readonly sessionName?: string;
  /** Milliseconds that each account may take. */
  readonly deadline?: number;
  readonly signal: AbortSignal;
  readonly told: FleetTold;
}

/** Told as it goes on. */
export interface FleetTold {
  begun(missing: number, of: number): void;
  read(account: string, ...progress: Parameters<Progress>): void;
  scanned(report: ReportReader, faults: readonly string[]): void;
  unscanned(account: Unscanned): void;
  notReached(account: string): void;
}

/** Opens the way to AWS, as whoever runs the fleet. Nothing is sent yet. */
export async function openFleet(
  options: SessionOptions & { readonly rate: number; readonly signal: AbortSignal },
): Promise<FleetAccess> {
  const session = await openSession(options);
  const places = createPlaces();
  const base = await liveSource({ ...options, session: sessionAs(session), places });
  return {
    directory: openDirectory(base),
    scan: async (plan, how) => {
      const folder = how.output.path;
      await removeLeftovers(folder);
      const missing = await missingOf(plan, folder);
      how.told.begun(missing.length, plan.accounts.length);
      const memory = createMemory(realClock);
      const scanOne = async (account: string) => {
        const turn = memory.begin();
        const sessionOf = (roleName: string) =>
          sessionAs(
            session,
            account === plan.self ? undefined : roleIn(account, roleName, plan, how),
          );
        const live = {
          ...options,
          rate: how.rate,
          signal: how.signal,
          ...(how.deadline === undefined ? {} : { deadline: how.deadline }),
          session: sessionOf(plan.roleName),
          places,
          hold: turn.hold,
          progress: (...progress: Parameters<Progress>) => how.told.read(account, ...progress),
        };
        const { request, output, evidence, signal } = how;
        const { sendRoleName } = plan;
        const send =
          sendRoleName === undefined
            ? undefined
            : (report: ReportReader) => sendAs(report, sessionOf(sendRoleName), signal);
        const wanted = { account, request, live, output, evidence, ...(send && { send }) };
        try {
          const end = await scanAccount(wanted);
          await keep(folder, account, end, how.told);
        } finally {
          turn.end();
        }
      };
      await inParallel(missing, scanOne, { ...how, hasRoom: memory.hasRoom });
    },
    close: () => {
      base.close();
      session.wire.close();
    },
  };
}

function roleIn(
  account: string,
  roleName: string,
  { partition }: FleetPlan,
  { externalId, sessionName }: Pick<FleetScan, 'externalId' | 'sessionName'>,
) {
  return {
    roleArn: `arn:${partition}:iam::${account}:role/${roleName}`,
    ...(externalId === undefined ? {} : { externalId }),
    ...(sessionName === undefined ? {} : { sessionName }),
  };
}

/** Accounts of which there is no complete scan yet. */
async function missingOf(plan: FleetPlan, folder: string): Promise<readonly string[]> {
  const runs = await runsIn(folder);
  const missing: string[] = [];
  for (const account of plan.accounts) {
    const run = runs.get(account);
    const summary = run === undefined ? undefined : await summaryIn(folder, run);
    const isDone =
      summary !== undefined && !('why' in summary) && summary.scan.status === 'complete';
    if (!isDone) missing.push(account);
  }
  return missing;
}

async function keep(
  folder: string,
  account: string,
  end: AccountEnd,
  told: FleetTold,
): Promise<void> {
  if (end === 'not-reached') {
    told.notReached(account);
  } else if ('unscanned' in end) {
    await keepUnscanned(folder, end.unscanned);
    told.unscanned(end.unscanned);
  } else {
    await rm(unscannedPath(folder, account), { force: true });
    told.scanned(end.report, end.faults);
  }
}

/** Says in the folder of the run why an account has no scan. */
export async function keepUnscanned(folder: string, unscanned: Unscanned): Promise<void> {
  const path = unscannedPath(folder, unscanned.account);
  await blaming(path, async () => {
    await mkdir(join(folder, unscannedFolder), { recursive: true, mode: 0o700 });
    await writeFile(path, `${JSON.stringify(unscanned)}\n`, { mode: 0o600 });
  });
}

function unscannedPath(folder: string, account: string): string {
  return join(folder, unscannedFolder, `${account}.json`);
}

/** What the organisation has closed, or is closing: AWS lets nobody in. */
export function suspendedOf({ id, state }: Listed, at: string): Unscanned {
  return {
    schema: unscannedSchema,
    account: id,
    reason: 'suspended',
    cause: `its state in the organisation is ${state.slice(0, 100)}`,
    cure: 'Nothing, if it is meant to be closed.',
    at,
    state: state.slice(0, 100),
  };
}
