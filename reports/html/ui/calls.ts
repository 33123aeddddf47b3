/** The list of all calls, with a search. */
import type { CallLine } from '../../../src/report/model.ts';
import { number } from '../words.ts';
import { callView } from './call-view.ts';
import { wellFormed } from './criteria.ts';
import { type CallStore, callAt } from './call-store.ts';
import type { Dialogue } from './dialogue.ts';
import { at, el, find, foreign } from './dom.ts';
import { createGrid } from './grid.ts';
import { words } from './search.ts';
import type { WholeStore } from './store.ts';

export interface CallList {
  /** Shows what an address asks for: `q` words, `status` how the calls ended. */
  show(params: URLSearchParams): void;
}

export function createCallList({ rest: { calls } }: WholeStore, dialogue: Dialogue): CallList {
  let rows: Uint32Array = new Uint32Array(0);
  const open = (position: number): void => {
    const call = callAt(calls, at(rows, position));
    dialogue.open({
      title: [`${call.service}:${call.operation}`],
      content: [callView(call)],
      step: {
        previous: position > 0 ? () => open(position - 1) : undefined,
        next: position < rows.length - 1 ? () => open(position + 1) : undefined,
      },
      closed: () => grid.goTo(position),
    });
  };
  const grid = createGrid({
    label: 'API calls',
    columns: ['Call', 'Result', 'Input', 'Region'],
    row: (place) => {
      const call = callAt(calls, place);
      return {
        cells: [
          [`${call.service}:${call.operation}`],
          [resultWord(call.status)],
          [foreign(call.input ? JSON.stringify(call.input) : 'no input')],
          [call.region],
        ],
      };
    },
    open: (_, position) => open(position),
  });
  grid.element.classList.add('calls');

  const search = el('input', {
    type: 'search',
    id: 'call-search',
    autocomplete: 'off',
    spellcheck: 'false',
    placeholder: 'Operation, input, id, SHA-256 …',
  });
  const results = [...new Set(calls.statuses)].toSorted();
  const result = el(
    'select',
    { id: 'call-result' },
    el('option', { value: '' }, 'All'),
    ...(results.length < 2 ? [] : [el('option', { value: lost }, 'Any but answered')]),
    ...results.map((each) => el('option', { value: each }, resultWord(each))),
  );
  const status = el('p', { role: 'status', class: 'result' });
  let texts: readonly string[] | undefined;
  const update = () => {
    const wanted = words(search.value);
    if (wanted.length > 0) texts ??= textsOf(calls);
    const all = Uint32Array.from({ length: calls.size }, (_, place) => place);
    const isWanted = results.map((each) =>
      result.value === lost ? each !== 'ok' : result.value === '' || each === result.value,
    );
    const hasResult = calls.statuses.map((each) => isWanted[results.indexOf(each)] === true);
    rows = all.filter(
      (place) =>
        hasResult[at(calls.columns.status, place)] === true &&
        wanted.every((word) => texts?.[place]?.includes(word)),
    );
    grid.show(rows);
    status.textContent = `${number(rows.length)} of ${number(calls.size)} calls.`;
  };
  let timer = 0;
  const changed = (delay: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      update();
      const given = [['q', search.value] as const, ['status', result.value] as const]
        .filter(([, value]) => value !== '')
        .map(([name, value]) => `${name}=${encodeURIComponent(wellFormed(value))}`);
      history.replaceState(null, '', `#calls${given.length === 0 ? '' : `?${given.join('&')}`}`);
    }, delay);
  };
  search.addEventListener('input', () => changed(200));
  result.addEventListener('change', () => changed(0));
  const form = el(
    'form',
    { class: 'filters', role: 'search', 'aria-label': 'API calls' },
    el(
      'div',
      { class: 'filter-fields' },
      el(
        'div',
        { class: 'field wide' },
        el('label', { for: 'call-search' }, 'Search calls'),
        search,
      ),
      el('div', { class: 'field' }, el('label', { for: 'call-result' }, 'Result'), result),
    ),
  );
  form.addEventListener('submit', (event) => event.preventDefault());
  find('call-explorer').replaceChildren(form, status, grid.element);
  update();
  return {
    show: (params) => {
      search.value = params.get('q') ?? '';
      result.value = params.get('status') ?? '';
      update();
    },
  };
}

/** A choice that no call ends with. */
const lost = 'lost';

function resultWord(status: CallLine['status']): string {
  return status === 'ok' ? 'answered' : status;
}

/** Everything that a call says, made when it is first searched. */
function textsOf(calls: CallStore): readonly string[] {
  return Array.from({ length: calls.size }, (_, place) =>
    Object.values(callAt(calls, place))
      .map((value) => (typeof value === 'object' ? JSON.stringify(value) : String(value)))
      .join('\n')
      .toLowerCase(),
  );
}
