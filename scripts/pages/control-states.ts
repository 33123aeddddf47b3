/** The controls of each framework by state, as a scan of the sample with `--framework` reports them. */
import { stateWords } from '../../reports/control-counts.ts';
import { frameworks } from '../../src/frameworks/index.ts';
import type { Check } from '../../src/judge/check.ts';
import { everything } from '../../src/plan/asked.ts';
import { controlStates } from '../../src/report/model.ts';
import { requestOf } from '../../src/run/request.ts';
import { readSample } from '../../src/run/sample.ts';
import { scan } from '../../src/run/scan.ts';
import { replaySource } from '../../src/run/replay-source.ts';
import { nameOf, table } from './markdown.ts';

export async function statesTable(all: readonly Check[]): Promise<string> {
  const evidence = await readSample();
  const rows: string[][] = [];
  for (const { id, controls } of frameworks) {
    const request = requestOf(all, { ...everything, frameworks: [id] });
    const report = await scan(request, replaySource(evidence));
    const counts = controlStates.map((state) =>
      String(report.controls.filter((line) => line.state === state).length),
    );
    rows.push([nameOf(id), ...counts, String(controls.length)]);
  }
  return table(['Framework', ...controlStates.map((state) => stateWords[state]), 'controls'], rows);
}
