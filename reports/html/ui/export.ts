/** The findings that are shown, as a file: made in the browser, and sent nowhere. */
import type { CheckLine, Finding } from '../../../src/report/model.ts';
import { byteOrderMark, spreadsheetRecord } from '../../../src/text/spreadsheet.ts';
import { csvCells, csvHeadings } from '../../csv-columns.ts';
import type { CheckShown } from '../wire.ts';
import { el } from './dom.ts';
import { fullFinding, type Store, type WhenWhole, type WholeStore } from './store.ts';

type ControlIds = CheckLine['controls'];
type FrameworkId = CheckLine['claims'][number]['framework'];

export function exportButtons(
  store: Store,
  whenWhole: WhenWhole,
  shown: () => Uint32Array,
): readonly Node[] {
  return [
    saveButton('Save as CSV', store, 'findings', (save) =>
      whenWhole((all) => save(csvLines(csv(all, shown())))),
    ),
    saveButton(
      'Save as JSON',
      store,
      'findings',
      (save) => whenWhole((all) => save(json(all, shown()))),
      'json',
    ),
  ];
}

const types = { csv: 'text/csv;charset=utf-8', json: 'application/json' } as const;

/** @param write hands over the text of the file when the reader asks for it */
export function saveButton(
  label: string,
  { start }: Store,
  what: string,
  write: (save: (text: Iterable<string>) => void) => void,
  kind: keyof typeof types = 'csv',
): HTMLElement {
  const button = el('button', { type: 'button' }, label);
  button.addEventListener('click', () => {
    const { account, startedAt } = start.scan;
    const name = `${what}-${account.id}-${startedAt.slice(0, 10)}.${kind}`;
    write((text) => save(name, new Blob([...text], { type: types[kind] })));
  });
  return button;
}

/** Lines of a file that spreadsheets take for UTF-8; what they would take for a formula is made a text. */
export function* csvLines(lines: Iterable<readonly string[]>): Generator<string> {
  yield byteOrderMark;
  for (const cells of lines) yield spreadsheetRecord(cells);
}

/** As in findings.csv. */
function* csv(store: WholeStore, rows: Uint32Array): Generator<readonly string[]> {
  yield csvHeadings;
  for (const row of rows) {
    const { check } = fullFinding(store, row);
    yield csvCells(
      findingAt(store, row),
      { ...check, controls: controlIds(check) },
      store.rest.cureOf,
    );
  }
}

function controlIds({ claims }: CheckShown): ControlIds {
  const ids: Partial<Record<FrameworkId, string[]>> = {};
  for (const { framework, control } of claims)
    ids[framework] = [...(ids[framework] ?? []), control];
  return ids;
}

/** As report.json has it. */
function findingAt(store: WholeStore, row: number): Finding {
  const { check, evidence, ...finding } = fullFinding(store, row);
  const ids = evidence.map((call) => (typeof call === 'string' ? call : call.id));
  return { ...finding, check: check.id, evidence: ids };
}

function* json(store: WholeStore, rows: Uint32Array): Generator<string> {
  let separator = '[\n';
  for (const row of rows) {
    yield separator + JSON.stringify(findingAt(store, row));
    separator = ',\n';
  }
  yield rows.length === 0 ? '[]\n' : '\n]\n';
}

function save(name: string, file: Blob): void {
  const address = URL.createObjectURL(file);
  const link = el('a', { href: address, download: name });
  link.click();
  // The browser reads the file a moment after the click.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
