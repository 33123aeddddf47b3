/** What nobody may overlook, on the screen or on paper. */
import type { ReportHead } from '../../src/report/model.ts';
import { foreign, html, type Markup, nothing } from './markup.ts';

/** Nobody may take it for a report of an account that there is. */
export function sampleBanner({ sample }: ReportHead['scan']): Markup {
  if (!sample) return nothing;
  return html`<p class="alarm sample">
    <strong>SAMPLE.</strong> This is the demo’s report. The company and its account are made up; it
    says nothing of any AWS account that there is.
  </p> `;
}

export function partialBanner({ scan }: Pick<ReportHead, 'scan'>): Markup {
  if (scan.status === 'complete') return nothing;
  const why = scan.endedBy === undefined ? nothing : html` Ended by: ${foreign(scan.endedBy)}.`;
  return html`<p class="alarm">
    <strong>PARTIAL SCAN.</strong> It ended before its end.${why} What was not reached is unknown.
    Do not read this report as a statement about the whole account.
  </p>`;
}
