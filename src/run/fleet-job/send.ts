/** Findings of an account to its own Security Hub, by the function that scanned it; where the job is asked to. */
import { openSession } from '../../aws/live/session.ts';
import type { SentFindings } from '../../fleet/sent.ts';
import type { ReportReader } from '../../report/model.ts';
import { type LambdaContext, partitionOf } from '../lambda-context.ts';
import { logLine } from '../lambda-log.ts';
import { sendAs } from '../sending/as-role.ts';
import { refusedTexts, sentFindings, sentText, unsentText } from '../sending/words.ts';
import type { FleetJob } from './settings.ts';

/** Milliseconds that are kept for the summary and for the part of the table. */
const reserve = 8000;

/**
 * Sends what changed, and tells the log. Undefined where the job sends nothing. What was not taken ends no scan: the summary
 * says so.
 */
export async function sendFindings(
  { options, sendRoleName }: Pick<FleetJob, 'options' | 'sendRoleName'>,
  report: ReportReader,
  context: LambdaContext,
): Promise<SentFindings | undefined> {
  if (sendRoleName === undefined) return undefined;
  const { account } = report.scan;
  const { externalId, sessionName } = options;
  const session = await openSession({
    regions: options.regions,
    roleArn: `arn:${partitionOf(context)}:iam::${account.id}:role/${sendRoleName}`,
    ...(externalId === undefined ? {} : { externalId }),
    ...(sessionName === undefined ? {} : { sessionName }),
  });
  const end = new AbortController();
  const timer = setTimeout(
    () => {
      end.abort(new Error('the time of the function was at its end; the next run sends the rest'));
    },
    Math.max(0, context.getRemainingTimeInMillis() - reserve),
  );
  try {
    const sent = await sendAs(report, session, end.signal);
    const told = sentFindings(sent);
    const lines = [sentText(sent), ...refusedTexts(sent)];
    if (sent.endedBy !== undefined) lines.push(unsentText(told));
    for (const line of lines) logLine(`${account.id}: ${line}`);
    return told;
  } finally {
    clearTimeout(timer);
    session.wire.close();
  }
}
