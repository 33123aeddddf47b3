/** `srm-scan evaluate`: the same scan, answered by kept evidence. */
import { readEvidence } from '../evidence.ts';
import { scan } from '../scan.ts';
import { replaySource } from '../sources.ts';
import { finish } from './finish.ts';
import { openOutput } from './output.ts';
import { parseFailOn, parseFormats } from './options.ts';
import { type ReportOptions, requestOf } from './scan.ts';

export async function evaluateCommand(file: string, options: ReportOptions): Promise<number> {
  const failOn = parseFailOn(options.failOn);
  const reporters = parseFormats(options.format);
  const evidence = await readEvidence(file);
  const { selection } = evidence.start;
  // Without a selection of its own it judges what the scan judged.
  const chosen = options.check.length + options.service.length + options.framework.length > 0;
  const request = requestOf(
    chosen || options.severity !== undefined
      ? options
      : {
          ...options,
          check: selection.checks,
          service: selection.services,
          framework: selection.frameworks,
          ...(selection.severity === null ? {} : { severity: selection.severity }),
        },
    selection.regions,
  );
  const output = await openOutput(options.output, reporters);
  return finish(await scan(request, replaySource(evidence)), output, failOn);
}
