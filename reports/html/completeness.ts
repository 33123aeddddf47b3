/** What was read and what was not. A reader must be able to tell the two apart before reading any result. */
import type { Coverage, Gap, ReportHead } from '../../src/report/model.ts';
import { activitySentences, leftOutSentence } from '../active-regions.ts';
import { foreign, html, join, type Markup, nothing, type Part } from './markup.ts';
import { table } from './table.ts';
import { number, plural } from './words.ts';

/** Gaps that are shown at once; the rest is one step away. */
const gapsAtOnce = 25;
const regionsAtOnce = 3;
const lineFeed: Markup = { markup: '\n' };

/** "Everything that was asked for was read …", or how much was not. */
export function completenessSentence({
  coverage,
  scan,
}: Pick<ReportHead, 'coverage' | 'scan'>): string {
  const { planned, ok } = coverage.calls;
  const whole = coverage.gaps.length === 0 && ok === planned;
  const leftOut = leftOutSentence(scan);
  const but = leftOut === undefined ? '' : ` ${leftOut}`;
  if (whole && scan.status === 'partial')
    return (
      'Not everything was judged: the scan ended before its end. What no check came to is unknown: it is neither a pass nor a fail.' +
      but
    );
  if (whole)
    return `Everything that was asked for was read: all ${plural(planned, 'call')} gave an answer.${but}`;
  const checks = new Set(coverage.gaps.flatMap((gap) => gap.checks)).size;
  const isAtFault = coverage.gaps.some(({ reason }) => reason === 'fault');
  const fault = isAtFault ? ' The scanner itself failed, which is told below.' : '';
  return `Not everything was read: ${number(planned - ok)} of ${plural(planned, 'planned call')} gave no usable answer.${fault} ${plural(checks, 'check')} ${checks === 1 ? 'is' : 'are'} the poorer for it. What rests on a call without an answer is unknown: it is neither a pass nor a fail.${closedSentence(coverage)}${but}`;
}

/** A Region that a service control policy closes has no findings, so there is none to be unknown. */
function closedSentence({ gaps }: Coverage): string {
  const isClosed = gaps.some(({ service, reason }) => service === '*' && reason === 'denied');
  return isClosed
    ? ' Of a Region in which a service control policy denies every call of this scan there are no findings: it is told once, as a gap and among the Regions that were not read.'
    : '';
}

export function completeness(report: ReportHead): Markup {
  const { coverage, scan } = report;
  return html`<section class="view" id="gaps" aria-labelledby="completeness">
    <h2 id="completeness">What was read and what was not</h2>
    ${callTable(coverage.calls)}
    <h3>Calls without an answer</h3>
    ${gapTables(coverage.gaps)}${permissions(coverage.missingPermissions)}
    <h3>Regions that were not read</h3>
    ${skippedRegions(scan.skippedRegions)}${activeRegions(scan)}
  </section> `;
}

function callTable(calls: Coverage['calls']): Markup {
  const rows = [
    ['Planned', calls.planned, 'every call that the selected checks need', '#calls'],
    ['Answered', calls.ok, 'including answers that there is none'],
    ['Denied', calls.denied, 'the scanning identity may not make the call', '#calls?status=denied'],
    ['Throttled', calls.throttled, 'AWS refused to the last attempt', '#calls?status=throttled'],
    [
      'Failed',
      calls.failed,
      'an error, an unusable answer or a call that the region does not know',
    ],
    ['Skipped', calls.skipped, 'the scan ended first'],
  ] as const;
  return table({
    caption: 'API calls by result',
    columns: [{ name: 'Result' }, { name: 'Calls', kind: 'number' }, { name: 'Meaning' }],
    rows: rows.map(([name, count, meaning, to]) => ({
      cells: [
        name,
        to === undefined || count === 0
          ? number(count)
          : html`<a href="${to}">${number(count)}</a>`,
        meaning,
      ],
    })),
  });
}

function gapTables(gaps: readonly Gap[]): Markup {
  if (gaps.length === 0) return html`<p>None.</p>`;
  const rest = gaps.slice(gapsAtOnce);
  return html`${gapTable('Gaps', gaps.slice(0, gapsAtOnce))}${
    rest.length === 0
      ? nothing
      : html`<details>
          <summary>${plural(rest.length, 'further gap')}</summary>
          ${gapTable('Further gaps', rest)}
        </details>`
  }`;
}

