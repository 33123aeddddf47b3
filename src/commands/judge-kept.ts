/** What `evaluate` and `--demo` share: a scan that kept evidence answers. */
import type { Evidence } from '../aws/evidence/record.ts';
import type { ScanRequest } from '../run/request.ts';
import { scan } from '../run/scan.ts';
import { replaySource } from '../run/source.ts';
import { type Ending, finish } from './finish.ts';
import { interruptible } from './interruptible.ts';
import { progressLine } from './progress.ts';

/** Judges the evidence, writes the reports and gives the exit code. */
export async function judgeKept(
  evidence: Evidence,
  request: ScanRequest,
  ending: Ending,
): Promise<number> {
  const progress = progressLine(ending.manner);
  const interrupt = interruptible();
  try {
    const { signal } = interrupt;
    const source = replaySource(evidence, {
      signal,
      progress: progress.read,
      onJudged: progress.judged,
    });
    const report = await scan(request, source);
    progress.clear();
    return await finish(report, ending);
  } catch (error) {
    progress.clear();
    throw error;
  } finally {
    interrupt.done();
  }
}
