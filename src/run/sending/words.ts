/** What is told of a sending, line by line. */
import type { SentFindings } from '../../fleet/sent.ts';
import { cutEnd } from '../../text/wrap.ts';
import type { Sent } from './security-hub.ts';

/** Ids that are named of those that were refused for one reason. */
const mostIds = 5;

/** `Security Hub in eu-west-1: 2 new or changed, 0 archived, 1 unchanged`. */
export function sentText({
  region,
  imported,
  archived,
  unchanged,
  notRead,
}: Pick<Sent, 'region' | 'imported' | 'archived' | 'unchanged' | 'notRead'>): string {
  const kept = notRead === 0 ? '' : `, ${notRead} left as they were since they could not be read`;
  return `Security Hub in ${region}: ${imported} new or changed, ${archived} archived, ${unchanged} unchanged${kept}`;
}

/** What was not taken, a line for each reason. */
export function refusedTexts({ refused }: Pick<Sent, 'refused'>): readonly string[] {
  return refused.map(({ why, ids }) => {
    const some = ids.slice(0, mostIds).join(', ');
    const more = ids.length > mostIds ? ` and ${ids.length - mostIds} more` : '';
    return `Security Hub did not take ${ids.length} findings (${why}): ${some}${more}`;
  });
}

/** What of an account's findings was not taken, and why. */
export function unsentText({ region, refused, why = '' }: SentFindings): string {
  const which = refused > 0 ? `${refused} findings were not taken by` : 'not all was sent to';
  return `${which} Security Hub in ${region}: ${why}`;
}

/** As the summary of an account has it. */
export function sentFindings({ refused, endedBy, ...counts }: Sent): SentFindings {
  // Codes of ours say nothing to a reader.
  const ended = endedBy?.replace(/^Credentials\w+: /, '');
  const whys = [...(ended === undefined ? [] : [ended]), ...refused.map(({ why }) => why)];
  return {
    to: 'securityhub',
    ...counts,
    refused: refused.reduce((sum, { ids }) => sum + ids.length, 0),
    ...(whys.length === 0 ? {} : { why: cutEnd(whys.join('; '), 900) }),
  };
}
