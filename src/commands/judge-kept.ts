/** What `evaluate` and `--demo` share: a scan that kept evidence answers. */
import type { Evidence } from '../aws/evidence/record.ts';
import { manifestOf } from '../run/manifest/make.ts';
import { ruleSetOf } from '../run/manifest/rules.ts';
import type { Manifest } from '../run/manifest/shape.ts';
import type { ScanRequest } from '../run/request.ts';
import { scan } from '../run/scan.ts';
import { replaySource } from '../run/replay-source.ts';
import { type Ending, finish } from './finish.ts';
import { interruptible } from './interruptible.ts';
import { progressLine } from './progress.ts';
import { replayedText } from './replayed.ts';
import { screens } from './terminal.ts';

/**
 * Judges the evidence, writes the reports and gives the exit code.
 *
 * @param then the manifest of the scan, where there is one: the end tells whether this came to the same
 */
export async function judgeKept(
  evidence: Evidence,
  request: ScanRequest,
  ending: Ending,
  then?: Manifest,
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
    const { baseline } = ending;
    const report = await scan(request, {
      ...source,
      ...(baseline && { onAccount: baseline.refuseOther }),
    });
    progress.clear();
    const exitCode = await finish(report, ending);
    if (then && !ending.manner.quiet) {
      const now = manifestOf(report, [], ruleSetOf(ending.checksDir));
      const screen = ending.output.to === 'stdout' ? screens.err : screens.out;
      screen.write(replayedText(then, now));
    }
    return exitCode;
  } catch (error) {
    progress.clear();
    throw error;
  } finally {
    interrupt.done();
  }
}
