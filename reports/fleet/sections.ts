/** What is said of all accounts together: checks, controls, responsibilities. */
import type { FleetCheck, FleetReport } from '../../src/fleet/model.ts';
import { foreign, html, type Markup, nothing } from '../html/markup.ts';
import { table } from '../html/table.ts';
import { number, plural, statusWords } from '../html/words.ts';

/** Checks that stand open; the others are folded away. */
const openChecks = 25;

export function checks({ checks: all }: FleetReport): Markup {
  const failing = all.filter(({ accounts }) => accounts.fail > 0);
  const rest = all.filter(({ accounts }) => accounts.fail === 0);
  const more = failing.slice(openChecks);
  return html`<section aria-labelledby="checks">
    <h2 id="checks">Checks</h2>
    <p>
      ${plural(failing.length, 'check')} of ${number(all.length)} fail in at least one account, by
      failures that nobody accepts. Each account counts once in each line.
    </p>
    ${failing.length === 0 ? nothing : checkTable('The worst checks', failing.slice(0, openChecks))}
    ${
      more.length === 0
        ? nothing
        : html`<details>
            <summary>${plural(more.length, 'more check')} that fail</summary>
            ${checkTable('Further checks that fail', more)}
          </details>`
    }
    ${
      rest.length === 0
        ? nothing
        : html`<details>
            <summary>${plural(rest.length, 'check')} that fail nowhere</summary>
            ${checkTable('Checks that fail nowhere, but for what is accepted', rest)}
          </details>`
    }
  </section> `;
}

function checkTable(caption: string, lines: readonly FleetCheck[]): Markup {
  return table({
    caption,
    columns: [
      { name: 'Check', kind: 'name' },
      { name: 'Gravest' },
      { name: 'Accounts that fail', kind: 'number' },
      { name: 'Muted', kind: 'number' },
      { name: 'Not read', kind: 'number' },
      { name: 'Pass', kind: 'number' },
      { name: 'Nothing to judge', kind: 'number' },
      { name: 'Failures', kind: 'number' },
    ],
    rows: lines.map(({ id, title, worst, accounts, findings }) => ({
      cells: [
        html`<code>${foreign(id)}</code
          >${title === null ? nothing : html`<br />${foreign(title)}`}`,
        worst ?? '–',
        number(accounts.fail),
        number(accounts.muted),
        number(accounts.unknown),
        number(accounts.pass),
        number(accounts.nothing),
        number(findings.fail - findings.muted),
      ],
    })),
  });
}

export function controls({ frameworks }: FleetReport): Markup {
  return html`<section aria-labelledby="controls">
    <h2 id="controls">Controls</h2>
    <p>
      In how many accounts each control is met. A control that no check speaks to, or that is AWS’s,
      is counted and not listed.
    </p>
    ${
      frameworks.length === 0
        ? html`<p>No scan tells of any.</p>`
        : table({
            caption: 'Controls of all accounts added up',
            columns: [
              { name: 'Framework', kind: 'name' },
              { name: 'Accounts', kind: 'number' },
              { name: 'Met', kind: 'number' },
              { name: 'Not met', kind: 'number' },
              { name: 'Partly read', kind: 'number' },
              { name: 'To attest', kind: 'number' },
              { name: 'AWS’s', kind: 'number' },
              { name: 'No check', kind: 'number' },
            ],
            rows: frameworks.map(({ id, name, accounts, states }) => ({
              cells: [
                foreign(name ?? id),
                ...[
                  accounts,
                  states.met,
                  states['not-met'],
                  states['partly-read'],
                  states['to-attest'],
                  states.aws,
                  states['no-check'],
                ].map(number),
              ],
            })),
          })
    }
    ${frameworks.map(
      ({ id, name, controls: lines }) =>
        html`<details>
          <summary>${foreign(name ?? id)}: ${plural(lines.length, 'control')}</summary>
          ${table({
            caption: name ?? id,
            columns: [
              { name: 'Control', kind: 'name' },
              { name: 'Not met', kind: 'number' },
              { name: 'Partly read', kind: 'number' },
              { name: 'To attest', kind: 'number' },
              { name: 'Met', kind: 'number' },
            ],
            rows: lines.map((line) => ({
              cells: [
                html`<code>${foreign(line.control)}</code
                  >${line.title === null ? nothing : html` ${foreign(line.title)}`}`,
                ...[line['not-met'], line['partly-read'], line['to-attest'], line.met].map(number),
              ],
            })),
          })}
        </details> `,
    )}
  </section> `;
}

const ownerNames = { aws: 'AWS', customer: 'Customer', shared: 'Shared' } as const;

export function responsibilities({ responsibilities: split }: FleetReport): Markup {
  const { aws, customer, shared } = split;
  const words = new Map<string, string>(Object.entries(statusWords));
  const told = new Set([aws, customer, shared].flatMap((of) => Object.keys(of)));
  const statuses = [...new Set([...words.keys(), ...told])].filter((each) => told.has(each));
  return html`<section aria-labelledby="responsibilities">
    <h2 id="responsibilities">Responsibilities</h2>
    <p>Lines of the services that are, or may be, in use, of all accounts added up.</p>
    ${table({
      caption: 'Who is responsible, and what came of it',
      columns: [
        { name: 'Owner' },
        ...statuses.map((status) => ({
          name: words.get(status) ?? status,
          kind: 'number' as const,
        })),
      ],
      rows: (
        [
          ['aws', aws],
          ['shared', shared],
          ['customer', customer],
        ] as const
      ).map(([owner, counts]) => ({
        cells: [ownerNames[owner], ...statuses.map((status) => number(counts[status] ?? 0))],
      })),
    })}
  </section> `;
}
