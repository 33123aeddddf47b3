/** Scans one account of many, into the folder of the whole run. */
import { NotStarted } from '../../aws/live/explain-start.ts';
import type { ReportReader } from '../../report/model.ts';
import type { Unscanned } from '../../fleet/unscanned.ts';
import { UserError } from '../../text/user-error.ts';
import { withRules } from '../manifest/rules.ts';
import { type EvidenceFile, openEvidenceFile } from '../outputs/evidence-file.ts';
import type { FolderOutput } from '../outputs/folder.ts';
import { writeReports } from '../outputs/output.ts';
import type { RunFolder } from '../outputs/run-folder.ts';
import type { ScanRequest } from '../request.ts';
import { scan } from '../scan.ts';
import type { Sent } from '../sending/security-hub.ts';
import { sentFindings, unsentText } from '../sending/words.ts';
import { liveSource, type LiveOptions } from '../source.ts';
import { version } from '../version.generated.ts';
import { refuseOtherAccount, unscannedBy } from './unscanned-by.ts';

const next = { again: 'go on with --resume', longer: 'allow more time by --deadline' };

export interface AccountScan {
  readonly account: string;
  readonly request: ScanRequest;
  readonly live: LiveOptions;
  readonly output: FolderOutput;
  readonly evidence: boolean;
  /** Sends its findings; absent where nothing is sent. */
  readonly send?: (report: ReportReader) => Promise<Sent>;
}

/** What came of it. `faults`: it was scanned, and what was asked for beside the reports could not be done. */
export type AccountEnd =
  | { readonly report: ReportReader; readonly faults: readonly string[] }
  | { readonly unscanned: Unscanned }
  /** The run was ended before anything of it was read. */
  | 'not-reached';

export async function scanAccount(wanted: AccountScan): Promise<AccountEnd> {
  try {
    return await scanned(wanted);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    if (error instanceof NotStarted && error.fault === 'ended') return 'not-reached';
    return { unscanned: unscannedBy(error, wanted.account, next) };
  }
}

async function scanned({
  account,
  request,
  live,
  output,
  evidence: keeps,
  send,
}: AccountScan): Promise<AccountEnd> {
  let evidence: EvidenceFile | undefined;
  const source = await liveSource({ ...live, keep: (record) => evidence?.keep(record) });
  try {
    if (keeps) {
      evidence = await openEvidenceFile(output, {
        tool: { name: 'srm-scan', version },
        startedAt: source.startedAt.toISOString(),
        homeRegion: source.homeRegion,
        ...(source.ownRegion === undefined ? {} : { ownRegion: source.ownRegion }),
        selection: request.selection,
      });
    }
    const ended = () => {
      const end = source.ended();
      return evidence ? { ...end, evidence: evidence.seal(end) } : end;
    };
    const report = await scan(request, { ...source, ended });
    refuseOtherAccount(report.scan.account.id, account);
    // Its summary tells what came of it.
    const sent = await send?.(report);
    return await written(report, sent ? { ...output, sent: sentFindings(sent) } : output, evidence);
  } catch (error) {
    await evidence?.discard();
    throw error;
  } finally {
    source.close();
  }
}

/** What was read is worth its reports, though its evidence be lost or it cannot be signed. */
async function written(
  report: ReportReader,
  output: FolderOutput,
  evidence: EvidenceFile | undefined,
): Promise<AccountEnd> {
  let begun: RunFolder | undefined;
  let isEvidenceLost = false;
  const faults = output.sent?.why === undefined ? [] : [unsentText(output.sent)];
  try {
    begun = await evidence?.whole();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    isEvidenceLost = true;
    faults.push(`${error.message}; the evidence is lost, the report is written without it`);
  }
  const { evidence: _lost, ...without } = report.scan;
  const kept = isEvidenceLost ? { ...report, scan: without } : report;
  const told = withRules(kept, output.checksDir);
  const { unsigned, unprinted } = await writeReports(told, output, begun);
  if (unsigned) faults.push(`${unsigned.message}; the reports are written without a signature`);
  if (unprinted) faults.push(`${unprinted.message}; what else was asked for is written`);
  return { report: told, faults };
}
