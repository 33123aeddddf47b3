/** The search box, the filters, and the choices of order and groups. */
import { outcomes, owners, severities } from '../../../src/report/model.ts';
import { printable } from '../../../src/text/printable.ts';
import { outcomeWords, ownerWords } from '../words.ts';
import { type Criteria, criteriaNames, noCriteria } from './criteria.ts';
import { el } from './dom.ts';
import { groupings } from './groups.ts';
import { orders } from './sort.ts';
import type { Store } from './store.ts';

export interface FilterForm {
  readonly element: HTMLElement;
  read(): Criteria;
  /** Shows what was chosen elsewhere, as in the address. */
  write(criteria: Criteria): void;
}

const usualGroup = 'check';

type Choice = readonly [value: string, label: string];

/** @param changed called once for each change, after the reader stopped typing */
export function createFilterForm(store: Store, changed: () => void): FilterForm {
  const search = el('input', {
    type: 'search',
    autocomplete: 'off',
    spellcheck: 'false',
    placeholder: 'Name, ARN, reason, id, tag …',
  });
  const fields = fieldsOf(store);
  // Two limits that only links set; like all others they are shown, and taken away, where they hold.
  const linked = { line: '', resource: '' };
  const chips = el('p', { class: 'chips' });
  const reset = el('button', { type: 'reset' }, 'Clear all');
  const more = el(
    'details',
    { class: 'more' },
    el('summary', {}, 'More filters'),
    el(
      'div',
      { class: 'filter-fields' },
      labelled('Check', fields.check),
      labelled('Control', fields.control),
      labelled('Type', fields.type),
      labelled('Owner', fields.owner),
      labelled('Mark', fields.mark),
    ),
  );
  const element = el(
    'form',
    { class: 'filters', role: 'search', 'aria-label': 'Findings' },
    el(
      'div',
      { class: 'filter-fields' },
      labelled('Search', search, 'wide'),
      labelled('Outcome', fields.outcome),
      labelled('Severity', fields.severity),
      labelled('Service', fields.service),
      labelled('Region', fields.region),
      labelled('Group', fields.group),
      labelled('Sort', fields.sort),
    ),
    more,
    chips,
  );

  const read = (): Criteria => ({
    ...noCriteria,
    ...linked,
    ...Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.value])),
    group: fields.group.value === usualGroup ? '' : fields.group.value,
    q: search.value,
  });

  let timer = 0;
  const later = (delay: number) => {
    showChips();
    clearTimeout(timer);
    timer = setTimeout(changed, delay);
  };
  const takeAway = (name: LimitName) => {
    if (name === 'line' || name === 'resource') linked[name] = '';
    else fields[name].value = '';
    later(0);
    search.focus();
  };
  const showChips = () => {
    const criteria = read();
    const given = limitNames.filter((name) => criteria[name] !== '');
    chips.hidden = given.length === 0 && criteria.q === '';
    chips.replaceChildren(
      ...given.map((name) => {
        const value = criteria[name];
        const shown = name === 'line' || name === 'resource' ? value : labelOf(fields[name]);
        const chip = el(
          'button',
          { type: 'button', class: 'chip' },
          `${limitWords[name]}: `,
          el('bdi', {}, shown),
          el('span', { 'aria-hidden': 'true' }, ' ✕'),
          el('span', { class: 'unseen' }, ', take this limit away'),
        );
        chip.addEventListener('click', () => takeAway(name));
        return chip;
      }),
      reset,
    );
  };
  search.addEventListener('input', () => later(0));
  for (const each of Object.values(fields)) each.addEventListener('change', () => later(0));
  element.addEventListener('submit', (event) => event.preventDefault());
  element.addEventListener('reset', () => {
    linked.line = '';
    linked.resource = '';
    search.focus();
    // The fields are emptied after this event.
    setTimeout(() => later(0));
  });
  showChips();

  return {
    element,
    read,
    write: (criteria) => {
      search.value = criteria.q;
      for (const [name, field] of Object.entries(fields)) {
        if (field === fields.group) continue;
        const known = criteriaNames.find((each) => each === name);
        choose(field, known === undefined ? '' : criteria[known]);
      }
      choose(fields.group, criteria.group === '' ? usualGroup : criteria.group);
      linked.line = criteria.line;
      linked.resource = criteria.resource;
      if (['check', 'control', 'type', 'owner', 'mark'].some((name) => named(criteria, name)))
        more.open = true;
      showChips();
    },
  };
}

