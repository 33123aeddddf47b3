/** What `evaluate` and `--demo` share: a scan that kept evidence answers. */
import type { Evidence } from '../aws/evidence/record.ts';
import type { FailOn } from '../run/outcome.ts';
import type { Output } from '../run/outputs/output.ts';
import type { ScanRequest } from '../run/request.ts';
import { scan } from '../run/scan.ts';
import { replaySource } from '../run/source.ts';
import { finish } from './finish.ts';
import { interruptible } from './interruptible.ts';
import { progressLine } from './progress.ts';

/** Judges the evidence, writes the reports and gives the exit code. */
export async function judgeKept(
  evidence: Evidence,
  request: ScanRequest,
  output: Output,
  failOn: FailOn,
): Promise<number> {
  const progress = progressLine(process.stderr);
  const interrupt = interruptible();
  try {
    const { signal } = interrupt;
    const source = replaySource(evidence, { signal, onJudged: progress.judged });
    const report = await scan(request, source);
    progress.clear();
    return await finish(report, output, failOn);
  } catch (error) {
    progress.clear();
    throw error;
  } finally {
    interrupt.done();
  }
}
