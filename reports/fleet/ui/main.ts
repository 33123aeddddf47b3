/** The list of accounts: searched, narrowed and sorted, a page of it at a time. What is above and below works without this. */
import { makeCards } from '../../html/ui/cards.ts';
import { el, find, foreign } from '../../html/ui/dom.ts';
import type { Row } from '../wire.ts';
import { accountsOf, failing } from './data.ts';
import { createControls } from './controls.ts';
import { type Order, orders, select } from './select.ts';

/** Accounts on a page of the list. */
const pageSize = 100;

const signs = ['✕ Fails', '? Not all read', '✓ Good'] as const;
const severityNames = ['critical', 'high', 'medium', 'low', 'informational'] as const;

function start(): void {
  const loaded = accountsOf(find('data').textContent ?? '');
  if (loaded.rows.length === 0) return;
  const status = el('p', { role: 'status' });
  const body = el('tbody');
  const pages = el('p', { class: 'pages' });
  let page = 0;
  const controls = createControls(
    loaded.checks.map(([id]) => id),
    () => {
      page = 0;
      draw();
    },
  );

  const draw = () => {
    const { text, standing, status: scan, check, order } = controls.read();
    const found = select(loaded.rows, {
      text,
      standing,
      scan,
      failing: check === '' ? undefined : failing(loaded, check),
      order,
    });
    const last = Math.max(0, Math.ceil(found.length / pageSize) - 1);
    page = Math.min(page, last);
    const shown = found.slice(page * pageSize, (page + 1) * pageSize);
    status.textContent = `${found.length} of ${loaded.rows.length} accounts`;
    body.replaceChildren(...shown.map(rowOf));
    makeCards();
    for (const [name, head] of heads) {
      if (name === order) head.setAttribute('aria-sort', orders[name].sort);
      else head.removeAttribute('aria-sort');
    }
    const turn = (label: string, to: number) => {
      const button = el('button', { type: 'button' }, label);
      button.disabled = to < 0 || to > last;
      button.addEventListener('click', () => {
        page = to;
        draw();
        table.scrollIntoView();
      });
      return button;
    };
    const where = last === 0 ? '' : ` Page ${page + 1} of ${last + 1} `;
    pages.replaceChildren(
      ...(last === 0 ? [] : [turn('Former', page - 1), where, turn('Next', page + 1)]),
    );
  };

  const heads = new Map<Order, HTMLTableCellElement>();
  const headOf = (label: string, order?: Order) => {
    const cell = el('th', { scope: 'col' });
    if (order === undefined) {
      cell.append(label);
      return cell;
    }
    const button = el('button', { type: 'button', class: 'sort' }, label);
    button.addEventListener('click', () => {
      controls.sortBy(order);
      page = 0;
      draw();
    });
    cell.append(button);
    heads.set(order, cell);
    return cell;
  };
  const table = el(
    'table',
    { class: 'cards' },
    el('caption', {}, 'Accounts'),
    el(
      'thead',
      {},
      el(
        'tr',
        {},
        headOf('Account', 'account'),
        headOf('Verdict', 'worst'),
        headOf('Failures'),
        headOf('Pass', 'score'),
        headOf('Gaps', 'gaps'),
        headOf('Report'),
      ),
    ),
    body,
  );
  find('explorer').replaceChildren(controls.form, status, table, pages);
  draw();
}

function rowOf(row: Row): HTMLTableRowElement {
  const [id, alias, standing, partial, failures, muted, unknown, passed, of, gaps, report] = row;
  const told = failures.flatMap((count, at) =>
    count > 0 ? [`${count} ${severityNames[at] ?? ''}`] : [],
  );
  const more = [
    ...(muted > 0 ? [`${muted} muted`] : []),
    ...(unknown > 0 ? [`${unknown} unknown`] : []),
  ];
  const name = el('th', { scope: 'row' }, id);
  if (alias !== '') name.append(' (', foreign(alias), ')');
  return el(
    'tr',
    {},
    name,
    el('td', {}, `${signs[standing] ?? ''}${partial === 1 ? ', partial' : ''}`),
    el('td', {}, [...told, ...more].join(', ')),
    el('td', { class: 'number' }, `${passed} of ${of}`),
    el('td', { class: 'number' }, String(gaps)),
    el('td', {}, linkTo(report)),
  );
}

/** A path beside this file: what could lead elsewhere is shown as text. */
function linkTo(path: string): Node | string {
  if (path === '') return 'none';
  return /^[\w.=-]+(\/[\w.=-]+)*$/.test(path) ? el('a', { href: `./${path}` }, 'report') : path;
}

makeCards();
start();
