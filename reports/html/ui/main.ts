/** Starts the page: unpacks the data and builds the lists. The summary, the gaps and the matrix stand without this. */
import { showAttestationFile } from './attestations.ts';
import { makeCards } from './cards.ts';
import { type CallList, createCallList } from './calls.ts';
import { showControls, showStatesOf } from './controls.ts';
import { makeCopyable } from './copyable.ts';
import { createDialogue, type Dialogue } from './dialogue.ts';
import { find } from './dom.ts';
import { createExplorer, type Explorer } from './explorer.ts';
import { linkMatrix } from './matrix.ts';
import { showPrintForm } from './paper.ts';
import { showResources } from './resources.ts';
import { showLinesOf } from './line-filter.ts';
import { showResponsibilities, unfold } from './responsibilities.ts';
import { load, loadRest } from './load.ts';
import { lowered } from './search.ts';
import { prepareOrder } from './sort.ts';
import type { WhenWhole, WholeStore } from './store.ts';
import type { Part } from './unpack.ts';
import { addressOf, createViews, notice } from './views.ts';

const findingPrefix = 'finding-';

/** The data that the list of findings needs, or the rest. */
function* parts(name: 'data' | 'rest'): Generator<Part> {
  const elements = document.querySelectorAll<HTMLElement>(`script.${name}`);
  for (const { dataset, textContent } of elements) {
    yield { text: textContent, bytes: Number(dataset['bytes']) };
  }
}

/** What fills a part of the page; each is called once, when the part is first shown or when the browser has the time. */
const fillings = new Map<string, () => void>();

function fill(part: string): void {
  const filling = fillings.get(part);
  fillings.delete(part);
  filling?.();
}

/** Fills the part that an address is in. What is not there yet is something that a part is filled with. */
function fillPartOf(name: string): void {
  const target = document.getElementById(name);
  if (target !== null) fill(target.closest('.view')?.id ?? '');
  else for (const part of fillings.keys()) fill(part);
}

const views = createViews((name) => {
  fillPartOf(name);
  unfold(name);
});
let dialogue: Dialogue | undefined;
let explorer: Explorer | undefined;
let calls: CallList | undefined;

let whole: WholeStore | undefined;
const waiting: Parameters<WhenWhole>[0][] = [];
const whenWhole: WhenWhole = (use) => {
  if (whole) use(whole);
  else waiting.push(use);
};

/** Shows what the address names. Before the data is unpacked that is the part alone. */
function follow(): void {
  const { name, params } = addressOf(location.hash);
  if (name.startsWith(findingPrefix)) {
    views.show('findings');
    explorer?.open(name.slice(findingPrefix.length));
    return;
  }
  dialogue?.close();
  // The list is filled once, with what the address asks for.
  if (name === 'findings') fillings.delete(name);
  views.show(name);
  if (name === 'findings') explorer?.show(params);
  if (name === 'responsibilities') showLinesOf(params);
  if (name === 'controls') showStatesOf(params);
  if (name === 'calls') calls?.show(params);
}

async function start(): Promise<void> {
  const store = await load(parts('data'));
  const dialog = createDialogue();
  dialogue = dialog;
  const list = createExplorer(store, whenWhole, dialog);
  explorer = list;
  fillings.set('findings', list.prepare);
  follow();
  document.documentElement.dataset['ready'] = 'findings';
  // What is not seen at first is built when the first is drawn.
  await drawn();
  await parsed();
  const all = await loadRest(store, parts('rest'));
  whole = all;
  for (const use of waiting.splice(0)) use(all);
  fillings.set('responsibilities', () => {
    showResponsibilities(all);
    showAttestationFile(all);
    linkMatrix();
  });
  fillings.set('controls', () => showControls(all));
  fillings.set('print', () => showPrintForm(all));
  fillings.set('resources', () => showResources(all));
  fillings.set('calls', () => {
    calls = createCallList(all, dialog);
  });
  if (!location.hash.startsWith('#finding')) follow();
  for (const part of fillings.keys()) {
    fill(part);
    await idle();
  }
  makeCopyable();
  await idle();
  lowered(store);
  await idle();
  prepareOrder(store);
  await store.ids.prepare();
  document.documentElement.dataset['ready'] = 'all';
}

/** Waits until the browser has read the page to its end, behind this script. */
function parsed(): Promise<void> {
  return new Promise((done) => {
    if (document.readyState !== 'loading') done();
    else document.addEventListener('DOMContentLoaded', () => done());
  });
}

function idle(): Promise<void> {
  return new Promise((done) => setTimeout(done));
}

/**
 * Waits until what was shown is drawn, which is so when the browser asks for the frame after it. In a window that nobody sees
 * nothing is drawn: then some time is enough.
 */
function drawn(): Promise<void> {
  return new Promise((done) => {
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)));
    setTimeout(done, 200);
  });
}

makeCards();
find('explorer').append(notice('The findings are being unpacked.'));
window.addEventListener('hashchange', follow);
follow();
start().catch((error: unknown) => {
  const why = error instanceof Error ? error.message : String(error);
  const text = `The findings cannot be shown: ${why}. They are in report.json. A browser of 2023 or later is needed.`;
  find('explorer').replaceChildren(notice(text, true));
});
