import type { ReportHead } from '../../src/report/model.ts';
import { wrap } from '../../src/text/wrap.ts';
import { count } from './count.ts';

/** What the seal proves, and what it does not. */
export function evidence(
  { scan }: Pick<ReportHead, 'scan'>,
  { width }: { readonly width: number },
): string[] {
  if (!scan.evidence) return [];
  const { head, calls } = scan.evidence;
  if (head === null) {
    const text = `${count(calls, 'call')}, not sealed as a whole: each answer has its hash, but that calls were moved, added or left out, or that the first or the last line was changed, would not show.`;
    return ['Evidence', ...wrap(text, { width, indent: 2, hang: 2 })];
  }
  const text = `${count(calls, 'call')}, chained up to`;
  const limit =
    'Keep this number where the file is not: whoever can rewrite the file can chain it anew, and then only the number shows it.';
  return [
    'Evidence',
    `  ${text}`,
    ...wrap(head, { width, indent: 4 }),
    ...wrap(limit, { width, indent: 2 }),
  ];
}
