/** The report of the sample account, as a document, judged by every check. */
import { checks } from '../../checks/index.ts';
import { everything } from '../../src/plan/asked.ts';
import type { Report } from '../../src/report/model.ts';
import { readSample } from '../../src/run/sample.ts';
import { scan } from '../../src/run/scan.ts';
import { replaySource } from '../../src/run/replay-source.ts';
import { documentOf } from './report-document.ts';

/** @param frameworks those whose controls the report lists */
export async function demoReport(frameworks: readonly string[] = []): Promise<Report> {
  const request = { checks, selection: { ...everything, frameworks }, params: {} };
  return documentOf(await scan(request, replaySource(await readSample())));
}
