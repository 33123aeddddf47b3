/** The findings that are shown, as a file: made in the browser, and sent nowhere. */
import { csvText } from '../../../src/text/csv.ts';
import { controlTexts } from '../relations.ts';
import { el } from './dom.ts';
import { fullFinding, type FullFinding, type Store } from './store.ts';

export function exportButtons(store: Store, shown: () => Uint32Array): readonly Node[] {
  const button = (label: string, kind: string, type: string, write: Writer) => {
    const made = el('button', { type: 'button' }, label);
    made.addEventListener('click', () => {
      const { account, startedAt } = store.start.scan;
      const name = `findings-${account.id}-${startedAt.slice(0, 10)}.${kind}`;
      save(name, new Blob([...write(store, shown())], { type }));
    });
    return made;
  };
  return [
    button('Save as CSV', 'csv', 'text/csv;charset=utf-8', csv),
    button('Save as JSON', 'json', 'application/json', json),
  ];
}

type Writer = (store: Store, rows: Uint32Array) => Iterable<string>;

const csvColumns: readonly (readonly [string, (finding: FullFinding) => string])[] = [
  ['id', ({ id }) => id],
  ['outcome', ({ outcome }) => outcome],
  ['severity', ({ severity }) => severity],
  ['check', ({ check }) => check.id],
  ['title', ({ check }) => check.title],
  ['service', ({ service, check }) => service ?? check.service],
  ['account', ({ account }) => account],
  ['region', ({ region }) => region],
  ['resource', ({ resource }) => resource.arn],
  ['name', ({ resource }) => resource.name],
  ['type', ({ resource }) => resource.type],
  ['reasons', ({ reasons }) => reasons.join('; ')],
  ['latent', ({ latent }) => (latent ? 'latent' : '')],
  ['muted', ({ muted }) => (muted ? `${muted.reason} (${muted.owner}, until ${muted.until})` : '')],
  ['controls', ({ check }) => controlTexts(check).join('; ')],
  ['fix', ({ check }) => check.fix],
];

/** What a spreadsheet would take for a formula is made a text. */
function line(values: readonly string[]): string {
  const safe = values.map((value) => (/^[=+\-@\t\r]/.test(value) ? `'${value}` : value));
  return `${csvText([safe])}\r\n`;
}

function* csv(store: Store, rows: Uint32Array): Generator<string> {
  yield line(csvColumns.map(([name]) => name));
  for (const row of rows) {
    const finding = fullFinding(store, row);
    yield line(csvColumns.map(([, value]) => value(finding)));
  }
}

/** As in report.json, so that what reads that can read this. */
function* json(store: Store, rows: Uint32Array): Generator<string> {
  let separator = '[\n';
  for (const row of rows) {
    const { check, evidence, ...finding } = fullFinding(store, row);
    const ids = evidence.map((call) => (typeof call === 'string' ? call : call.id));
    yield separator + JSON.stringify({ ...finding, check: check.id, evidence: ids });
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
