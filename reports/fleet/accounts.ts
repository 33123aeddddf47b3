/** The accounts: those that were scanned, of which the worst stand here without the script too, and those that were not. */
import type { FleetAccount, FleetReport } from '../../src/fleet/model.ts';
import { foreign, html, type Markup, nothing, type Part } from '../html/markup.ts';
import { table } from '../html/table.ts';
import { number } from '../html/words.ts';
import { failuresText, reasonWords, sentSentences, standingWords, unsentOf } from './words.ts';

/** Rows that need no script. */
const plainRows = 50;

export function accounts({ accounts: all }: FleetReport): Markup {
  const rest = all.length - plainRows;
  return html`<section aria-labelledby="accounts">
    <h2 id="accounts">Accounts</h2>
    ${all.length === 0 ? html`<p>None was scanned.</p>` : nothing}
    <div id="explorer">
      ${all.length === 0 ? nothing : accountTable(all.slice(0, plainRows))}
      ${rest > 0 ? html`<p>${number(rest)} more are listed where the page’s script runs, and in fleet.json.</p>` : nothing}
    </div>
  </section> `;
}

function accountTable(rows: readonly FleetAccount[]): Markup {
  return table({
    caption: 'The worst first',
    columns: [
      { name: 'Account', kind: 'name' },
      { name: 'Verdict' },
      { name: 'Failures' },
      { name: 'Pass', kind: 'number' },
      { name: 'Gaps', kind: 'number' },
      { name: 'Report' },
    ],
    rows: rows.map((account) => ({
      cells: [
        html`${account.id}${account.alias === null ? nothing : html` (${foreign(account.alias)})`}`,
        `${standingWords[account.standing].sign} ${standingWords[account.standing].word}${account.status === 'partial' ? ', partial' : ''}`,
        failuresText(account.bySeverity),
        `${number(account.score.passed)} of ${number(account.score.of)}`,
        number(account.gaps),
        reportLink(account.report),
      ],
    })),
  });
}

/** A path beside this file: what could lead elsewhere is shown as text. */
function reportLink(path: string | null): Part {
  if (path === null) return 'none';
  return /^[\w.-]+(\/[\w.-]+)*$/.test(path) ? html`<a href="./${path}">report</a>` : path;
}

/** Accounts that the page names; fleet.json has them all. */
const mostUnsent = 200;

/** What came of sending the findings, where that was asked for. */
export function sent(report: FleetReport): Markup {
  const told = sentSentences(report);
  if (told.length === 0) return nothing;
  const without = unsentOf(report);
  const rest = without.length - mostUnsent;
  return html`<section aria-labelledby="sent">
    <h2 id="sent">Sent</h2>
    ${told.map((sentence) => html`<p>${sentence}</p>`)}
    ${
      without.length === 0
        ? nothing
        : table({
            caption: 'Not all of their findings was taken',
            columns: [
              { name: 'Account', kind: 'name' },
              { name: 'By', kind: 'narrow' },
              { name: 'Why', kind: 'prose' },
            ],
            rows: without.slice(0, mostUnsent).map(({ account, to, why }) => ({
              cells: [account, to, foreign(why)],
            })),
          })
    }
    ${rest > 0 ? html`<p>${number(rest)} more are listed in fleet.json.</p>` : nothing}
  </section> `;
}

export function unscanned({ unscanned: without }: FleetReport): Markup {
  return html`<section aria-labelledby="unscanned">
    <h2 id="unscanned">Not scanned</h2>
    ${
      without.length === 0
        ? html`<p>Every account that was asked for was scanned.</p>`
        : table({
            caption: 'Nothing is known of these accounts',
            columns: [
              { name: 'Account', kind: 'name' },
              { name: 'Why', kind: 'narrow' },
              { name: 'Cause', kind: 'prose' },
              { name: 'What to do', kind: 'prose' },
            ],
            rows: without.map(({ account, reason, cause, cure }) => ({
              cells: [account, reasonWords[reason], foreign(cause), foreign(cure)],
            })),
          })
    }
  </section> `;
}
