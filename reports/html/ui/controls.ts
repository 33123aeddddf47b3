/** Each control of the chosen frameworks, with its state, and a fold for the checks behind it. */
import { type ControlLine, controlStates, outcomes } from '../../../src/report/model.ts';
import { noCheckWords, stateWords } from '../../control-counts.ts';
import { number, outcomeWords, plural, relationWords } from '../words.ts';
import { queryOf } from './criteria.ts';
import { at, type Child, el, find } from './dom.ts';
import type { Store, WholeStore } from './store.ts';

export function showControls(store: WholeStore): void {
  const { start, rest } = store;
  const { scan } = start;
  const { controls } = rest;
  const counts = countsByCheck(store);
  find('control-list').replaceChildren(
    ...scan.selection.frameworks.flatMap((framework) => {
      const lines = controls.filter((line) => line.framework === framework);
      return [
        el('h3', { id: `framework-${framework}` }, framework),
        stateFilter(framework, lines),
        el(
          'div',
          { class: 'controls', id: `controls-${framework}` },
          ...lines.map((line) => controlView(line, counts)),
        ),
      ];
    }),
  );
}

/** By the id of the check, its findings by the place of their outcome. */
type Counts = ReadonlyMap<string, Uint32Array>;

function countsByCheck({ checks, columns, size }: Store): Counts {
  const counts = checks.map(() => new Uint32Array(outcomes.length));
  for (let row = 0; row < size; row += 1) {
    const own = at(counts, at(columns.check, row));
    const outcome = at(columns.outcome, row);
    own[outcome] = at(own, outcome) + 1;
  }
  return new Map(checks.map(({ id }, place) => [id, at(counts, place)]));
}

/** Shows the controls that an address asks for: `#controls?framework=cis-aws-6.0&state=not-met`. */
export function showStatesOf(params: URLSearchParams): void {
  const framework = params.get('framework');
  if (framework === null) return;
  const select = document.getElementById(`state-${framework}`);
  if (!(select instanceof HTMLSelectElement)) return;
  select.value = params.get('state') ?? '';
  showState(framework, select.value);
  document.getElementById(`framework-${framework}`)?.scrollIntoView();
}

function showState(framework: string, state: string): void {
  for (const each of document.querySelectorAll(`#controls-${CSS.escape(framework)} > *`)) {
    if (each instanceof HTMLElement) {
      each.hidden = state !== '' && each.dataset['state'] !== state;
    }
  }
}

function stateFilter(framework: string, lines: readonly ControlLine[]): HTMLElement {
  const select = el(
    'select',
    { id: `state-${framework}` },
    el('option', { value: '' }, `All: ${number(lines.length)}`),
    ...controlStates.flatMap((state) => {
      const count = lines.filter((line) => line.state === state).length;
      return count === 0
        ? []
        : [el('option', { value: state }, `${stateWords[state]}: ${number(count)}`)];
    }),
  );
  select.addEventListener('change', () => {
    showState(framework, select.value);
    const state = select.value === '' ? '' : `&state=${select.value}`;
    history.replaceState(null, '', `#controls?framework=${framework}${state}`);
  });
  return el(
    'div',
    { class: 'filter-bar' },
    el('div', { class: 'field' }, el('label', { for: select.id }, 'State'), select),
  );
}

function controlView(line: ControlLine, counts: Counts): HTMLElement {
  const { control, title, state, framework } = line;
  const kind = line.noCheck === undefined ? '' : ` (${noCheckWords[line.noCheck]})`;
  return el(
    'details',
    { class: 'control', 'data-state': state, id: `c-${framework}-${control}` },
    el(
      'summary',
      {},
      el('strong', {}, control),
      ' ',
      el('span', {}, title),
      ' ',
      el('span', { class: `state ${state}` }, `${stateWords[state]}${kind}`),
    ),
    ...(line.reason === undefined ? [] : [el('p', {}, line.reason)]),
    ...(line.checks.length === 0
      ? []
      : [
          el(
            'ul',
            {},
            ...line.checks.map(({ check, relation }) =>
              el(
                'li',
                {},
                el('a', { href: `#findings${queryOf({ check })}` }, check),
                relation === 'equal' ? '' : ` (${relationWords[relation]})`,
                ...countTexts(check, counts),
              ),
            ),
          ),
          el(
            'p',
            {},
            el(
              'a',
              { href: `#findings${queryOf({ control: `${framework} ${control}` })}` },
              `All findings of ${plural(line.checks.length, 'check')}`,
            ),
          ),
        ]),
  );
}

function countTexts(check: string, counts: Counts): readonly Child[] {
  const own = counts.get(check);
  const told = outcomes.flatMap((outcome, place) => {
    const count = own?.[place] ?? 0;
    return count === 0 ? [] : [`${number(count)} ${outcomeWords[outcome].word.toLowerCase()}`];
  });
  return [told.length === 0 ? ': no finding' : `: ${told.join(', ')}`];
}
