/** `srm-scan scan`, and `srm-scan --demo`. */
import { dirname } from 'node:path';
import type { SessionOptions } from '../aws/live/session.ts';
import { type EvidenceFile, openEvidenceFile } from '../run/outputs/evidence-file.ts';
import { requestOf, type ScanRequest } from '../run/request.ts';
import { readSample } from '../run/sample.ts';
import { planOf, type ReadingEnd, scan } from '../run/scan.ts';
import { asksTags } from '../run/tags.ts';
import { version } from '../run/version.generated.ts';
import type { Check } from '../judge/check.ts';
import type { Selection } from '../plan/asked.ts';
import { operationsOf } from '../plan/plan.ts';
import type { ReportReader } from '../report/model.ts';
import { UserError } from '../text/user-error.ts';
import { type ConfigOptions, type Configured, configured } from './config.ts';
import { type Ending, finish } from './finish.ts';
import { interruptible } from './interruptible.ts';
import { everyCheck } from './every-check.ts';
import { judgeKept } from './judge-kept.ts';
import { filesGiven, livingWith } from './living.ts';
import { parseDuration, parseRate } from './options.ts';
import { progressLine } from './progress.ts';
import { endingOf, type ReportOptions } from './report-options.ts';
import { activeRegionsOf, selectionOf } from './selection-options.ts';
import type { FleetOptions } from './fleet-options.ts';
import { parseSend, sendFindings, type SendTarget } from './send.ts';
import { askMfaCode, canAsk, say } from './terminal.ts';

export interface ScanCommandOptions extends ReportOptions, ConfigOptions, FleetOptions {
  readonly demo?: true;
  readonly profile?: string;
  readonly region: readonly string[];
  readonly regions?: string;
  readonly roleArn?: string;
  readonly externalId?: string;
  readonly roleSessionName?: string;
  readonly rate: string;
  readonly deadline?: string;
  readonly evidence?: true;
  readonly send?: string;
}

export async function scanCommand(options: ScanCommandOptions): Promise<number> {
  const typed = {
    ...selectionOf(options),
    regions: options.region,
    ...activeRegionsOf(options.regions),
    settings: options.set,
  };
  const all = await everyCheck(options);
  const { selection, files, materials } = await asConfigured(typed, options, all);
  const request = {
    ...requestOf(all, selection),
    ...(await livingWith(filesGiven(options, files), all, materials)),
    ...(options.tags && { tags: options.tags }),
  };
  if (options.demo && asksTags(request)) {
    throw new UserError('the sample account keeps no tags; use a mute file without them');
  }
  const fleet = await manyAccounts(options);
  const openEnding = endingOf(
    fleet?.from === 'run' ? { ...options, output: dirname(fleet.folder) } : options,
  );
  const sendTo = parseSend(options.send);
  const bounds = {
    rate: parseRate(options.rate),
    deadline: options.deadline === undefined ? undefined : parseDuration(options.deadline),
  };
  const ending = await openEnding();
  if (options.demo) return judgeKept(await readSample(servicesAsked(request)), request, ending);
  const session = sessionOf(options, request);
  if (fleet === undefined)
    return scanLive({ ...options, ...bounds, session, sendTo }, request, ending);
  const { scanFleet } = await import('./scan-fleet.ts');
  return scanFleet(fleet, request, ending, {
    ...bounds,
    session,
    evidence: options.evidence === true,
  });
}

/** Of all calls that the scan may send. */
function servicesAsked(request: ScanRequest): ReadonlySet<string> {
  return new Set(operationsOf(planOf(request)).map(({ service }) => service));
}

/** What is asked for of many accounts; for a single one nothing of it is loaded. */
async function manyAccounts(options: FleetOptions) {
  const { org, ou, accounts, resume } = options;
  if (!org && ou.length === 0 && accounts === undefined && resume === undefined) return undefined;
  const { fleetOf } = await import('./fleet-options.ts');
  return fleetOf(options);
}

