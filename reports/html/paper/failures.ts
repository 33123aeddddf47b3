/** Every check that fails, with its reasons. */
import { type ReportReader, severities } from '../../../src/report/model.ts';
import { severityLabel } from '../labels.ts';
import { html, type Markup, nothing } from '../markup.ts';
import { plural } from '../words.ts';
import { extent, groupView, placesText, short } from './group-view.ts';
import type { Group } from './groups.ts';

export function failures(groups: readonly Group[], report: ReportReader): Markup {
  if (groups.length === 0) return html`<p>No check fails.</p>`;
  return html`<p>
      ${extent(groups, 'failure')}. Under each check stand the resources that fail it, and why; with
      it its id, and for how many of its findings that is so. Where many resources say the same, the
      first are named and the rest is counted; where a reason ends in …, it is longer: all of it is
      in report.json.
    </p>
    ${severities.map((severity) => {
      const own = groups.filter((group) => group.severity === severity);
      return own.length === 0
        ? nothing
        : html`<h3>${severityLabel(severity)}: ${extent(own, 'failure')}</h3>
            <div class="columns">${own.map((group) => groupView(group, report))}</div> `;
    })}`;
}

const gravestShown = 6;

/** What the first page says of them: what is latent or muted may wait. */
export function gravest(groups: readonly Group[], { scan }: Pick<ReportReader, 'scan'>): Markup {
  const account = scan.account.id;
  const risks = groups.flatMap(({ check, severity, count, same }) => {
    const first = same.find(({ isLatent, isMuted }) => !isLatent && !isMuted);
    return first ? [{ check, severity, count, first }] : [];
  });
  if (risks.length === 0) return nothing;
  return html`<h3>The gravest</h3>
    <ol>
      ${risks.slice(0, gravestShown).map(
        ({ check, severity, first: { named, reasons }, count }) =>
          html`<li>
            ${severityLabel(severity)} <strong>${placesText(named.slice(0, 1), account)}</strong>:
            ${short(reasons.join('; '))}
            <span class="soft"
              >Asked for:
              ${check.title}${count === 1 ? nothing : `; ${plural(count, 'failure')} of the check`}</span
            >
          </li> `,
      )}
    </ol>`;
}
