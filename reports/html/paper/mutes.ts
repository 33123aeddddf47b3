/** Failures that their owners accept: each entry of the mute file, and what came of it. */
import { type MuteLine, type ReportHead, severities } from '../../../src/report/model.ts';
import { foreign, html, type Markup } from '../markup.ts';
import { table } from '../table.ts';
import { number, plural } from '../words.ts';
import { short } from './group-view.ts';

export function mutes({ mutes: entries, summary }: Pick<ReportHead, 'mutes' | 'summary'>): Markup {
  if (entries === undefined) return html`<p>No mute file was given: no failure is accepted.</p>`;
  const muted = severities.reduce((sum, severity) => sum + (summary.muted?.[severity] ?? 0), 0);
  return html`<p>
      ${plural(muted, 'failure')} of the customer ${muted === 1 ? 'is' : 'are'} accepted by
      ${muted === 1 ? 'its owner' : 'their owners'}. ${muted === 1 ? 'It is' : 'They are'} among the
      failures above, and no pass.
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
        { name: 'Accepted', kind: 'number' },
      ],
      rows: entries.map((entry) => ({
        cells: [
          foreign(entry.check),
          short(whereOf(entry)),
          short(entry.reason),
          short(entry.owner, 80),
          entry.until,
          stateWords[entry.state],
          number(entry.muted),
        ],
      })),
    })}`;
}

function whereOf({ account, region, resource }: MuteLine): string {
  const parts = [account, region, resource].flatMap((part) => (part === undefined ? [] : [part]));
  return parts.length === 0 ? 'anywhere' : parts.join(', ');
}

const stateWords: Readonly<Record<MuteLine['state'], string>> = {
  'in-force': 'in force',
  void: 'void: its day is past',
  'matches-nothing': 'fits no finding',
  'nothing-to-mute': 'nothing to accept',
  'not-asked': 'not about this scan',
};
