/** What changed since a former report. */
import { type FleetReport, severities } from '../../src/fleet/model.ts';
import { foreign, html, type Markup, nothing } from '../html/markup.ts';
import { table } from '../html/table.ts';
import { number, time } from '../html/words.ts';
import { idsText } from './words.ts';

export function trend({ trend: told }: FleetReport): Markup {
  if (told === undefined) return nothing;
  const since = told.since === null ? 'the former report' : time(told.since);
  return html`<section aria-labelledby="trend">
    <h2 id="trend">Since ${since}</h2>
    ${told.alike ? nothing : html`<p class="alarm"><strong>Not measured alike.</strong> The former report was asked for something else, or judged by other rules: a change need not be one of the accounts.</p>`}
    <p>
      Of the accounts that were scanned both times: ${number(told.score.from.passed)} of
      ${number(told.score.from.of)} findings passed, and now ${number(told.score.to.passed)} of
      ${number(told.score.to.of)}.
    </p>
    <div class="columns">
      ${table({
        caption: 'Failures of accounts scanned both times',
        columns: [
          { name: 'Severity' },
          { name: 'Then', kind: 'number' },
          { name: 'Now', kind: 'number' },
        ],
        rows: severities.map((severity) => ({
          cells: [
            severity,
            number(told.failures[severity].from),
            number(told.failures[severity].to),
          ],
        })),
      })}
      ${table({
        caption: 'Accounts',
        columns: [{ name: 'Change' }, { name: 'Accounts', kind: 'prose' }],
        rows: [
          { cells: ['Worse', idsText(told.worse)] },
          { cells: ['Better', idsText(told.better)] },
          { cells: ['New', idsText(told.newAccounts)] },
          { cells: ['Gone', idsText(told.goneAccounts)] },
          { cells: ['No longer scanned', idsText(told.noLongerScanned)] },
        ],
      })}
    </div>
    ${
      told.checks.length === 0
        ? nothing
        : html`<details>
            <summary>Checks that fail in more accounts, or in fewer</summary>
            ${table({
              caption: 'Accounts in which a check fails',
              columns: [
                { name: 'Check', kind: 'name' },
                { name: 'Then', kind: 'number' },
                { name: 'Now', kind: 'number' },
              ],
              rows: told.checks.map(({ id, from, to }) => ({
                cells: [html`<code>${foreign(id)}</code>`, number(from), number(to)],
              })),
            })}
          </details>`
    }
  </section> `;
}
