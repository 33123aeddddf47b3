/** The population: every resource that was judged, by type and Region, so that a sample can be drawn from it. */
import { outcomes } from '../../../src/report/model.ts';
import { number, outcomeWords, plural } from '../words.ts';
import { queryOf } from './criteria.ts';
import { at, type Child, el, find, foreign } from './dom.ts';
import { csvLines, saveButton } from './export.ts';
import { createGrid } from './grid.ts';
import { words } from './search.ts';
import { sha256Words } from './sha256.ts';
import type { Store } from './store.ts';

interface Population {
  /** Where resources are: the Regions, and beyond them `severalRegions`. */
  readonly regions: readonly string[];
  /** For each resource, the place of its Region in `regions`. */
  readonly regionOf: Uint32Array;
  /** For each resource, its findings by the place of their outcome. */
  readonly counts: Uint32Array;
}

/** Where the account stands, which has settings in each Region. It is no name of a Region. */
const severalRegions = 'several Regions';

export function showResources(store: Store): void {
  const population = populationOf(store);
  const { names, arns, types, typeOf } = store;
  const { regions } = population;
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
  grid.element.classList.add('resources');
  const fields = {
    search: el('input', {
      type: 'search',
      id: 'resource-search',
      autocomplete: 'off',
      spellcheck: 'false',
      placeholder: 'Name or ARN',
    }),
    type: choice('resource-type', 'All types', types),
    region: choice('resource-region', 'All Regions', regions),
    sample: el('input', { type: 'number', id: 'resource-sample', min: 1, placeholder: 'All' }),
  };
  const status = el('p', { role: 'status', class: 'result' });
  const update = () => {
    const found = matching(store, population, {
      words: words(fields.search.value),
      type: types.indexOf(fields.type.value),
      region: regions.indexOf(fields.region.value),
    });
    const size = Number(fields.sample.value);
    shown = size > 0 && size < found.length ? sampleOf(store, found, size) : found;
    grid.show(shown);
    const drawn = shown === found ? '' : `A sample of ${number(shown.length)} from `;
    status.textContent = `${drawn}${number(found.length)} of ${plural(names.length, 'resource')}.`;
  };
  for (const each of Object.values(fields)) each.addEventListener('input', update);
  const form = el(
    'form',
    { class: 'filters', role: 'search', 'aria-label': 'Resources' },
    el(
      'div',
      { class: 'filter-fields' },
      field('Search resources', fields.search, 'wide'),
      field('Resource type', fields.type),
      field('Resource Region', fields.region),
      field('Sample size', fields.sample),
    ),
  );
  form.addEventListener('submit', (event) => event.preventDefault());
  find('resource-explorer').replaceChildren(
    el('p', {}, el('a', { href: '#one-by-one' }, 'One by one'), ', with a sample of any size'),
    table(store, population, (chosenType, chosenRegion) => {
      fields.type.value = chosenType;
      fields.region.value = chosenRegion;
      update();
      status.scrollIntoView({ block: 'nearest' });
    }),
    el('h3', { id: 'one-by-one', tabindex: -1 }, 'One by one'),
    form,
    el(
      'div',
      { class: 'list-bar' },
      status,
      saveButton('Save resources as CSV', store, 'resources', (save) =>
        save(csvLines(resourceLines(store, population, shown))),
      ),
    ),
    grid.element,
    el(
      'p',
      { class: 'hint' },
      'A sample is drawn by the SHA-256 of the scan’s id and the ARN: whoever asks for the same size of the same resources gets the same sample. Enter opens all findings of a resource.',
    ),
  );
  update();
}

interface Wanted {
  readonly words: readonly string[];
  /** Places; below zero where all are wanted. */
  readonly type: number;
  readonly region: number;
}

function matching(
  { names, arns, typeOf }: Store,
  { regionOf }: Population,
  { words: wanted, type, region }: Wanted,
): Uint32Array {
  return Uint32Array.from(names.keys()).filter(
    (place) =>
      (type < 0 || typeOf[place] === type) &&
      (region < 0 || regionOf[place] === region) &&
      wanted.every((word) => `${names[place]} ${arns[place]}`.toLowerCase().includes(word)),
  );
}

