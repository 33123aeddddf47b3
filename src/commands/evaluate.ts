/** `srm-scan evaluate`: the same scan, answered by kept evidence. */
import type { EvidenceStart } from '../aws/evidence/record.ts';
import { readEvidence } from '../aws/evidence/read.ts';
import { scan } from '../run/scan.ts';
import { replaySource } from '../run/source.ts';
import { finish } from './finish.ts';
import { openOutput } from '../run/outputs/folder.ts';
import { parseFailOn, parseFormats } from './options.ts';
import { type ReportOptions, requestOf } from './scan.ts';

export async function evaluateCommand(file: string, options: ReportOptions): Promise<number> {
  const failOn = parseFailOn(options.failOn);
  const reporters = parseFormats(options.format);
  const evidence = await readEvidence(file);
  const request = requestOf(likeTheScan(evidence.start, options), evidence.start.selection.regions);
  const output = await openOutput(options.output, reporters);
  return finish(await scan(request, replaySource(evidence)), output, failOn);
}

/** Without a selection of its own it judges what the scan judged; settings of its own come on top of the scan's. */
function likeTheScan({ selection }: EvidenceStart, options: ReportOptions): ReportOptions {
  const set = [...selection.settings, ...options.set];
  const chosen = options.check.length + options.service.length + options.framework.length > 0;
  if (chosen || options.severity !== undefined) return { ...options, set };
  return {
    ...options,
    set,
    check: selection.checks,
    service: selection.services,
    framework: selection.frameworks,
    ...(selection.severity === null ? {} : { severity: selection.severity }),
  };
}
