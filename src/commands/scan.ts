/** `srm-scan scan`, and `srm-scan --demo`. */
import { checks } from '../../checks/index.ts';
import { type EvidenceFile, openEvidenceFile } from '../run/outputs/evidence-file.ts';
import { requestOf, type ScanRequest } from '../run/request.ts';
import { readSample } from '../run/sample.ts';
import { type ReadingEnd, scan } from '../run/scan.ts';
import { liveSource } from '../run/source.ts';
import { version } from '../run/version.generated.ts';
import { type Ending, finish } from './finish.ts';
import { interruptible } from './interruptible.ts';
import { judgeKept } from './judge-kept.ts';
import { parseDuration, parseRate } from './options.ts';
import { progressLine } from './progress.ts';
import { endingOf, type ReportOptions } from './report-options.ts';
import { selectionOf } from './selection-options.ts';
import { askMfaCode, canAsk } from './terminal.ts';

export interface ScanCommandOptions extends ReportOptions {
  readonly demo?: true;
  readonly profile?: string;
  readonly region: readonly string[];
  readonly roleArn?: string;
  readonly externalId?: string;
  readonly roleSessionName?: string;
  readonly rate: string;
  readonly deadline?: string;
  readonly evidence?: true;
}

export async function scanCommand(options: ScanCommandOptions): Promise<number> {
  const selection = { ...selectionOf(options), regions: options.region, settings: options.set };
  const request = requestOf(checks, selection);
  const openEnding = endingOf(options);
  const bounds = {
    rate: parseRate(options.rate),
    deadline: options.deadline === undefined ? undefined : parseDuration(options.deadline),
  };
  const ending = await openEnding();
  if (options.demo) return judgeKept(await readSample(), request, ending);
  return scanLive({ ...options, ...bounds }, request, ending);
}

type LiveScanOptions = Omit<ScanCommandOptions, 'rate' | 'deadline'> & {
  readonly rate: number;
  /** Milliseconds. */
  readonly deadline: number | undefined;
};

async function scanLive(
  options: LiveScanOptions,
  request: ScanRequest,
  ending: Ending,
): Promise<number> {
  const progress = progressLine(ending.manner);
  const interrupt = interruptible();
  let evidence: EvidenceFile | undefined;
  const source = await liveSource({
    rate: options.rate,
    regions: request.selection.regions,
    ...(options.profile === undefined ? {} : { profile: options.profile }),
    ...(options.roleArn === undefined ? {} : { roleArn: options.roleArn }),
    ...(options.externalId === undefined ? {} : { externalId: options.externalId }),
    ...(options.roleSessionName === undefined ? {} : { sessionName: options.roleSessionName }),
    ...(options.deadline === undefined ? {} : { deadline: options.deadline }),
    ...(canAsk() ? { askMfaCode } : {}),
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
    const reading: { end?: ReadingEnd } = {};
    const report = await scan(request, {
      ...source,
      ended: () => (reading.end = source.ended()),
    });
    progress.clear();
    // The evidence is whole where only the judging was ended.
    const kept = reading.end && (await evidence?.finish(reading.end));
    return await finish(report, ending, kept === undefined ? [] : [kept]);
  } catch (error) {
    progress.clear();
    await evidence?.discard();
    throw error;
  } finally {
    interrupt.done();
    source.close();
  }
}
