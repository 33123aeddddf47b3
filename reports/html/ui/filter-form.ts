/** The search box, the filters, and the choices of order and groups. */
import { outcomes, owners, severities } from '../../../src/report/model.ts';
import { outcomeWords, ownerWords } from '../words.ts';
import { type Criteria, criteriaNames, noCriteria } from './criteria.ts';
import { el } from './dom.ts';
import { controlsOf } from './flags.ts';
import { groupings } from './groups.ts';
import { orders } from './sort.ts';
import type { Store } from './store.ts';

export interface FilterForm {
  readonly element: HTMLElement;
  read(): Criteria;
  /** Shows what was chosen elsewhere, as in the address. */
  write(criteria: Criteria): void;
}

type Choice = readonly [value: string, label: string];

/** @param changed called once for each change, after the reader stopped typing */
export function createFilterForm(store: Store, changed: () => void): FilterForm {
  const { columns, checks, start } = store;
  const search = el('input', {
    type: 'search',
    autocomplete: 'off',
    spellcheck: 'false',
    placeholder: 'Name, ARN, reason, check, control, severity, outcome, id',
  });
  const services = [...new Set([...checks.map(({ service }) => service), ...store.services])];
  const fields = {
    outcome: select(
      used(columns.outcome, outcomes).map((each): Choice => [each, outcomeWords[each].word]),
    ),
    severity: select(used(columns.severity, severities).map(asWords)),
    service: select(
      services.filter((id) => id !== '').map((id): Choice => [id, start.services[id] ?? id]),
    ),
    region: select(store.regions.map(asWords)),
    check: select(checks.map(({ id }) => asWords(id))),
    control: select(controlChoices(store)),
    owner: select(used(columns.owner, owners).map((each): Choice => [each, ownerWords[each]])),
    type: select(store.types.map(asWords)),
    mark: select([
      ...(store.latent.includes(1) ? [['latent', 'Latent'] as const] : []),
      ...(store.muted.size > 0 ? [['muted', 'Muted'] as const] : []),
    ]),
    group: select(groupings, false),
    sort: select(orders, false, 'Gravest first'),
  };
  // Two limits that only links set; they are shown, and taken away, where they hold.
  const linked = { line: '', resource: '' };
  const chips = el('p', { class: 'chips' });
  const reset = el('button', { type: 'reset' }, 'Clear all');
  const element = el(
    'form',
    { class: 'filters', role: 'search', 'aria-label': 'Findings' },
    labelled('Search', search, 'wide'),
    labelled('Outcome', fields.outcome),
    labelled('Severity', fields.severity),
    labelled('Service', fields.service),
    labelled('Region', fields.region),
    labelled('Check', fields.check),
    labelled('Control', fields.control),
    labelled('Type', fields.type),
    labelled('Owner', fields.owner),
    labelled('Mark', fields.mark),
    labelled('Group', fields.group),
    labelled('Sort', fields.sort),
    reset,
    chips,
  );

  let timer = 0;
  const later = (delay: number) => {
    clearTimeout(timer);
    timer = setTimeout(changed, delay);
  };
  const showChips = () => {
    const given = Object.entries(linked).filter(([, value]) => value !== '');
    chips.hidden = given.length === 0;
    chips.replaceChildren(
      ...given.map(([name, value]) =>
        el(
          'span',
          { class: 'chip' },
          `Only ${name === 'line' ? 'the responsibility' : name} `,
          el('bdi', {}, value),
        ),
      ),
    );
  };
  search.addEventListener('input', () => later(120));
  for (const each of Object.values(fields)) each.addEventListener('change', () => later(0));
  element.addEventListener('submit', (event) => event.preventDefault());
  element.addEventListener('reset', () => {
    linked.line = '';
    linked.resource = '';
    showChips();
    later(0);
  });
  showChips();

  return {
    element,
    read: () => ({
      ...noCriteria,
      ...linked,
      ...Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.value])),
      q: search.value,
    }),
    write: (criteria) => {
      search.value = criteria.q;
      for (const [name, field] of Object.entries(fields)) {
        const known = criteriaNames.find((each) => each === name);
        const wanted = known === undefined ? '' : criteria[known];
        // A value that this report has nothing of is offered, so that the list is rightly empty.
        if (![...field.options].some(({ value }) => value === wanted)) {
          field.append(el('option', { value: wanted }, wanted));
        }
        field.value = wanted;
      }
      linked.line = criteria.line;
      linked.resource = criteria.resource;
      showChips();
    },
  };
}

function asWords(value: string): Choice {
  return [value, value];
}

function used<T>(column: Uint32Array, values: readonly T[]): readonly T[] {
  const found = new Set(column);
  return values.filter((_, place) => found.has(place));
}

function controlChoices({ checks }: Store): readonly Choice[] {
  const names = new Set(checks.flatMap(controlsOf));
  const order = new Intl.Collator('en-GB', { numeric: true });
  return [...names]
    .toSorted(order.compare)
    .map((name) => [name, name.includes(' ') ? name : `${name} (all)`]);
}

/** @param isSorted whether the choices are put in the order of their labels */
function select(choices: readonly Choice[], hasAll = true, usual = 'All'): HTMLSelectElement {
  const first = hasAll || usual !== 'All' ? [el('option', { value: '' }, usual)] : [];
  return el(
    'select',
    {},
    ...first,
    ...choices.map(([value, label]) => el('option', { value }, label)),
  );
}

/** Beside its label and not within it: the name of a select would else include its options. */
function labelled(name: string, control: HTMLInputElement | HTMLSelectElement, kind = ''): Node {
  control.id = `filter-${name.toLowerCase()}`;
  const label = el('label', { for: control.id }, name);
  return el('div', { class: `field ${kind}` }, label, control);
}
