/** The findings. The list of all is built in the browser from the data; without the script the paper has what is open. */
import type { ReportReader } from '../../src/report/model.ts';
import { muteTable } from './accepted.ts';
import { html, type Markup } from './markup.ts';
import { plural } from './words.ts';

export function findings({ totals, mutes }: ReportReader): Markup {
  return html`<section class="view" id="findings" aria-labelledby="findings-title">
    <h2 id="findings-title">Findings</h2>
    <noscript
      ><p class="alarm">
        The list of findings needs JavaScript. Without it,
        <a href="#paper-failures">Failures</a> and
        <a href="#paper-gaps">What could not be read</a> at the end of this page have every check
        that fails, with its reasons. All ${plural(totals.findings, 'finding')} and their evidence
        are in report.json, which is written beside this file when asked for with
        <code>--format json</code>.
      </p></noscript
    >
    <div id="explorer"></div>
    ${muteTable(mutes)}
  </section> `;
}
