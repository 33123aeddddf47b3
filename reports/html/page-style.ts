/** What the margins of each sheet of paper say. It differs from report to report, so it is a style sheet of its own. */
import type { ReportHead } from '../../src/report/model.ts';
import { printable } from '../../src/text/printable.ts';
import { cutEnd } from '../../src/text/wrap.ts';
import { time } from './words.ts';

/** Characters for which the margin has room. */
const longestAccount = 80;

/** Browsers without margin boxes, such as a Chromium before 131, leave them out. */
export function pageStyle({ scan, tool }: Pick<ReportHead, 'scan' | 'tool'>): string {
  const { id, alias } = scan.account;
  const account = `${scan.sample ? 'SAMPLE · ' : ''}Account ${id}${alias === null ? '' : ` (${alias})`}`;
  const kind = `AWS shared responsibility report · ${tool.name} ${tool.version} · scan ${scan.id}`;
  return `@page {
  font: 7pt 'Helvetica Neue', 'Liberation Sans', Arial, sans-serif;
  color: #444;
  @top-left { content: ${text(cutEnd(account, longestAccount))}; }
  @top-right { content: ${text(time(scan.startedAt))}; }
  @bottom-left { content: ${text(kind)}; }
  @bottom-right { content: 'Page ' counter(page) ' of ' counter(pages); }
}
`;
}

/** A string of CSS: whatever is no letter or digit is written by its number, so that it ends neither string nor sheet. */
function text(value: string): string {
  const safe = printable(value).replace(
    /[^A-Za-z0-9 ]/gu,
    (character) => `\\${(character.codePointAt(0) ?? 0).toString(16)} `,
  );
  return `'${safe}'`;
}
