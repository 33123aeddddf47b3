/** The verdict over all accounts. */
import { type FleetReport, severities, standings } from '../../src/fleet/model.ts';
import { html, type Markup, nothing } from '../html/markup.ts';
import { table } from '../html/table.ts';
import { number, outcomeWords, plural, time } from '../html/words.ts';
import { barSentence, fleetSentence, standingWords } from './words.ts';

export function verdict(report: FleetReport): Markup {
  const { totals, fleet } = report;
  const { passed, of } = totals.score;
  return html`<section aria-labelledby="verdict">
    <h2 id="verdict">Verdict</h2>
    <p class="verdict">${fleetSentence(report)}</p>
    <p>${barSentence(report)}</p>
    <p>
      Score: <strong>${number(passed)} of ${number(of)}</strong> of the customer’s findings pass.
      What could not be read counts against it.
      ${totals.muted > 0 ? html`${plural(totals.muted, 'failure')} of those below are muted: their owners accept them, each until a day.` : nothing}
    </p>
    ${unlike(report)}
    <div class="columns">
      ${table({
        caption: 'Accounts',
        columns: [{ name: 'Verdict' }, { name: 'Accounts', kind: 'number' }],
        rows: [
          ...standings.map((standing) => ({
            cells: [
              `${standingWords[standing].sign} ${standingWords[standing].word}`,
              number(totals.standings[standing]),
            ],
          })),
          { cells: ['– Not scanned', number(totals.unscanned)] },
          { cells: ['– Suspended, left out', number(totals.suspended)] },
        ],
      })}
      ${table({
        caption: 'Scans',
        columns: [{ name: 'Status' }, { name: 'Accounts', kind: 'number' }],
        rows: [
          { cells: ['Complete', number(totals.complete)] },
          { cells: ['Partial', number(totals.partial)] },
        ],
      })}
      ${table({
        caption: 'The customers’ failures by severity',
        columns: [{ name: 'Severity' }, { name: 'Failures', kind: 'number' }],
        rows: severities.map((severity) => ({
          cells: [severity, number(totals.bySeverity[severity])],
        })),
      })}
      ${table({
        caption: 'All findings by outcome',
        columns: [{ name: 'Outcome' }, { name: 'Findings', kind: 'number' }],
        rows: Object.entries(outcomeWords).map(([outcome, { word, sign }]) => ({
          cells: [`${sign} ${word}`, number(countOf(totals.byOutcome, outcome))],
        })),
      })}
    </div>
    ${fleet.startedAt === null || fleet.finishedAt === null ? nothing : html`<p>The first scan began ${time(fleet.startedAt)}, the last ended ${time(fleet.finishedAt)}.</p>`}
  </section> `;
}

function countOf(counts: Readonly<Record<string, number>>, name: string): number {
  return counts[name] ?? 0;
}

/** Accounts that were not measured alike must not be added up in silence. */
function unlike({ judgedBy }: FleetReport): Markup {
  if (judgedBy.length < 2) return nothing;
  return html`<p class="alarm">
      <strong>Not measured alike.</strong> These accounts were asked for different things, or judged
      by different rules: totals add up what cannot quite be compared.
    </p>
    ${table({
      caption: 'What the accounts were judged by',
      columns: [
        { name: 'srm-scan' },
        { name: 'Rules' },
        { name: 'Asked for' },
        { name: 'Accounts', kind: 'number' },
      ],
      rows: judgedBy.map(({ version, rules, selection, accounts }) => ({
        cells: [
          version,
          html`<code>${rules === null ? 'not known' : rules.slice(0, 12)}</code>`,
          html`<code>${selection.slice(0, 12)}</code>`,
          number(accounts),
        ],
      })),
    })}`;
}
