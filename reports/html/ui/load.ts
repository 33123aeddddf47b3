/** Fills the store from what the page carries. */
import { addFindings, addResources, createStore, type Store } from './store.ts';
import { type Part, unpack } from './unpack.ts';

/** Throws, with why, where the data is damaged or not all of it is there. */
export async function load(parts: Iterable<Part>): Promise<Store> {
  let store: Store | undefined;
  for await (const { head, body } of unpack(parts)) {
    if (head.kind === 'start') store = createStore(head);
    else if (!store) throw new Error('the data does not begin at its beginning');
    else if (head.kind === 'resources') addResources(store, head, body);
    else if (head.kind === 'findings') addFindings(store, head, body);
    else store.waitingCalls.add(head, body);
  }
  if (!store) throw new Error('there is no data');
  const { findings, calls, resources } = store.start;
  if (
    store.size !== findings ||
    store.waitingCalls.size() !== calls ||
    store.names.length !== resources
  ) {
    throw new Error(`${store.size} of ${findings} findings could be unpacked`);
  }
  return store;
}
