/** What an HTML report carries, read as the page's own script reads it. */
import { fullFinding, type WholeStore } from '../../reports/html/ui/store.ts';
import { callAt } from '../../reports/html/ui/call-store.ts';
import { load, loadRest } from '../../reports/html/ui/load.ts';
import { encode } from '../../reports/html/encode.ts';
import { pack } from '../../reports/html/pack.ts';
import type { CallLine, Finding, Report } from '../../src/report/model.ts';
import { readerOf } from './report-document.ts';

/** The elements that hold data. */
function partsOf(page: string) {
  const elements = page.matchAll(
    /<script type="text\/plain" data-bytes="(\d+)" class="(?:data|rest)">([^<]*)</g,
  );
  return [...elements].map(([, bytes, text = '']) => ({ bytes: Number(bytes), text }));
}

/** The elements that a page of the report would hold. */
export async function dataOf(report: Report) {
  const { list, rest } = encode(readerOf(report));
  let elements = '';
  for await (const element of pack(list, 'data')) elements += element;
  let others = '';
  for await (const element of pack(rest, 'rest')) others += element;
  return { list: partsOf(elements), rest: partsOf(others) };
}

export async function storeOf(report: Report): Promise<WholeStore> {
  return readWhole(await dataOf(report));
}

export async function readWhole({
  list,
  rest,
}: Awaited<ReturnType<typeof dataOf>>): Promise<WholeStore> {
  return loadRest(await load(list), rest);
}

/** As the report has them. */
export function findingsOf(store: WholeStore): readonly Finding[] {
  return Array.from({ length: store.size }, (_, row) => {
    const { check, evidence, ...finding } = fullFinding(store, row);
    const calls = evidence.map((call) => (typeof call === 'string' ? call : call.id));
    return { ...finding, check: check.id, evidence: calls };
  });
}

export function callsOf({ rest: { calls } }: WholeStore): readonly CallLine[] {
  return Array.from({ length: calls.size }, (_, place) => callAt(calls, place));
}
