/** The list of all findings, with its filters. */
import { outcomes } from '../../../src/report/model.ts';
import { number, outcomeWords, plural } from '../words.ts';
import { type Criteria, criteriaFrom, noCriteria, queryOf } from './criteria.ts';
import type { Dialogue, Step } from './dialogue.ts';
import { at, type Child, el, find, foreign } from './dom.ts';
import { exportButtons } from './export.ts';
import { filter } from './filter.ts';
import { createFilterForm } from './filter-form.ts';
import { findingTitle, findingView } from './finding-view.ts';
import { createGrid, type Row } from './grid.ts';
import { countsOf, failingFirst, type Group, type Groups, groupsOf } from './groups.ts';
import { outcomeLabel, severityLabel } from './labels.ts';
import { sorted } from './sort.ts';
import {
  checkOf,
  fullFinding,
  outcomeOf,
  reasonsOf,
  regionOf,
  serviceName,
  serviceOf,
  severityOf,
  type Store,
  type WhenWhole,
} from './store.ts';

export interface Explorer {
  /** Shows what an address asks for. */
  show(params: URLSearchParams): void;
  /** Shows all, where nothing else was asked for. */
  prepare(): void;
  /** Opens a finding; where there is none of that id it says so. */
  open(id: string): void;
}

/** So few rows are shown at once, whatever their groups. */
const fewRows = 40;

export function createExplorer(store: Store, whenWhole: WhenWhole, dialogue: Dialogue): Explorer {
  let rows: Uint32Array = new Uint32Array(0);
  /** None where all rows stand in one list. */
  let groups: Groups | undefined;
  /** The places of groups. */
  const unfolded = new Set<number>();
  /** What the list shows: rows, and the headings of groups as negative numbers. */
  let items: Int32Array = new Int32Array(0);

  const grid = createGrid({
    label: 'Findings',
    columns: ['Severity', 'Outcome', 'Reason', 'Resource', 'Service', 'Region'],
    main: 2,
    row: (item) => {
      if (groups === undefined || item >= 0) {
        return findingRow(store, item, groups !== undefined);
      }
      const place = -item - 1;
      return groupRow(store, groups.at(place), {
        isOpen: unfolded.has(place),
        grouping: form.read().group,
      });
    },
    open: (item, position) => {
      if (item >= 0) openAt(position);
      else fold(-item - 1);
    },
  });

  const fold = (place: number) => {
    if (unfolded.has(place)) unfolded.delete(place);
    else unfolded.add(place);
    layOut();
    grid.show(items, true);
  };

  const layOut = () => {
    if (groups === undefined) {
      items = new Int32Array(rows);
      return;
    }
    const { count, sizeOf } = groups;
    const shown = [...unfolded].reduce((sum, place) => sum + sizeOf(place), 0);
    items = new Int32Array(count + shown);
    let position = 0;
    for (let place = 0; place < count; place += 1) {
      items[position] = -place - 1;
      position += 1;
      if (!unfolded.has(place)) continue;
      items.set(groups.at(place).rows, position);
      position += sizeOf(place);
    }
  };

  /** The finding at a position, or the next one in that direction. */
  const stepFrom = (position: number, step: number): (() => void) | undefined => {
    for (let next = position + step; next >= 0 && next < items.length; next += step) {
      if (at(items, next) >= 0) return () => openAt(next);
    }
    return undefined;
  };

  const openAt = (position: number) => {
    openRow(at(items, position), {
      previous: stepFrom(position, -1),
      next: stepFrom(position, 1),
    });
  };

  const openRow = (row: number, step: Step) => {
    whenWhole((whole) => {
      const finding = fullFinding(whole, row);
      dialogue.open({
        title: findingTitle(finding),
        content: findingView(finding, whole),
        step,
        // Whoever came by a link to the finding stands in the list when they close it.
        closed: () => {
          writeAddress();
          const position = items.indexOf(row);
          if (position >= 0) grid.goTo(position);
          else status.focus();
        },
      });
    });
  };

  const status = el('p', { role: 'status', class: 'result', tabindex: -1 });
  const update = () => {
    const criteria = form.read();
    rows = sorted(store, filter(store, criteria), criteria.sort);
    const grouping = criteria.group;
    const made =
      grouping === 'none'
        ? undefined
        : groupsOf(store, rows, grouping, frameworkOf(store, criteria));
    const isOrdered = grouping === '' && criteria.sort === '' && made !== undefined;
    const inOrder = isOrdered ? failingFirst(store, made) : made;
    groups = inOrder?.count === 0 ? undefined : inOrder;
    unfolded.clear();
    if (rows.length <= fewRows || groups?.count === 1) unfoldAll();
    layOut();
    grid.show(items);
    tell();
  };
  const tell = () => {
    const all = store.size;
    const many =
      rows.length === all ? `All ${number(all)}` : `${number(rows.length)} of ${number(all)}`;
    const inGroups = groups === undefined ? '' : ` In ${plural(groups.count, 'group')}.`;
    status.textContent = `${many} findings.${inGroups}`;
    foldAll.hidden = groups === undefined;
    foldAll.textContent = areUnfolded() ? 'Fold all' : 'Unfold all';
  };
  const writeAddress = () => {
    history.replaceState(null, '', `#findings${queryOf(form.read())}`);
  };
  const form = createFilterForm(store, () => {
    update();
    writeAddress();
  });
  const areUnfolded = () => unfolded.size === (groups?.count ?? 0);
  const unfoldAll = () => {
    for (let place = 0; place < (groups?.count ?? 0); place += 1) unfolded.add(place);
  };
  const placeOfGroup = (row: number): number | undefined => {
    for (let place = 0; place < (groups?.count ?? 0); place += 1) {
      if (groups?.at(place).rows.includes(row)) return place;
    }
    return undefined;
  };
  const foldAll = el('button', { type: 'button' }, 'Unfold all');
  foldAll.addEventListener('click', () => {
    const wereUnfolded = areUnfolded();
    unfolded.clear();
    if (!wereUnfolded) unfoldAll();
    layOut();
    grid.show(items);
    tell();
  });
  const skip = el('a', { class: 'skip', href: '#findings' }, 'Skip to the list');
  skip.addEventListener('click', (event) => {
    // The address keeps what was chosen.
    event.preventDefault();
    if (items.length > 0) grid.goTo(0);
    else status.focus();
  });
  find('explorer').replaceChildren(
    skip,
    form.element,
    el(
      'div',
      { class: 'list-bar' },
      status,
      foldAll,
      ...exportButtons(store, whenWhole, () => rows),
    ),
    grid.element,
    el(
      'p',
      { class: 'hint' },
      'Failures come first, the gravest at the top. The search looks for words in names, ARNs, reasons, checks, controls, severities, outcomes and tags, and for ids. The arrow keys walk through the list, Enter opens a finding or a group. The address holds what you chose: copy it to send this list.',
    ),
  );

  return {
    prepare: update,
    show: (params) => {
      dialogue.close();
      form.write(criteriaFrom(params));
      update();
    },
    open: (id) => {
      const row = store.ids.rowsOf(id).find((each) => store.ids.at(each) === id);
      if (row === undefined) {
        status.textContent = `This report has no finding ${id}.`;
        status.focus();
        return;
      }
      if (!rows.includes(row)) {
        form.write(noCriteria);
        update();
      }
      const place = placeOfGroup(row);
      if (place !== undefined) {
        unfolded.add(place);
        layOut();
        grid.show(items, true);
      }
      openAt(items.indexOf(row));
    },
  };
}