/** As whom, and where. */
function sessionOf(
  { profile, roleArn, externalId, roleSessionName }: ScanCommandOptions,
  { selection }: ScanRequest,
): SessionOptions {
  return {
    regions: selection.regions,
    ...(profile === undefined ? {} : { profile }),
    ...(roleArn === undefined ? {} : { roleArn }),
    ...(externalId === undefined ? {} : { externalId }),
    ...(roleSessionName === undefined ? {} : { sessionName: roleSessionName }),
    ...(canAsk() ? { askMfaCode } : {}),
  };
}

/** The sample account is scanned by a configuration only where that is named. */
function asConfigured(
  typed: Selection,
  options: ScanCommandOptions,
  all: readonly Check[],
): Promise<Configured> {
  const { demo, config } = options;
  return configured(typed, demo && config === undefined ? { config: false } : options, all);
}

type LiveScanOptions = Omit<ScanCommandOptions, 'rate' | 'deadline'> & {
  readonly rate: number;
  /** Milliseconds. */
  readonly deadline: number | undefined;
  readonly sendTo: SendTarget | undefined;
  readonly session: SessionOptions;
};

async function scanLive(
  options: LiveScanOptions,
  request: ScanRequest,
  ending: Ending,
): Promise<number> {
  const progress = progressLine(ending.manner);
  const interrupt = interruptible();
  let evidence: EvidenceFile | undefined;
  // The sample account takes nothing of the way to a live one.
  const { liveSource } = await import('../run/source.ts');
  const source = await liveSource({
    ...options.session,
    rate: options.rate,
    ...(options.deadline === undefined ? {} : { deadline: options.deadline }),
    signal: interrupt.signal,
    progress: progress.read,
    onJudged: progress.judged,
    keep: (record) => evidence?.keep(record),
  });
  try {
    if (options.evidence) {
      evidence = await openEvidenceFile(ending.output, {
        tool: { name: 'srm-scan', version },
        startedAt: source.startedAt.toISOString(),
        homeRegion: source.homeRegion,
        ...(source.ownRegion === undefined ? {} : { ownRegion: source.ownRegion }),
        selection: request.selection,
      });
    }
    const report = await scan(request, {
      ...source,
      ...(ending.baseline && { onAccount: ending.baseline.refuseOther }),
      ended: () => sealed(source.ended(), evidence),
    });
    progress.clear();
    const exitCode = await finishWith(evidence, report, ending);
    if (options.sendTo === undefined) return exitCode;
    const isSent = await sendFindings(report, {
      config: source.clientConfig,
      isInterrupted: interrupt.signal.aborted,
      isQuiet: ending.manner.quiet === true,
    });
    return isSent ? exitCode : 2;
  } catch (error) {
    progress.clear();
    await evidence?.discard();
    throw error;
  } finally {
    interrupt.done();
    source.close();
  }
}

/** Writes the reports beside the evidence; without it where it was lost, and then the exit code says so. */
async function finishWith(
  evidence: EvidenceFile | undefined,
  report: ReportReader,
  ending: Ending,
): Promise<number> {
  if (!evidence) return finish(report, ending);
  const kept = await evidence.whole().catch(sayNotKept);
  if (kept) return finish(report, ending, kept);
  await finish(withoutEvidence(report), ending);
  return 2;
}

/** The evidence is whole where only the judging is ended later. */
function sealed(end: ReadingEnd, evidence: EvidenceFile | undefined): ReadingEnd {
  return evidence ? { ...end, evidence: evidence.seal(end) } : end;
}

/** What was read is still worth its report. */
function sayNotKept(error: unknown): undefined {
  if (!(error instanceof UserError)) throw error;
  say(`${error.message}; the evidence is lost, the report is written without it`);
}

function withoutEvidence(report: ReportReader): ReportReader {
  const { evidence: _lost, ...scanned } = report.scan;
  return { ...report, scan: scanned };
}