function gapTable(caption: string, gaps: readonly Gap[]): Markup {
  return table({
    caption,
    columns: [
      { name: 'Call', kind: 'name' },
      { name: 'Regions', kind: 'name' },
      { name: 'Calls lost', kind: 'number' },
      { name: 'Cause', kind: 'prose' },
      { name: 'Cure', kind: 'prose' },
      { name: 'Permission', kind: 'name' },
      { name: 'Checks', kind: 'name' },
    ],
    rows: gaps.map((gap) => ({
      cells: [
        whatWasLost(gap),
        regionsOf(gap),
        lostCalls(gap),
        html`<strong class="reason">${gap.reason}</strong> <bdi>${breakable(gap.cause)}</bdi>`,
        html`<bdi>${breakable(gap.cure)}</bdi>`,
        permissionOf(gap),
        checksOf(gap),
      ],
    })),
  });
}

function whatWasLost({ service, operation, reason }: Gap): Part {
  if (service === '*') return 'every call of the Region';
  // No call: the collector or the check that broke.
  if (reason === 'fault') return breakable(operation);
  return html`${service}:<wbr />${breakable(operation)}`;
}

/** A number of calls, which leads to them; those of a whole Region, and a fault, have no one operation. */
function lostCalls({ service, operation, reason, count }: Gap): Part {
  if (service === '*' || reason === 'fault') return number(count);
  const status = reason === 'denied' || reason === 'throttled' ? `&status=${reason}` : '';
  return html`<a href="#calls?q=${service}+${operation}${status}">${number(count)}</a>`;
}

/** A closed Region lacks no permission of the identity: its action is `*`. */
function permissionOf({ iamAction }: Gap): Part {
  if (iamAction === '') return 'none';
  if (iamAction === '*') return 'none: the organisation’s policy decides';
  return html`<code>${breakable(iamAction)}</code>`;
}

/** Many Regions are one step away. */
function regionsOf({ regions }: Gap): Part {
  const names = join([...regions], ', ');
  if (regions.length <= regionsAtOnce) return names;
  return html`<details>
    <summary>${plural(regions.length, 'Region')}</summary>
    ${names}
  </details>`;
}

function permissions(missing: Coverage['missingPermissions']): Markup {
  if (!missing) return nothing;
  return html`<h3>Permissions that are missing</h3>
    <p>
      This statement grants what the identity lacks. It lifts no service control policy, permissions
      boundary or resource policy.
    </p>
    <pre
      data-copy="Statement of an IAM policy (JSON)"
    ><code>${join(JSON.stringify(missing, null, 2).split('\n'), lineFeed)}</code></pre>`;
}

/** May be broken before a capital and after a separator: `DescribeDBInstances` and ARNs are wider than a column. */
function breakable(text: string): Part {
  return join(text.split(/(?<=[a-z0-9])(?=[A-Z])|(?<=[:/=@_])(?=[^\s/])/), html`<wbr />`);
}

function checksOf({ checks }: Gap): Part {
  if (checks.length === 0) return 'none';
  return html`<details>
    <summary>${plural(checks.length, 'check')}</summary>
    ${join(
      checks.map((check) => html`<a href="#findings?check=${check}&outcome=unknown">${check}</a>`),
      html`, `,
    )}
  </details>`;
}

function activeRegions(scan: ReportHead['scan']): Markup {
  const sentences = activitySentences(scan);
  if (sentences.length === 0) return nothing;
  return html`<h3>Active Regions</h3>
    ${sentences.map((sentence) => html`<p>${foreign(sentence)}.</p> `)}`;
}

function skippedRegions(skipped: ReportHead['scan']['skippedRegions']): Markup {
  if (skipped.length === 0) return html`<p>None was skipped.</p>`;
  const byReason = new Map<string, string[]>();
  for (const { region, reason } of skipped) {
    byReason.set(reason, [...(byReason.get(reason) ?? []), region]);
  }
  return table({
    caption: 'Skipped regions',
    columns: [{ name: 'Reason' }, { name: 'Regions' }],
    rows: [...byReason].map(([reason, regions]) => ({
      cells: [foreign(reason), regions.join(', ')],
    })),
  });
}