/** So many of them, by chance that anyone can repeat. */
function sampleOf({ arns, start }: Store, places: Uint32Array, size: number): Uint32Array {
  const drawn = Array.from(places, (place) => {
    const lot = at(sha256Words(`${start.scan.id}\n${at(arns, place)}`), 0);
    return [lot, place] as const;
  }).toSorted(([a], [b]) => a - b);
  return Uint32Array.from(drawn.slice(0, size), ([, place]) => place).toSorted();
}

function* resourceLines(
  { names, arns, types, typeOf }: Store,
  { regions, regionOf, counts }: Population,
  places: Uint32Array,
): Generator<readonly string[]> {
  yield ['name', 'arn', 'type', 'region', ...outcomes];
  for (const place of places) {
    yield [
      at(names, place),
      at(arns, place),
      at(types, at(typeOf, place)),
      at(regions, at(regionOf, place)),
      ...outcomes.map((_, index) => String(at(counts, place * outcomes.length + index))),
    ];
  }
}

/** Resources by type, and of each type the Regions that have some; each number shows those that it counts. */
function table(
  { types, typeOf, names }: Store,
  { regions, regionOf }: Population,
  choose: (type: string, region: string) => void,
): HTMLElement {
  const counts = types.map(() => new Uint32Array(regions.length));
  const ofAll = new Uint32Array(regions.length);
  for (const place of names.keys()) {
    const region = at(regionOf, place);
    for (const own of [at(counts, at(typeOf, place)), ofAll]) own[region] = at(own, region) + 1;
  }
  const order = [...types.keys()].toSorted((a, b) => (at(types, a) < at(types, b) ? -1 : 1));
  const inOrder = [...regions.keys()].toSorted((a, b) =>
    at(regions, a) < at(regions, b) ? -1 : 1,
  );
  const numberButton = (count: number, type: string, region: string) => {
    const what = type === '' ? 'all types' : type;
    const label = `${count} of ${what}${region === '' ? '' : ` in ${region}`}`;
    const button = el(
      'button',
      { type: 'button', class: 'as-link', 'aria-label': label },
      number(count),
    );
    button.addEventListener('click', () => choose(type, region));
    return button;
  };
  const line = (type: string, own: Uint32Array) =>
    el(
      'tr',
      type === '' ? { class: 'sum' } : {},
      el('th', { scope: 'row' }, type === '' ? 'All types' : type),
      el(
        'td',
        { class: 'number' },
        numberButton(
          own.reduce((sum, each) => sum + each, 0),
          type,
          '',
        ),
      ),
      el(
        'td',
        {},
        el(
          'ul',
          { class: 'places' },
          ...inOrder
            .filter((region) => at(own, region) > 0)
            .map((region) => {
              const name = at(regions, region);
              return el('li', {}, name, ' ', numberButton(at(own, region), type, name));
            }),
        ),
      ),
    );
  return el(
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
        el('th', { scope: 'col', class: 'number' }, 'All'),
        el('th', { scope: 'col' }, 'Of them in'),
      ),
    ),
    el(
      'tbody',
      {},
      line('', ofAll),
      ...order.map((type) => line(at(types, type), at(counts, type))),
    ),
  );
}

/** The Region of a resource is that of its findings, where they are all of one. */
function populationOf({ names, columns, size, regions }: Store): Population {
  const several = regions.length;
  const unset = several + 1;
  const regionOf = new Uint32Array(names.length).fill(unset);
  const counts = new Uint32Array(names.length * outcomes.length);
  for (let row = 0; row < size; row += 1) {
    const resource = at(columns.resource, row);
    const region = at(columns.region, row);
    const known = at(regionOf, resource);
    regionOf[resource] = known === unset || known === region ? region : several;
    const slot = resource * outcomes.length + at(columns.outcome, row);
    counts[slot] = at(counts, slot) + 1;
  }
  const isUsed = regionOf.includes(several);
  return { regions: isUsed ? [...regions, severalRegions] : regions, regionOf, counts };
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
