/** Fills the store from what the page carries. Throws, with why, where the data is damaged or not all of it is there. */
import {
  addFindings,
  addResources,
  createRest,
  createStore,
  type Rest,
  type Store,
  type WholeStore,
} from './store.ts';
import { type Part, unpack } from './unpack.ts';

const misplaced = 'the data does not begin at its beginning';

/** What the list of findings needs. */
export async function load(parts: Iterable<Part>): Promise<Store> {
  let store: Store | undefined;
  for await (const { head, body } of unpack(parts)) {
    if (head.kind === 'start') store = createStore(head);
    else if (store && head.kind === 'resources') addResources(store, head, body);
    else if (store && head.kind === 'findings') addFindings(store, head, body);
    else throw new Error(misplaced);
  }
  if (!store) throw new Error('there is no data');
  const { findings, resources } = store.start;
  if (store.size !== findings || store.names.length !== resources) {
    throw new Error(`${store.size} of ${findings} findings could be unpacked`);
  }
  return store;
}

export async function loadRest(store: Store, parts: Iterable<Part>): Promise<WholeStore> {
  let rest: Rest | undefined;
  for await (const { head, body } of unpack(parts)) {
    if (head.kind === 'rest') rest = createRest(store, head);
    else if (rest && head.kind === 'calls') rest.waitingCalls.add(head, body);
    else throw new Error(misplaced);
  }
  const calls = rest?.waitingCalls.size() ?? 0;
  if (!rest || calls !== store.start.calls) {
    throw new Error(`${calls} calls could be unpacked`);
  }
  return Object.assign(store, { rest });
}
