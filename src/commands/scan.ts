/** `srm-scan scan`, and `srm-scan --demo`. */
import { createInterface } from 'node:readline/promises';
import { checks } from '../../checks/index.ts';
import { type FailOn, parseFailOn } from '../run/outcome.ts';
import { type EvidenceFile, openEvidenceFile } from '../run/outputs/evidence-file.ts';
import { openOutput, type Output, parseFormats } from '../run/outputs/output.ts';
import { requestOf, type ScanRequest } from '../run/request.ts';
import { readSample } from '../run/sample.ts';
import { type ReadingEnd, scan } from '../run/scan.ts';
import { liveSource } from '../run/source.ts';
import { version } from '../run/version.generated.ts';
import { UserError } from '../text/user-error.ts';
import { finish } from './finish.ts';
import { interruptible } from './interruptible.ts';
import { judgeKept } from './judge-kept.ts';
import { parseDuration, parseRate } from './options.ts';
import { progressLine } from './progress.ts';
import { type SelectionOptions, selectionOf } from './selection-options.ts';

export interface ReportOptions extends SelectionOptions {
  readonly format: readonly string[];
  readonly output: string;
  readonly failOn: string;
  readonly set: readonly string[];
}

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
  const failOn = parseFailOn(options.failOn);
  const bounds = {
    rate: parseRate(options.rate),
    deadline: options.deadline === undefined ? undefined : parseDuration(options.deadline),
  };
  if (options.demo) refuseLiveOptions(options);
  const output = await openOutput(options.output, parseFormats(options.format));
  if (options.demo) {
    return judgeKept(await readSample(), request, output, failOn);
  }
  return scanLive({ ...options, ...bounds }, request, output, failOn);
}

/** The sample is kept evidence: what asks for AWS, or for evidence of it, would have no effect. */
function refuseLiveOptions(options: ScanCommandOptions): void {
  const live = {
    '--profile': options.profile,
    '--role-arn': options.roleArn,
    '--external-id': options.externalId,
    '--role-session-name': options.roleSessionName,
    '--deadline': options.deadline,
    '--evidence': options.evidence,
  };
  const given = Object.entries(live).find(([, value]) => value !== undefined);
  if (given) throw new UserError(`--demo asks nothing of AWS; leave out ${given[0]} or --demo`);
}

type LiveScanOptions = Omit<ScanCommandOptions, 'rate' | 'deadline'> & {
  readonly rate: number;
  /** Milliseconds. */
  readonly deadline: number | undefined;
};

async function scanLive(
  options: LiveScanOptions,
  request: ScanRequest,
  output: Output,
  failOn: FailOn,
): Promise<number> {
  sayNode20();
  const progress = progressLine(process.stderr);
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
    ...(process.stdin.isTTY ? { askMfaCode } : {}),
    signal: interrupt.signal,
    progress: progress.read,
    onJudged: progress.judged,
    keep: (record) => evidence?.keep(record),
  });
  try {
    if (options.evidence) {
      evidence = await openEvidenceFile(output, {
        tool: { name: 'srm-scan', version },
        startedAt: source.startedAt.toISOString(),
        homeRegion: source.homeRegion,
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
    return await finish(report, output, failOn, kept === undefined ? [] : [kept]);
  } catch (error) {
    progress.clear();
    await evidence?.discard();
    throw error;
  } finally {
    interrupt.done();
    source.close();
  }
}

async function askMfaCode(serial: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return (await terminal.question(`MFA code of ${serial}: `)).trim();
  } finally {
    terminal.close();
  }
}

function sayNode20(): void {
  if (!process.version.startsWith('v20.')) return;
  process.stderr.write(
    'srm-scan: Node 20 works today; the AWS SDK will ask for Node 22 from January 2027 on\n',
  );
}
