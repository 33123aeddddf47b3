/** Failures that their owners accept: each entry of the mute file, and what came of it. */
import { type MuteLine, type ReportHead, severities } from '../../../src/report/model.ts';
import { muteStates } from '../accepted.ts';
import { foreign, html, type Markup } from '../markup.ts';
import { table } from '../table.ts';
import { number, plural } from '../words.ts';
import { short } from './group-view.ts';

export function mutes({ mutes: entries, summary }: Pick<ReportHead, 'mutes' | 'summary'>): Markup {
  if (entries === undefined) return html`<p>No mute file was given: no failure is muted.</p>`;
  const muted = severities.reduce((sum, severity) => sum + (summary.muted?.[severity] ?? 0), 0);
  return html`<p>
      Muted: ${plural(muted, 'failure')} that owners accept. What is muted stays a failure, is
      counted as one, and stands among the failures above.
    </p>
    ${table({
      caption: 'Entries of the mute file',
      columns: [
        { name: 'Check' },
        { name: 'Where' },
        { name: 'Reason' },
        { name: 'Owner' },
        { name: 'Until' },
        { name: 'State' },
        { name: 'Muted', kind: 'number' },
      ],
      rows: entries.map((entry) => ({
        cells: [
          foreign(entry.check),
          short(whereOf(entry)),
          short(entry.reason),
          short(entry.owner, 80),
          entry.until,
          muteStates[entry.state],
          number(entry.muted),
        ],
      })),
    })}`;
}

function whereOf({ account, region, resource }: MuteLine): string {
  const parts = [account, region, resource].flatMap((part) => (part === undefined ? [] : [part]));
  return parts.length === 0 ? 'anywhere' : parts.join(', ');
}
