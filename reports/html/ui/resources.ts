/** The population: every resource that was judged, by type and Region, so that a sample can be drawn from it. */
import { outcomes } from '../../../src/report/model.ts';
import { number, outcomeWords, plural } from '../words.ts';
import { queryOf } from './criteria.ts';
import { at, type Child, el, find, foreign } from './dom.ts';
import { createGrid } from './grid.ts';
import { words } from './search.ts';
import type { Store } from './store.ts';

interface Population {
  /** For each resource, the place of its Region. */
  readonly regionOf: Uint32Array;
  /** For each resource, its findings by the place of their outcome. */
  readonly counts: Uint32Array;
}

export function showResources(store: Store): void {
  const population = populationOf(store);
  const { names, arns, types, typeOf, regions } = store;
  let shown: Uint32Array = new Uint32Array(0);
  const grid = createGrid({
    label: 'Resources',
    columns: ['Resource', 'Verdicts', 'Type', 'ARN', 'Region'],
    row: (place) => ({
      cells: [
        [foreign(at(names, place))],
        countTexts(population, place),
        [at(types, at(typeOf, place))],
        [foreign(at(arns, place))],
        [at(regions, at(population.regionOf, place))],
      ],
    }),
    open: (place) => {
      location.hash = `#findings${queryOf({ resource: at(arns, place), group: 'none' })}`;
    },
  });
  const type = choice('resource-type', 'All types', types);
  const region = choice('resource-region', 'All Regions', regions);
  const search = el('input', {
    type: 'search',
    id: 'resource-search',
    autocomplete: 'off',
    spellcheck: 'false',
  });
  const status = el('p', { role: 'status', class: 'result' });
  const update = () => {
    const wanted = words(search.value);
    const typePlace = types.indexOf(type.value);
    const regionPlace = regions.indexOf(region.value);
    shown = Uint32Array.from(names.keys()).filter(
      (place) =>
        (typePlace < 0 || typeOf[place] === typePlace) &&
        (regionPlace < 0 || population.regionOf[place] === regionPlace) &&
        wanted.every((word) => `${names[place]} ${arns[place]}`.toLowerCase().includes(word)),
    );
    grid.show(shown);
    status.textContent = `${number(shown.length)} of ${plural(names.length, 'resource')}.`;
  };
  for (const each of [type, region, search]) each.addEventListener('input', update);
  const form = el(
    'form',
    { class: 'filters', role: 'search', 'aria-label': 'Resources' },
    field('Search resources', search, 'wide'),
    field('Resource type', type),
    field('Resource Region', region),
  );
  form.addEventListener('submit', (event) => event.preventDefault());
  find('resource-explorer').replaceChildren(
    table(store, population, (chosenType, chosenRegion) => {
      type.value = chosenType;
      region.value = chosenRegion;
      update();
      status.scrollIntoView({ block: 'nearest' });
    }),
    el('h3', {}, 'One by one'),
    form,
    status,
    grid.element,
  );
  update();
}

/** Resources by type and by Region; each number shows those that it counts. */
function table(
  { types, typeOf, regions, names }: Store,
  { regionOf }: Population,
  choose: (type: string, region: string) => void,
): HTMLElement {
  const counts = types.map(() => new Uint32Array(regions.length));
  for (const place of names.keys()) {
    const own = at(counts, at(typeOf, place));
    const region = at(regionOf, place);
    own[region] = at(own, region) + 1;
  }
  const used = [...regions.keys()].toSorted((a, b) => (at(regions, a) < at(regions, b) ? -1 : 1));
  const order = [...types.keys()].toSorted((a, b) => (at(types, a) < at(types, b) ? -1 : 1));
  const cell = (type: number, region: number): Child => {
    const count = at(at(counts, type), region);
    if (count === 0) return el('td', { class: 'number zero' }, '0');
    const button = el(
      'button',
      {
        type: 'button',
        class: 'as-link',
        'aria-label': `${count} of ${at(types, type)} in ${at(regions, region)}`,
      },
      number(count),
    );
    button.addEventListener('click', () => choose(at(types, type), at(regions, region)));
    return el('td', { class: 'number' }, button);
  };
  return el(
    'div',
    { class: 'scroll', role: 'region', 'aria-label': 'Resources by type and Region', tabindex: 0 },
    el(
      'table',
      { class: 'population' },
      el('caption', {}, 'Resources that were judged, by type and Region'),
      el(
        'thead',
        {},
        el(
          'tr',
          {},
          el('th', { scope: 'col' }, 'Type'),
          ...used.map((region) => el('th', { scope: 'col', class: 'number' }, at(regions, region))),
          el('th', { scope: 'col', class: 'number' }, 'All'),
        ),
      ),
      el(
        'tbody',
        {},
        ...order.map((type) =>
          el(
            'tr',
            {},
            el('th', { scope: 'row' }, at(types, type)),
            ...used.map((region) => cell(type, region)),
            el(
              'td',
              { class: 'number' },
              number(at(counts, type).reduce((sum, count) => sum + count, 0)),
            ),
          ),
        ),
      ),
    ),
  );
}

/** The Region of a resource is that of its findings; an account's is where the first of them is. */
function populationOf({ names, columns, size }: Store): Population {
  const regionOf = new Uint32Array(names.length);
  const counts = new Uint32Array(names.length * outcomes.length);
  for (let row = size - 1; row >= 0; row -= 1) {
    const resource = at(columns.resource, row);
    regionOf[resource] = at(columns.region, row);
    const slot = resource * outcomes.length + at(columns.outcome, row);
    counts[slot] = at(counts, slot) + 1;
  }
  return { regionOf, counts };
}

function countTexts({ counts }: Population, place: number): readonly Child[] {
  return outcomes.flatMap((outcome, index): Child[] => {
    const count = at(counts, place * outcomes.length + index);
    if (count === 0) return [];
    return [
      el(
        'span',
        { class: `count ${outcome}` },
        `${number(count)} ${outcomeWords[outcome].word.toLowerCase()}`,
      ),
    ];
  });
}

function choice(id: string, all: string, values: readonly string[]): HTMLSelectElement {
  return el(
    'select',
    { id },
    el('option', { value: '' }, all),
    ...values.toSorted().map((value) => el('option', { value }, value)),
  );
}

function field(name: string, control: HTMLElement, kind = ''): HTMLElement {
  return el('div', { class: `field ${kind}` }, el('label', { for: control.id }, name), control);
}
