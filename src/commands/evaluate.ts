/** `srm-scan evaluate`: the same scan, answered by kept evidence. */
import { checks } from '../../checks/index.ts';
import { readEvidence } from '../aws/evidence/read.ts';
import type { Selection } from '../plan/asked.ts';
import { parseFailOn } from '../run/outcome.ts';
import { openOutput, parseFormats } from '../run/outputs/output.ts';
import { requestOf } from '../run/request.ts';
import { judgeKept } from './judge-kept.ts';
import type { ReportOptions } from './scan.ts';
import { selectionOf } from './selection-options.ts';

export async function evaluateCommand(file: string, options: ReportOptions): Promise<number> {
  const failOn = parseFailOn(options.failOn);
  const reporters = parseFormats(options.format);
  const evidence = await readEvidence(file);
  const request = requestOf(checks, likeTheScan(evidence.start.selection, options));
  const output = await openOutput(options.output, reporters);
  return judgeKept(evidence, request, output, failOn);
}

/** Without a selection of its own it judges what the scan judged; settings of its own come on top of the scan's. */
function likeTheScan(scanned: Selection, options: ReportOptions): Selection {
  const settings = [...scanned.settings, ...options.set];
  const own = selectionOf(options);
  const chosen = own.checks.length + own.services.length + own.frameworks.length > 0;
  if (!chosen && own.severity === null) return { ...scanned, settings };
  return { ...own, regions: scanned.regions, settings };
}
