/** `--send`: where findings are sent to beside the reports, and what is told of it. */
import type { ReportReader } from '../report/model.ts';
import type { Sent } from '../run/sending/security-hub.ts';
import { refusedTexts, sentText } from '../run/sending/words.ts';
import type { LiveSource } from '../run/source.ts';
import { unknownName } from '../text/user-error.ts';
import { say } from './terminal.ts';

const targets = ['securityhub'] as const;
export type SendTarget = (typeof targets)[number];

/** Throws a `UserError` for a place that findings cannot be sent to. */
export function parseSend(name: string | undefined): SendTarget | undefined {
  if (name === undefined) return undefined;
  const found = targets.find((each) => each === name.toLowerCase());
  if (found) return found;
  throw unknownName('place to send to', name, targets, `Known: ${targets.join(', ')}.`);
}

interface Sending {
  readonly config: LiveSource['clientConfig'];
  /** Whoever ended the scan by hand wants no more of it. */
  readonly isInterrupted: boolean;
  readonly isQuiet: boolean;
}

/** Sends what changed, and says what came of it. @returns whether all of it was taken */
export async function sendFindings(
  report: ReportReader,
  { config, isInterrupted, isQuiet }: Sending,
): Promise<boolean> {
  if (isInterrupted) {
    say('the scan was interrupted: nothing is sent to Security Hub');
    return false;
  }
  const { sendToSecurityHub } = await import('../run/sending/security-hub.ts');
  const sent = await sendToSecurityHub(report, config);
  if (!isQuiet) say(sentText(sent));
  for (const line of refusedTexts(sent)) say(line);
  if (sent.endedBy !== undefined) say(notSent(sent, sent.endedBy));
  return sent.refused.length === 0 && sent.endedBy === undefined;
}

function notSent({ region }: Sent, why: string): string {
  return `not all was sent to Security Hub in ${region} (${why}). It must be on there, and the identity needs what "srm-scan policy --send securityhub" prints; the reports are written`;
}
