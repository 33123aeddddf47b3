/**
 * The findings of an account as a part of the table of all: one object for each account and run, of the scan whose summary
 * stands. So no finding is there twice, whichever function ended first and however often it is tried.
 */
import { parquet } from '../../../reports/parquet/findings.ts';
import { summaryShape } from '../../fleet/summary.ts';
import { UserError } from '../../text/user-error.ts';
import { parsedAs } from '../fleet/parsed-as.ts';
import type { FleetStore, RunKeys } from './store.ts';

/** Does nothing where the findings are there. To be called when the summary is written. */
export async function landFindings(
  store: Pick<FleetStore, 'read' | 'readBytes' | 'writeFirst'>,
  keys: RunKeys,
  account: string,
): Promise<void> {
  const summary = parsedAs(summaryShape, (await store.read(keys.summary(account))) ?? '');
  // The report of the fleet says so.
  if ('why' in summary) return;
  const written = summary.reports.find((name) => name.endsWith(`/${parquet.file}`));
  // An earlier release left none.
  if (written === undefined) return;
  const file = keys.beside(account, written);
  const findings = await store.readBytes(file);
  if (findings === undefined) throw new UserError(`${file}: there is no such object any more`);
  await store.writeFirst(keys.findings(account), findings);
}
