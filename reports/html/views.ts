/** The parts that the page's script fills, and what stands there without it. */
import type { ReportHead, ReportReader } from '../../src/report/model.ts';
import { html, type Markup } from './markup.ts';
import { plural } from './words.ts';

export function resources(): Markup {
  return html`<section class="view" id="resources" aria-labelledby="resources-title">
    <h2 id="resources-title">Resources</h2>
    <p class="lead">
      The population that was judged, by type and Region: draw a sample from it, and open what was
      found of each.
    </p>
    ${needsScript('The population')}
    <div id="resource-explorer"></div>
  </section> `;
}

export function calls({ totals }: Pick<ReportReader, 'totals'>): Markup {
  return html`<section class="view" id="calls" aria-labelledby="calls-title">
    <h2 id="calls-title">API calls</h2>
    <p class="lead">
      The ${plural(totals.calls, 'call')} that the verdicts rest on, with the SHA-256 of each
      answer. Run the scan with <code>--evidence</code> to keep the answers themselves.
    </p>
    ${needsScript('This list')}
    <div id="call-explorer"></div>
  </section> `;
}

export function print({ scan }: ReportHead): Markup {
  return html`<section class="view" id="print" aria-labelledby="print-title">
    <h2 id="print-title">Print</h2>
    <p class="lead">
      On paper, or saved as PDF by the browser, the report is a short version with the verdict, the
      scope, completeness, controls, failures with their reasons, gaps, attestations and a place to
      sign.
    </p>
    ${needsScript('The paper version')}
    <form id="print-form" data-from="${scan.startedAt}" class="print-form"></form>
  </section> `;
}

export function needsScript(what: string): Markup {
  return html`<noscript
    ><p class="alarm">
      ${what} needs JavaScript. report.json has all of it; it is written beside this file when asked
      for with <code>--format json</code>.
    </p></noscript
  > `;
}
