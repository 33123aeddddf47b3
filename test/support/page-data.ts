/** What an HTML report carries, read as the page's own script reads it. */
import { fullFinding, type Store } from '../../reports/html/ui/store.ts';
import { callAt } from '../../reports/html/ui/call-store.ts';
import { load } from '../../reports/html/ui/load.ts';
import { encode } from '../../reports/html/encode.ts';
import { pack } from '../../reports/html/pack.ts';
import type { CallLine, Finding, Report } from '../../src/report/model.ts';
import { readerOf } from './report-document.ts';

/** The elements that hold data. */
function partsOf(page: string) {
  const elements = page.matchAll(
    /<script type="text\/plain" data-bytes="(\d+)" class="data">([^<]*)</g,
  );
  return [...elements].map(([, bytes, text = '']) => ({ bytes: Number(bytes), text }));
}

/** The elements that a page of the report would hold. */
export async function dataOf(report: Report) {
  let elements = '';
  for await (const element of pack(encode(readerOf(report)))) elements += element;
  return partsOf(elements);
}

export async function storeOf(report: Report): Promise<Store> {
  return load(await dataOf(report));
}

/** As the report has them. */
export function findingsOf(store: Store): readonly Finding[] {
  return Array.from({ length: store.size }, (_, row) => {
    const { check, evidence, ...finding } = fullFinding(store, row);
    const calls = evidence.map((call) => (typeof call === 'string' ? call : call.id));
    return { ...finding, check: check.id, evidence: calls };
  });
}

export function callsOf({ calls }: Store): readonly CallLine[] {
  return Array.from({ length: calls.size }, (_, place) => callAt(calls, place));
}