/** By which framework findings are grouped: that of the filter, a chosen one, or the first that a check names. */
function frameworkOf({ start, checks }: Store, { control }: Criteria): string {
  const [ofFilter = ''] = control.split(' ');
  const [chosen = checks.flatMap(({ claims }) => claims)[0]?.framework ?? ''] =
    start.scan.selection.frameworks;
  return ofFilter === '' ? chosen : ofFilter;
}

function findingRow(store: Store, row: number, isMember: boolean): Row {
  const [reason = checkOf(store, row).title, ...more] = reasonsOf(store, row);
  const marks = [
    ...(store.latent[row] === 1 ? [el('span', { class: 'tag' }, 'latent')] : []),
    ...(store.muted.has(row) ? [el('span', { class: 'tag' }, 'muted')] : []),
  ];
  const rest = more.length === 0 ? '' : ` (and ${more.length} more)`;
  const outcome = outcomeOf(store, row);
  return {
    isMember,
    kind: outcome,
    cells: [
      [severityLabel(severityOf(store, row))],
      [outcomeLabel(outcome), ...marks],
      [foreign(reason), rest],
      [foreign(at(store.names, at(store.columns.resource, row)))],
      [serviceName(store, serviceOf(store, row))],
      [regionOf(store, row)],
    ],
  };
}

/** The heading of a group. */
function groupRow(
  store: Store,
  { name, id, rows }: Group,
  { isOpen, grouping }: { readonly isOpen: boolean; readonly grouping: string },
): Row {
  const counts = countsOf(store, rows);
  const told: Child[] = outcomes.flatMap((outcome, place) => {
    const count = at(counts, place);
    if (count === 0) return [];
    const { word } = outcomeWords[outcome];
    return [el('span', { class: `count ${outcome}` }, `${number(count)} ${word.toLowerCase()}`)];
  });
  const first = rows[0];
  const isFailing = first !== undefined && outcomeOf(store, first) === 'fail';
  // Of a check that fails the reason stands first: its title is what should hold.
  const [reason] = isFailing && grouping === '' ? reasonsOf(store, first) : [];
  const main = reason ?? name;
  const below = reason === undefined ? (id ?? '') : `should hold: ${name}`;
  return {
    isOpen,
    kind: 'grid-group',
    cells: [
      isFailing ? [severityLabel(severityOf(store, first))] : [],
      first === undefined ? [] : [outcomeLabel(outcomeOf(store, first))],
      [
        el('span', { class: 'fold', 'aria-hidden': 'true' }, isOpen ? '▾' : '▸'),
        el('span', { class: 'group-name' }, foreign(main)),
        ...(below === '' || below === main ? [] : [el('span', { class: 'below' }, foreign(below))]),
      ],
      [foreign(grouping === 'resource' ? arnText(store, rows) : resourcesText(store, rows))],
      [el('span', { class: 'counts' }, ...told)],
      [],
    ],
  };
}

function arnText({ columns, arns }: Store, [first]: Uint32Array): string {
  return first === undefined ? '' : at(arns, at(columns.resource, first));
}

/** The resource of the first row, whose outcome and reason are shown, and how many others have that outcome. */
function resourcesText({ columns, names }: Store, rows: Uint32Array): string {
  const { outcome, resource } = columns;
  const places = new Set<number>();
  for (const row of rows) {
    if (outcome[row] === outcome[at(rows, 0)]) places.add(at(resource, row));
  }
  const [first] = places;
  if (first === undefined) return '';
  const more = places.size - 1;
  return more === 0 ? at(names, first) : `${at(names, first)} and ${number(more)} more`;
}
