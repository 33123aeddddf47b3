/** Scans the sample account, or what a test made of it, as the command line does. */
import { everything } from '../../src/plan/asked.ts';
import type { Evidence } from '../../src/aws/evidence/record.ts';
import type { Check } from '../../src/judge/check.ts';
import type { Report } from '../../src/report/model.ts';
import { scan } from '../../src/run/scan.ts';
import { replaySource } from '../../src/run/replay-source.ts';
import { documentOf } from './report-document.ts';

/** @param regions all that the account has, unless some are named */
export async function scanSample(
  checks: readonly Check[],
  evidence: Evidence,
  regions: readonly string[] = [],
): Promise<Report> {
  const selection = { ...everything, regions };
  return documentOf(await scan({ checks, params: {}, selection }, replaySource(evidence)));
}
