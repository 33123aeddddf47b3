/** What goes behind the short version on paper, by choice: findings and calls one by one, and the matrix. */
import { outcomes, type Outcome } from '../../../src/report/model.ts';
import { number, plural, time } from '../words.ts';
import { callAt } from './call-store.ts';
import { at, el, foreign } from './dom.ts';
import { outcomeLabel, severityLabel } from './labels.ts';
import { checkOf, fullFinding, reasonsOf, regionOf, resourceOf, type WholeStore } from './store.ts';

interface Annex {
  readonly id: string;
  readonly title: string;
  /** Beside its box, with what it takes. */
  choice(store: WholeStore): string;
  body(store: WholeStore): readonly Node[];
}

/** Findings or calls of one annex: some hundred sheets. The rest is counted and left to the file. */
const mostRows = 5000;

export const annexes: readonly Annex[] = [
  {
    id: 'open',
    title: 'Failures and what could not be read, one by one',
    choice: (store) =>
      `Failures and what could not be read, one by one with their evidence (${number(rowsOf(store, ['fail', 'unknown']).length)})`,
    body: (store) => byCheck(store, rowsOf(store, ['fail', 'unknown']), openFinding),
  },
  {
    id: 'passes',
    title: 'What passes',
    choice: (store) => `What passes (${number(rowsOf(store, ['pass']).length)})`,
    body: (store) => byCheck(store, rowsOf(store, ['pass']), passing),
  },
  {
    id: 'matrix',
    title: 'The responsibility matrix',
    choice: ({ rest: { responsibilities } }) =>
      `The responsibility matrix (${number(responsibilities.length)} lines)`,
    body: matrix,
  },
  {
    id: 'calls',
    title: 'API calls',
    choice: ({ rest: { calls } }) => `API calls (${number(calls.size)})`,
    body: callList,
  },
];

function rowsOf({ columns, size }: WholeStore, wanted: readonly Outcome[]): readonly number[] {
  const places = wanted.map((outcome) => outcomes.indexOf(outcome));
  const rows: number[] = [];
  for (let row = 0; row < size; row += 1) {
    if (places.includes(at(columns.outcome, row))) rows.push(row);
  }
  return rows;
}

/** What is left out is said. */
function rest(all: number, noun: string): readonly Node[] {
  if (all <= mostRows) return [];
  return [el('p', { class: 'alarm' }, `${plural(all - mostRows, noun)} more are in report.json.`)];
}

function byCheck(
  store: WholeStore,
  all: readonly number[],
  view: (store: WholeStore, row: number) => Node,
): readonly Node[] {
  const groups = new Map<string, number[]>();
  for (const row of all.slice(0, mostRows)) {
    const { id } = checkOf(store, row);
    const group = groups.get(id);
    if (group) group.push(row);
    else groups.set(id, [row]);
  }
  return [
    ...rest(all.length, 'finding'),
    ...[...groups].map(([id, rows]) =>
      el(
        'div',
        { class: 'group' },
        el(
          'p',
          { class: 'check' },
          checkOf(store, at(rows, 0)).title,
          ' ',
          el('span', { class: 'soft' }, `${id}, ${number(rows.length)}`),
        ),
        el('ul', {}, ...rows.map((row) => view(store, row))),
      ),
    ),
  ];
}

function openFinding(store: WholeStore, row: number): Node {
  const { outcome, severity, resource, region, reasons, id, latent, evidence } = fullFinding(
    store,
    row,
  );
  const calls = evidence.map((call) => (typeof call === 'string' ? call : call.id));
  return el(
    'li',
    {},
    outcomeLabel(outcome),
    ' ',
    severityLabel(severity),
    latent ? ' latent ' : ' ',
    el('strong', {}, foreign(resource.arn)),
    ` (${region}): `,
    foreign(reasons.join('; ')),
    el('div', { class: 'soft' }, `Finding ${id}. Evidence: `, foreign(calls.join(', ') || 'none')),
  );
}

function passing(store: WholeStore, row: number): Node {
  return el(
    'li',
    {},
    el('strong', {}, foreign(resourceOf(store, row).arn)),
    ` (${regionOf(store, row)}): `,
    foreign(reasonsOf(store, row).join('; ')),
  );
}

/** The tables of the page, without what only a screen has. */
function matrix(): readonly Node[] {
  return [...document.querySelectorAll('#responsibilities .matrix')].map((table) =>
    table.cloneNode(true),
  );
}

function callList({ rest: { calls } }: WholeStore): readonly Node[] {
  const rows = Array.from({ length: Math.min(calls.size, mostRows) }, (_, row) =>
    callAt(calls, row),
  );
  return [
    ...rest(calls.size, 'call'),
    el(
      'div',
      { class: 'group' },
      el(
        'ul',
        {},
        ...rows.map(({ service, operation, input, region, status, at: when, requestId, sha256 }) =>
          el(
            'li',
            {},
            el('strong', {}, `${service}:${operation}`),
            ` ${region}, ${status === 'ok' ? 'answered' : status} `,
            input ? el('code', {}, foreign(JSON.stringify(input))) : '',
            el(
              'div',
              { class: 'soft' },
              `${time(when)}, request `,
              foreign(requestId ?? 'without an answer'),
              ', ',
              el('code', {}, sha256),
            ),
          ),
        ),
      ),
    ),
  ];
}
