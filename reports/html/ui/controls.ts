/** The search box and the filters of the findings. */
import { outcomes, owners, severities } from '../../../src/report/model.ts';
import { outcomeWords, ownerWords } from '../words.ts';
import { el } from './dom.ts';
import { controlsOf, type Criteria } from './filter.ts';
import type { Store } from './store.ts';

export interface Controls {
  readonly element: HTMLElement;
  read(): Criteria;
  /** Shows the findings of one check, whatever was chosen before. */
  choose(check: string): void;
}

type Choice = readonly [value: string, label: string];

/** @param changed called once for each change, after the reader stopped typing */
export function createControls(store: Store, changed: () => void): Controls {
  const { columns, checks } = store;
  const search = el('input', {
    type: 'search',
    autocomplete: 'off',
    spellcheck: 'false',
    placeholder: 'Name, ARN, check, control, reason',
  });
  const services = [...new Set(checks.map((check) => check.service))].toSorted();
  const selects = {
    outcome: select(
      used(columns.outcome, outcomes).map((each): Choice => [each, outcomeWords[each].word]),
    ),
    severity: select(used(columns.severity, severities).map(asWords)),
    service: select(services.map(asWords)),
    region: select(store.regions.toSorted().map(asWords)),
    check: select(
      checks
        .map((check) => check.id)
        .toSorted()
        .map(asWords),
    ),
    control: select(controlChoices(store)),
    owner: select(used(columns.owner, owners).map((each): Choice => [each, ownerWords[each]])),
    mark: select([
      ...(store.latent.size > 0 ? [['latent', 'Latent'] as const] : []),
      ...(store.muted.size > 0 ? [['muted', 'Muted'] as const] : []),
    ]),
  };
  const reset = el('button', { type: 'reset' }, 'Clear all');
  const element = el(
    'form',
    { class: 'filters', role: 'search', 'aria-label': 'Findings' },
    labelled('Search', search, 'wide'),
    labelled('Outcome', selects.outcome),
    labelled('Severity', selects.severity),
    labelled('Service', selects.service),
    labelled('Region', selects.region),
    labelled('Check', selects.check),
    labelled('Control', selects.control),
    labelled('Owner', selects.owner),
    labelled('Mark', selects.mark),
    reset,
  );

  let timer = 0;
  const later = (delay: number) => {
    clearTimeout(timer);
    timer = setTimeout(changed, delay);
  };
  search.addEventListener('input', () => later(120));
  for (const each of Object.values(selects)) each.addEventListener('change', () => later(0));
  element.addEventListener('submit', (event) => event.preventDefault());
  element.addEventListener('reset', () => later(0));

  return {
    element,
    read: () => ({
      text: search.value,
      outcome: selects.outcome.value,
      severity: selects.severity.value,
      service: selects.service.value,
      region: selects.region.value,
      check: selects.check.value,
      control: selects.control.value,
      owner: selects.owner.value,
      mark: selects.mark.value,
    }),
    choose: (check) => {
      element.reset();
      selects.check.value = check;
      later(0);
    },
  };
}

function asWords(value: string): Choice {
  return [value, value];
}

function used<T>(column: Uint32Array, values: readonly T[]): readonly T[] {
  const places = new Set(column);
  return values.filter((_, place) => places.has(place));
}

function controlChoices({ checks }: Store): readonly Choice[] {
  const names = new Set(checks.flatMap((check) => controlsOf(check.controls)));
  const order = new Intl.Collator('en-GB', { numeric: true });
  return [...names]
    .toSorted(order.compare)
    .map((name) => [name, name.includes(' ') ? name : `${name} (all)`]);
}

function select(choices: readonly Choice[]): HTMLSelectElement {
  const all = el('option', { value: '' }, 'All');
  return el('select', {}, all, ...choices.map(([value, label]) => el('option', { value }, label)));
}

/** Beside its label and not within it: the name of a select would else include its options. */
function labelled(name: string, control: HTMLInputElement | HTMLSelectElement, kind = ''): Node {
  control.id = `filter-${name.toLowerCase()}`;
  const label = el('label', { for: control.id }, name);
  return el('div', { class: `field ${kind}` }, label, control);
}
