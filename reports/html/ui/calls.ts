/** The list of all calls, with a search. */
import { number } from '../words.ts';
import { callView } from './call-view.ts';
import { type CallStore, callAt } from './call-store.ts';
import type { Dialogue } from './dialogue.ts';
import { at, el, find, foreign } from './dom.ts';
import { createGrid } from './grid.ts';
import { words } from './search.ts';
import type { Store } from './store.ts';

export function showCalls({ calls }: Store, dialogue: Dialogue): void {
  let rows: Uint32Array = new Uint32Array(0);
  const open = (position: number): void => {
    const call = callAt(calls, at(rows, position));
    dialogue.open([`${call.service}:${call.operation}`], [callView(call)], {
      previous: position > 0 ? () => open(position - 1) : undefined,
      next: position < rows.length - 1 ? () => open(position + 1) : undefined,
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
          [call.status === 'ok' ? 'answered' : call.status],
          [foreign(call.input ? JSON.stringify(call.input) : 'none')],
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
    placeholder: 'Operation, input, region, id, SHA-256, result',
  });
  const status = el('p', { role: 'status', class: 'result' });
  let texts: readonly string[] | undefined;
  const update = () => {
    const wanted = words(search.value);
    if (wanted.length > 0) texts ??= textsOf(calls);
    const all = Uint32Array.from({ length: calls.size }, (_, place) => place);
    rows = all.filter((place) => wanted.every((word) => texts?.[place]?.includes(word)));
    grid.show(rows);
    status.textContent = `${number(rows.length)} of ${number(calls.size)} calls.`;
  };
  let timer = 0;
  search.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(update, 200);
  });
  const form = el(
    'form',
    { class: 'filters', role: 'search', 'aria-label': 'API calls' },
    el('div', { class: 'field wide' }, el('label', { for: 'call-search' }, 'Search calls'), search),
  );
  form.addEventListener('submit', (event) => event.preventDefault());
  find('call-explorer').replaceChildren(form, status, grid.element);
  update();
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
