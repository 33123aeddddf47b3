/** What could not be read: the calls without an answer, and the findings that are unknown for it. */
import type { Coverage, Gap, ReportHead, ReportReader } from '../../../src/report/model.ts';
import { activitySentences } from '../../active-regions.ts';
import { completenessSentence } from '../completeness.ts';
import { foreign, html, join, type Markup, nothing, type Part } from '../markup.ts';
import { table } from '../table.ts';
import { number, plural } from '../words.ts';
import { extent, groupView, short } from './group-view.ts';
import type { Group } from './groups.ts';

/** What is told one by one; the rest is counted, and in report.json. */
const mostGaps = 60;
const mostUnknown = 60;
const mostRegions = 8;
/** Characters. */
const longestCause = 400;

export function completeness(report: ReportHead): Markup {
  const { calls } = report.coverage;
  return html`<p>${completenessSentence(report)}</p>
    ${table({
      caption: 'API calls by result',
      columns: [
        { name: 'Planned' },
        { name: 'Answered' },
        { name: 'Denied' },
        { name: 'Throttled' },
        { name: 'Failed' },
        { name: 'Skipped: the scan ended first' },
      ],
      rows: [
        {
          cells: [
            calls.planned,
            calls.ok,
            calls.denied,
            calls.throttled,
            calls.failed,
            calls.skipped,
          ].map(number),
        },
      ],
    })}
    ${skipped(report.scan.skippedRegions)}${activitySentences(report.scan).map(
      (sentence) => html`<p>${foreign(sentence)}.</p> `,
    )}`;
}

function skipped(regions: ReportHead['scan']['skippedRegions']): Markup {
  const byReason = new Map<string, string[]>();
  for (const { region, reason } of regions) {
    byReason.set(reason, [...(byReason.get(reason) ?? []), region]);
  }
  if (byReason.size === 0) return html`<p>No Region of the account was left unread.</p>`;
  return html`<p>Regions that were not read:</p>
    <ul>
      ${[...byReason].map(
        ([reason, names]) => html`<li>${foreign(reason)}: ${names.join(', ')}</li> `,
      )}
    </ul>`;
}

export function gaps(unknown: readonly Group[], report: ReportReader): Markup {
  const { coverage } = report;
  const shown = unknown.slice(0, mostUnknown);
  const left = unknown.slice(mostUnknown);
  return html`${gapTable(coverage.gaps)}${permissions(coverage)}
    <h3>Findings that could not be decided: ${extent(unknown, 'finding')}</h3>
    ${
      unknown.length === 0
        ? html`<p>None.</p>`
        : html`<div class="columns">${shown.map((group) => groupView(group, report))}</div>`
    }
    ${left.length === 0 ? nothing : html`<p>${extent(left, 'finding')} more are in report.json.</p>`}`;
}

function gapTable(all: readonly Gap[]): Markup {
  if (all.length === 0) return html`<p>No call was lost.</p>`;
  const left = all.length - mostGaps;
  return html`${table({
    caption: 'Calls without a usable answer, by call and cause',
    columns: [
      { name: 'Call', kind: 'name' },
      { name: 'Regions', kind: 'name' },
      { name: 'Calls', kind: 'number' },
      { name: 'Cause', kind: 'prose' },
      { name: 'Cure', kind: 'prose' },
      { name: 'Checks', kind: 'number' },
    ],
    rows: all.slice(0, mostGaps).map((gap) => ({
      cells: [
        whatWasLost(gap),
        regionsOf(gap),
        number(gap.count),
        html`<strong>${gap.reason}</strong> ${short(gap.cause, longestCause)}`,
        short(gap.cure, longestCause),
        number(gap.checks.length),
      ],
    })),
  })}${left <= 0 ? nothing : html`<p>${plural(left, 'gap')} more in report.json.</p>`}`;
}

function whatWasLost({ service, operation, reason }: Gap): Part {
  if (service === '*') return 'every call of the Region';
  return reason === 'fault' ? operation : `${service}:${operation}`;
}

function regionsOf({ regions }: Gap): Part {
  const left = regions.length - mostRegions;
  const named = regions.slice(0, mostRegions).join(', ');
  return left <= 0 ? named : `${named} and ${left} more`;
}

function permissions({ missingPermissions }: Coverage): Markup {
  if (missingPermissions === undefined) return nothing;
  const actions = missingPermissions.Action.map((action) => html`<code>${action}</code>`);
  const left = actions.length - mostGaps;
  return html`<p>
    Permissions that the scanning identity lacks:
    ${join(actions.slice(0, mostGaps), ', ')}${left <= 0 ? nothing : ` and ${left} more`}.
  </p>`;
}
