/** `srm-scan scan`, and `srm-scan --demo`. */
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { checks } from '../../checks/index.ts';
import { explainStart } from '../aws/live/session.ts';
import { UserError } from '../text/user-error.ts';
import type { EvidenceStart } from '../aws/evidence/record.ts';
import { type EvidenceWriter, writeEvidence } from '../aws/evidence/write.ts';
import { readEvidence } from '../aws/evidence/read.ts';
import { CannotIdentify, scan, type ScanRequest } from '../run/scan.ts';
import { parseSettings, select } from '../plan/selection.ts';
import { liveSource, replaySource } from '../run/source.ts';
import { version } from '../run/version.generated.ts';
import { finish } from './finish.ts';
import { besides, cannotWrite, openOutput, type Output } from '../run/outputs/folder.ts';
import { parseDuration, parseFailOn, parseFormats, parseRate, parseRegions } from './options.ts';
import { progressLine } from './progress.ts';
import { sampleAccount } from '../run/sample.ts';
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
  const request = requestOf(options, parseRegions(options.region));
  const failOn = parseFailOn(options.failOn);
  const bounds = {
    rate: parseRate(options.rate),
    deadline: options.deadline === undefined ? undefined : parseDuration(options.deadline),
  };
  const output = await openOutput(options.output, parseFormats(options.format));
  if (options.demo) {
    const source = replaySource(await readEvidence(sampleAccount));
    return finish(await scan(request, source), output, failOn);
  }
  return scanLive({ ...options, ...bounds }, request, output, failOn);
}

/** What was chosen, validated against the checks that there are. */
export function requestOf(options: ReportOptions, regions: readonly string[]): ScanRequest {
  const selection = selectionOf(options);
  const selected = select(checks, selection);
  return {
    checks: selected.checks,
    selection: {
      checks: selection.checks,
      services: selection.services,
      frameworks: selected.frameworks,
      severity: selected.severity,
      regions,
      settings: options.set,
    },
    params: parseSettings(checks, options.set),
  };
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
  failOn: ReturnType<typeof parseFailOn>,
): Promise<number> {
  sayNode20();
  const progress = progressLine(process.stderr);
  const interrupt = interruptible();
  let evidence: EvidenceWriter | undefined;
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
    progress: progress.show,
    keep: (record) => evidence?.keep(record),
  });
  try {
    const evidencePath = await evidencePathOf(options, output);
    if (evidencePath !== undefined) {
      evidence = await openEvidence(evidencePath, {
        tool: { name: 'srm-scan', version },
        startedAt: source.startedAt.toISOString(),
        homeRegion: source.homeRegion,
        selection: {
          ...request.selection,
          checks: [...request.selection.checks],
          services: [...request.selection.services],
          frameworks: [...request.selection.frameworks],
          regions: [...request.selection.regions],
          settings: [...request.selection.settings],
        },
      });
    }
    const report = await scan(request, source);
    progress.clear();
    const also = await keepEvidence(evidence, evidencePath, report.scan);
    return await finish(report, output, failOn, also);
  } catch (error) {
    progress.clear();
    if (evidence) await rm(evidence.path, { force: true });
    if (error instanceof CannotIdentify) throw explainStart(error.message);
    throw error;
  } finally {
    interrupt.done();
    source.close();
  }
}

async function openEvidence(path: string, start: EvidenceStart): Promise<EvidenceWriter> {
  try {
    return await writeEvidence(besides(path), start);
  } catch (error) {
    throw cannotWrite(path, error);
  }
}

async function evidencePathOf(
  options: Pick<ScanCommandOptions, 'evidence'>,
  output: Output,
): Promise<string | undefined> {
  if (!options.evidence) return undefined;
  if (output.to === 'stdout') {
    throw new UserError('--evidence needs a folder; leave out "--output -" or name a folder');
  }
  const path = join(output.path, 'evidence.ndjson.gz');
  await rm(besides(path), { force: true });
  return path;
}

async function keepEvidence(
  evidence: EvidenceWriter | undefined,
  path: string | undefined,
  ended: {
    readonly finishedAt: string;
    readonly status: 'complete' | 'partial';
    readonly endedBy?: string;
  },
): Promise<readonly string[]> {
  if (!evidence || path === undefined) return [];
  const { finishedAt, status, endedBy } = ended;
  try {
    await evidence.finish({ finishedAt, status, ...(endedBy === undefined ? {} : { endedBy }) });
    await rename(evidence.path, path);
  } catch (error) {
    throw cannotWrite(path, error);
  }
  return [path];
}

/** The first Ctrl-C or SIGTERM ends the reading and still writes a report; the second ends the program. */
function interruptible() {
  const controller = new AbortController();
  const onSignal = (name: NodeJS.Signals) => {
    if (controller.signal.aborted) process.exit(name === 'SIGINT' ? 130 : 143);
    process.stderr.write(`\nsrm-scan: ${name}: writing what was read so far; once more to quit\n`);
    controller.abort(new Error(`the scan was interrupted (${name})`));
  };
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal);
  return {
    signal: controller.signal,
    done: () => process.off('SIGINT', onSignal).off('SIGTERM', onSignal),
  };
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