function named(criteria: Criteria, name: string): boolean {
  return Object.entries(criteria).some(([each, value]) => each === name && value !== '');
}

const limitWords = {
  outcome: 'Outcome',
  severity: 'Severity',
  service: 'Service',
  region: 'Region',
  check: 'Check',
  control: 'Control',
  type: 'Type',
  owner: 'Owner',
  mark: 'Mark',
  line: 'Responsibility',
  resource: 'Resource',
} as const;
type LimitName = keyof typeof limitWords;
const limitNames = [
  ...(['outcome', 'severity', 'service', 'region', 'check', 'control'] as const),
  ...(['type', 'owner', 'mark', 'line', 'resource'] as const),
];

function fieldsOf(store: Store) {
  const { columns, checks, start } = store;
  const services = [...new Set([...checks.map(({ service }) => service), ...store.services])];
  return {
    outcome: select(
      used(columns.outcome, outcomes).map((each): Choice => [each, outcomeWords[each].word]),
    ),
    severity: select(used(columns.severity, severities).map(asWords)),
    service: select(
      inOrder(
        services.filter((id) => id !== '').map((id): Choice => [id, start.services[id] ?? id]),
      ),
    ),
    region: select(inOrder(store.regions.map(asWords))),
    check: select(inOrder(checks.map(({ id }) => asWords(id)))),
    control: select(controlChoices(store)),
    owner: select(used(columns.owner, owners).map((each): Choice => [each, ownerWords[each]])),
    type: select(inOrder(store.types.map(asWords))),
    mark: select([
      ...(store.latent.includes(1) ? [['latent', 'Latent'] as const] : []),
      ...(store.muted.size > 0 ? [['muted', 'Muted'] as const] : []),
    ]),
    group: select(groupings, ''),
    sort: select(orders, 'Gravest first'),
  };
}

/** A value that this report has nothing of, or several values, are offered too, so that the list is rightly what it is. */
function choose(field: HTMLSelectElement, wanted: string): void {
  const options = [...field.options];
  if (!options.some(({ value }) => value === wanted)) {
    const labels = wanted
      .split(',')
      .map((each) => options.find(({ value }) => value === each)?.label ?? each);
    field.append(el('option', { value: wanted }, labels.join(' or ')));
  }
  field.value = wanted;
}

function labelOf({ selectedOptions, value }: HTMLSelectElement): string {
  return selectedOptions[0]?.label ?? value;
}

function asWords(value: string): Choice {
  return [value, value];
}

function inOrder(choices: readonly Choice[]): readonly Choice[] {
  return choices.toSorted(([, a], [, b]) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));
}

function used<T>(column: Uint32Array, values: readonly T[]): readonly T[] {
  return values.filter((_, place) => column.includes(place));
}

function controlChoices({ start }: Store): readonly Choice[] {
  return start.controlNames.map((name) => [name, name.includes(' ') ? name : `${name} (all)`]);
}

/** @param usual what an empty choice is called; empty where the first choice is the usual one */
function select(choices: readonly Choice[], usual = 'All'): HTMLSelectElement {
  return el(
    'select',
    {},
    ...(usual === '' ? [] : [new Option(usual, '')]),
    ...choices.map(([value, label]) => new Option(printable(label), value)),
  );
}

/** Beside its label and not within it: the name of a select would else include its options. */
function labelled(name: string, control: HTMLInputElement | HTMLSelectElement, kind = ''): Node {
  control.id = `filter-${name.toLowerCase()}`;
  const label = el('label', { for: control.id }, name);
  return el('div', { class: `field ${kind}` }, label, control);
}
