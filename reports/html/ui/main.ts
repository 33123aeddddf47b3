/** Starts the page: unpacks the data and builds the lists. What is above them works without this. */
import { showCalls } from './calls.ts';
import { createDialogue } from './dialogue.ts';
import { el, find } from './dom.ts';
import { showFindings } from './explorer.ts';
import { prepareForPaper } from './paper.ts';
import { addCalls, addFindings, createStore, type Store } from './store.ts';
import { unpack } from './unpack.ts';

let whole: Store | undefined;

/** A link may lead into a closed part; browsers do not all open it. */
function openTarget(): void {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const details = target?.closest('details');
  if (!target || !details) return;
  details.open = true;
  target.scrollIntoView();
}

async function load(): Promise<Store> {
  let store: Store | undefined;
  for await (const line of unpack()) {
    if (line.kind === 'head') store = createStore(line);
    else if (!store) throw new Error('the data does not begin at its beginning');
    else if (line.kind === 'findings') addFindings(store, line);
    else addCalls(store, line);
  }
  if (!store) throw new Error('there is no data');
  const { findings, calls } = store.expected;
  if (store.ids.length !== findings || store.calls.length !== calls) {
    throw new Error(`${store.ids.length} of ${findings} findings could be unpacked`);
  }
  return store;
}

async function start(): Promise<void> {
  const store = await load();
  const dialogue = createDialogue();
  showFindings(store, dialogue);
  showCalls(store, dialogue);
  whole = store;
}

find('explorer').append(el('p', { role: 'status' }, 'The findings are being unpacked.'));
window.addEventListener('hashchange', openTarget);
openTarget();
prepareForPaper(() => whole);
start().catch((error: unknown) => {
  const why = error instanceof Error ? error.message : String(error);
  const text = `The findings cannot be shown: ${why}. They are in report.json. A browser of 2023 or later is needed.`;
  find('explorer').replaceChildren(el('p', { class: 'alarm', role: 'alert' }, text));
});
