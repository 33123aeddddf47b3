/**
 * Findings of one account of many, sent as a role of that account which can do nothing else: Security Hub takes them from the
 * account that they are of alone, and the role that reads it must not write. Security Hub API reference, "BatchImportFindings".
 */
import { connect } from '../../aws/live/connection.ts';
import type { Session } from '../../aws/live/session.ts';
import type { ReportReader } from '../../report/model.ts';
import { type Sent, sendToSecurityHub } from './security-hub.ts';

/**
 * Sends what changed, and rejects never: a role that is not there is told as what ended the sending.
 * @param session as the role that sends
 * @param signal ends the sending; its reason is an Error that says why
 */
export function sendAs(
  report: ReportReader,
  { credentials, profile, region, wire }: Session,
  signal: AbortSignal,
): Promise<Sent> {
  const connection = connect({
    credentials,
    ...(profile === undefined ? {} : { profile }),
    wire,
  });
  return sendToSecurityHub(report, connection.config(region), signal);
}
