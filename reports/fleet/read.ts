/** What was read: the calls, the Regions that were left out as inactive, and the accounts that were read in parts. */
import type { FleetAccount, FleetReport } from '../../src/fleet/model.ts';
import { foreign, html, type Markup, nothing } from '../html/markup.ts';
import { table } from '../html/table.ts';
import { number, plural } from '../html/words.ts';

export function read({ totals, accounts, reasons, permissions, requests }: FleetReport): Markup {
  const { calls } = totals;
  const sent = Object.values(requests).reduce((sum, count) => sum + count, 0);
  return html`<section aria-labelledby="read">
    <h2 id="read">What was read</h2>
    <p>
      ${number(calls.ok)} of ${number(calls.planned)} calls were answered; ${number(calls.denied)}
      were denied, ${number(calls.throttled)} throttled, ${number(calls.failed)} failed,
      ${number(calls.skipped)} not sent. ${plural(sent, 'request')} went to AWS.
    </p>
    <div class="columns">
      ${
        Object.keys(reasons).length === 0
          ? nothing
          : table({
              caption: 'Calls that were lost',
              columns: [{ name: 'Reason' }, { name: 'Calls', kind: 'number' }],
              rows: Object.entries(reasons).map(([reason, count]) => ({
                cells: [foreign(reason), number(count)],
              })),
            })
      }
      ${
        permissions.length === 0
          ? nothing
          : table({
              caption: 'Permissions that the role lacks',
              columns: [
                { name: 'Permission', kind: 'name' },
                { name: 'Accounts', kind: 'number' },
              ],
              rows: permissions.map((each) => ({
                cells: [html`<code>${foreign(each.action)}</code>`, number(each.accounts)],
              })),
            })
      }
    </div>
    ${inactive(accounts)}${inParts(accounts)}
    <details>
      <summary>Requests by service</summary>
      ${table({
        caption: 'Requests by service',
        columns: [
          { name: 'Service', kind: 'name' },
          { name: 'Requests', kind: 'number' },
        ],
        rows: Object.entries(requests).map(([service, count]) => ({
          cells: [foreign(service), number(count)],
        })),
      })}
    </details>
  </section> `;
}

/** Accounts that the page names in a list; fleet.json has them all. */
const mostAccounts = 200;

type Accounts = readonly FleetAccount[];

function inactive(accounts: Accounts): Markup {
  const told = accounts.filter(({ inactiveRegions = [] }) => inactiveRegions.length > 0);
  if (told.length === 0) return nothing;
  return html`<p>
      In ${plural(told.length, 'account')} there are Regions in which AWS Config counts nothing
      deployed. As was asked for, checks were left out there, and say nothing of them; each
      account’s own report says which.
    </p>
    ${table({
      caption: 'Regions that are not active',
      columns: [
        { name: 'Account', kind: 'name' },
        { name: 'Regions', kind: 'prose' },
      ],
      rows: byId(told).map(({ id, inactiveRegions = [] }) => ({
        cells: [id, foreign(inactiveRegions.join(', '))],
      })),
    })}
    ${further(told)}`;
}

function inParts(accounts: Accounts): Markup {
  const told = accounts.filter(({ parts = 1 }) => parts > 1);
  if (told.length === 0) return nothing;
  return html`${table({
    caption: 'Read in several parts: it took longer than one function has time',
    columns: [
      { name: 'Account', kind: 'name' },
      { name: 'Parts', kind: 'number' },
    ],
    rows: byId(told).map(({ id, parts = 1 }) => ({ cells: [id, number(parts)] })),
  })}
  ${further(told)}`;
}

function byId(accounts: Accounts): Accounts {
  return accounts.toSorted((one, other) => (one.id < other.id ? -1 : 1)).slice(0, mostAccounts);
}

function further(accounts: Accounts): Markup {
  const rest = accounts.length - mostAccounts;
  return rest > 0 ? html`<p>${number(rest)} more are listed in fleet.json.</p>` : nothing;
}
