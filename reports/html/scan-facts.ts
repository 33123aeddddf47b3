/** What was scanned: where, by whom, with which measure. */
import type { ReportHead } from '../../src/report/model.ts';
import { valueText } from '../../src/text/value.ts';
import { unreadWords } from '../unread-regions.ts';
import { foreign, html, join, type Markup, nothing, type Part } from './markup.ts';
import { number, plural, time } from './words.ts';

export function scanFacts(report: ReportHead): Markup {
  const { scan } = report;
  return html`<dl class="facts">
    ${fact('Account', html`${scan.account.id}${aliasOf(scan.account.alias)}`)}
    ${fact('Partition', scan.partition)}
    ${fact('Regions read', scan.regions.length === 0 ? 'none: no call in a Region was answered' : join(scan.regions.map(foreign), ', '))}
    ${fact('Scanned as', foreign(scan.principal))}
    ${fact('When', html`${when(scan.startedAt)} to ${when(scan.finishedAt)}`)}${partsOf(scan)}
    ${fact('Asked for', selection(report))}${parameters(report)}
    ${fact('Tool', `${report.tool.name} ${report.tool.version}`)}${ruleSet(report)}
    ${fact('Scan', scan.id)}${evidenceOf(scan)}
  </dl>`;
}

function aliasOf(alias: string | null): Part {
  return alias === null ? ' (no alias, or it could not be read)' : html` (${foreign(alias)})`;
}

/** What manifest.json calls `rules`; not known to a program that was not built. */
function ruleSet({ rules }: ReportHead): Markup {
  return rules === undefined ? nothing : fact('Rule set', html`SHA-256 <code>${rules}</code>`);
}

/** What a reader compares with the file. */
function evidenceOf({ evidence }: ReportHead['scan']): Part {
  if (!evidence) return nothing;
  const calls = plural(evidence.calls, 'call');
  if (evidence.head === null)
    return fact(
      'Evidence',
      `${calls}, not sealed as a whole: that calls, the selection or the Regions were changed would not show`,
    );
  return fact('Evidence', html`${calls}, chained; the chain ends in <code>${evidence.head}</code>`);
}

function when(iso: string): Markup {
  return html`<time datetime="${iso}">${time(iso)}</time>`;
}

/** An account that took longer than one function has time: who compares it with CloudTrail needs the times of each part. */
function partsOf({ parts = [] }: ReportHead['scan']): Part {
  if (parts.length < 2) return nothing;
  const told = parts.map(
    ({ startedAt, finishedAt, calls }) =>
      html`${plural(calls, 'call')} from ${when(startedAt)} to ${when(finishedAt)}`,
  );
  return fact(
    'Read in',
    html`${number(parts.length)} parts, one after the other, judged together as of the beginning of
    the first: ${join(told, '; ')}`,
  );
}

function fact(name: string, value: Part): Markup {
  return html`<div>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>`;
}

/** What was judged by another measure than usual. */
function parameters({ scan }: ReportHead): Markup {
  if (scan.parameters.length === 0) return nothing;
  const changed = scan.parameters.map(
    ({ check, parameter, value, default: usual }) =>
      html`<code>${check}</code>: ${parameter} is ${foreign(valueText(value))}, not the default
        ${valueText(usual)}`,
  );
  return fact('Parameters changed', join(changed, '; '));
}

/** What the user left out is not a gap, but a reader must know of it. */
function selection(report: ReportHead): Part {
  const { scan, checks } = report;
  const unread = unreadWords(report);
  const but = unread === undefined ? nothing : html`; nothing of ${unread} could be read`;
  const chosen = scan.selection;
  const only = said([
    ['checks', chosen.checks],
    ['services', chosen.services],
    ['frameworks', chosen.frameworks],
    ['severity', chosen.severity === null ? [] : [`${chosen.severity} and above`]],
    [
      'regions',
      chosen.activeRegions ? ['active ones, and settings of the others'] : chosen.regions,
    ],
  ]);
  const without = said([
    ['checks', chosen.excludeChecks],
    ['services', chosen.excludeServices],
    ['regions', chosen.excludeRegions],
  ]);
  const count = plural(checks.length, 'check');
  const rest = without === nothing ? nothing : html`, without ${without}`;
  if (only !== nothing) return html`only ${only}${rest} (${count})${but}`;
  return without === nothing
    ? html`everything: ${count}, every enabled region${but}`
    : html`everything${rest} (${count})${but}`;
}

function said(parts: readonly (readonly [string, readonly string[]])[]): Markup {
  const given = parts.filter(([, values]) => values.length > 0);
  if (given.length === 0) return nothing;
  return html`${join(
    given.map(([name, values]) => html`${name}: ${join(values.map(foreign), ', ')}`),
    '; ',
  )}`;
}
