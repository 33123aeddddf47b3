/** What is judged once for the whole organisation, and which policies are in force for which accounts. */
import type { FleetOrganization, FleetReport } from '../../src/fleet/model.ts';
import { foreign, html, type Markup, nothing } from '../html/markup.ts';
import { table } from '../html/table.ts';
import { number, outcomeWords, time } from '../html/words.ts';
import { idsText } from './words.ts';

export function organization({ organization: told }: FleetReport): Markup {
  if (told === undefined) return nothing;
  const { id, managementAccount, askedBy, readAt, judgements, policies, bounds } = told;
  return html`<section aria-labelledby="organization">
    <h2 id="organization">Organisation</h2>
    <p>
      Judged once for all accounts, where it is decided.
      ${id === null ? 'The organisation could not be read' : html`Organisation ${foreign(id)}`},
      asked by ${askedBy} at ${time(readAt)}.
      ${managementAccount === null ? nothing : html`Its management account is ${managementAccount}.`}
    </p>
    ${table({
      caption: 'What the organisation decides',
      columns: [
        { name: 'What', kind: 'name' },
        { name: 'Verdict', kind: 'narrow' },
        { name: 'Severity', kind: 'narrow' },
        { name: 'Why', kind: 'prose' },
        { name: 'What to do', kind: 'prose' },
      ],
      rows: judgements.map(({ id: name, title, severity, outcome, reasons, cure }) => ({
        cells: [
          html`<code>${name}</code><br />${title}`,
          `${outcomeWords[outcome].sign} ${outcomeWords[outcome].word}`,
          severity,
          reasons.map((reason) => html`<div>${foreign(reason)}</div>`),
          cure === null ? '–' : foreign(cure),
        ],
      })),
    })}
    ${letInTable(told)}
    ${
      bounds.length === 0
        ? nothing
        : html`<details>
            <summary>
              Policies in force, and for whom; ${number(policies.length)} of them the organisation’s
              own
            </summary>
            ${boundTable(told)}
          </details>`
    }
  </section> `;
}

/** Accounts that are let in, which the page names; fleet.json has them all. */
const mostLetIn = 200;

const whoseWords = {
  organization: 'of the organisation',
  closed: '✕ closed by the organisation',
  'left-out': '? left out, closed or never activated',
  outside: '? no active account of it',
} as const;

function letInTable({ letIn = [] }: FleetOrganization): Markup {
  if (letIn.length === 0) return nothing;
  const rest = letIn.length - mostLetIn;
  return html`<details>
    <summary>Which accounts are let in by policies of others, and by which</summary>
    ${table({
      caption: 'Roles, buckets, keys, secrets, queues and the like that name another account',
      columns: [
        { name: 'Account', kind: 'name' },
        { name: 'Whose' },
        { name: 'Let in by', kind: 'prose' },
        { name: 'Resources', kind: 'number' },
        { name: 'Such as', kind: 'prose' },
      ],
      rows: letIn.slice(0, mostLetIn).map(({ account, whose, by, count, resources }) => ({
        cells: [
          account,
          whoseWords[whose],
          idsText(by),
          number(count),
          resources.slice(0, 3).map((arn) => html`<div>${foreign(arn)}</div>`),
        ],
      })),
    })}
    ${rest > 0 ? html`<p>${number(rest)} more are listed in fleet.json.</p>` : nothing}
  </details>`;
}

/** Groups that the page names; fleet.json has them all. */
const mostBounds = 200;

function boundTable({ policies, bounds }: FleetOrganization): Markup {
  const names = new Map(policies.map(({ id, name }) => [id, name]));
  const named = (ids: readonly string[], none: string) =>
    ids.length === 0
      ? none
      : ids.map(
          (id) => html`<div>${foreign(names.get(id) ?? id.replace(/^p-(?=Full)/, ''))}</div>`,
        );
  const rest = bounds.length - mostBounds;
  return html`${table({
    caption: 'Accounts for which the same policies are in force',
    columns: [
      { name: 'Under', kind: 'name' },
      { name: 'Accounts', kind: 'prose' },
      { name: 'Service control policies' },
      { name: 'Resource control policies' },
    ],
    rows: bounds.slice(0, mostBounds).map(({ under, accounts, isManagement, scps, rcps }) => ({
      cells: [
        foreign(under),
        `${idsText(accounts)}${isManagement ? ', the management account' : ''}`,
        named(scps, isManagement ? 'do not restrict it' : 'none'),
        named(rcps, isManagement ? 'do not restrict it' : 'none'),
      ],
    })),
  })}
  ${rest > 0 ? html`<p>${number(rest)} more are listed in fleet.json.</p>` : nothing}`;
}
