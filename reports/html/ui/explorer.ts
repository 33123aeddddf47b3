/** The list of all findings, with its filters. */
import { number } from '../words.ts';
import { createControls } from './controls.ts';
import type { Dialogue } from './dialogue.ts';
import { at, type Child, el, find, foreign } from './dom.ts';
import { filter } from './filter.ts';
import {
  checkTexts,
  evidenceList,
  findingFacts,
  outcomeLabel,
  reasonList,
  section,
  severityLabel,
} from './finding-view.ts';
import { createGrid } from './grid.ts';
import { checkOf, fullFinding, outcomeOf, severityOf, type Store } from './store.ts';

export function showFindings(store: Store, dialogue: Dialogue): void {
  let rows: Uint32Array = new Uint32Array(0);
  const grid = createGrid({
    label: 'Findings',
    columns: ['What should hold', 'Outcome', 'Severity', 'Resource', 'Region'],
    cells: (row) => cells(store, row),
    open: (_, position) => open(position),
  });

  const open = (position: number): void => {
    const finding = fullFinding(store, at(rows, position));
    dialogue.open(
      [
        outcomeLabel(finding.outcome),
        ' ',
        severityLabel(finding.severity),
        el('br'),
        finding.check.title,
      ],
      [
        el('p', { class: 'id' }, finding.check.id),
        findingFacts(finding),
        section('h3', 'Reasons', reasonList(finding)),
        ...checkTexts(finding),
        section('h3', 'Evidence', evidenceList(finding)),
        el('p', {}, el('a', { href: `#finding-${finding.id}` }, 'Link to this finding')),
      ],
      {
        previous: position > 0 ? () => open(position - 1) : undefined,
        next: position < rows.length - 1 ? () => open(position + 1) : undefined,
      },
    );
  };

  const status = el('p', { role: 'status', class: 'result' });
  const update = () => {
    rows = filter(store, controls.read());
    grid.show(rows);
    const all = store.ids.length;
    status.textContent =
      rows.length === all
        ? `All ${number(all)} findings.`
        : `${number(rows.length)} of ${number(all)} findings.`;
  };
  const controls = createControls(store, update);
  const hint = el(
    'p',
    { class: 'hint' },
    'Failures come first. The arrow keys walk through the list; Enter opens a finding with its reasons, fix and evidence.',
  );
  find('explorer').replaceChildren(controls.element, status, hint, grid.element);
  update();

  for (const link of document.querySelectorAll('a[data-check]')) {
    link.addEventListener('click', () => controls.choose(link.getAttribute('data-check') ?? ''));
  }
  const openNamed = () => {
    const row = store.ids.indexOf(decodeURIComponent(location.hash).replace('#finding-', ''));
    const position = rows.indexOf(row);
    if (row >= 0 && position >= 0) open(position);
  };
  window.addEventListener('hashchange', openNamed);
  openNamed();
}

function cells(store: Store, row: number): readonly (readonly Child[])[] {
  const check = checkOf(store, row);
  const resource = at(store.columns.resource, row);
  const marks = [
    ...(store.latent.has(row) ? [el('span', { class: 'tag' }, 'latent')] : []),
    ...(store.muted.has(row) ? [el('span', { class: 'tag' }, 'muted')] : []),
  ];
  return [
    [check.title],
    [outcomeLabel(outcomeOf(store, row)), ...marks],
    [severityLabel(severityOf(store, row))],
    [foreign(at(store.names, resource))],
    [at(store.regions, at(store.columns.region, row))],
  ];
}
