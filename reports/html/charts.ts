/**
 * Small charts: bars of SVG beside the numbers that they show, so that the table is their text. Their sizes are attributes,
 * since the policy of the page lets no style stand in an element.
 */
import {
  type ReportHead,
  type ResponsibilityLine,
  type ResponsibilityStatus,
  severities,
  type Severity,
} from '../../src/report/model.ts';
import { html, type Markup, nothing, type Part } from './markup.ts';
import type { Failures } from './risks.ts';
import { severityCounts } from './risks.ts';
import { byService, isShown } from './services.ts';
import { table } from './table.ts';
import { number, statusWords } from './words.ts';

/** A number that leads to the findings behind it. */
export function counted(value: number, query: string): Markup {
  if (value === 0) return html`<span class="zero">0</span>`;
  return html`<a href="#findings?${query}">${number(value)}</a>`;
}

/** Of the columns, which are narrow. */
const shortSeverity: Readonly<Record<Severity, string>> = {
  critical: 'Critical',
  high: 'High',
  medium: 'Medium',
  low: 'Low',
  informational: 'Info',
};

/** In units of the bar itself: a tenth of a pixel, where it has its full width. */
const barWidth = 2400;

/** @param parts each with the class that colours it */
function bar(parts: readonly (readonly [kind: string, count: number])[], most: number): Markup {
  let from = 0;
  const pieces = parts.map(([kind, count]) => {
    const start = at(from, most);
    from += count;
    const width = at(from, most) - start;
    return width === 0
      ? nothing
      : html`<rect class="bar ${kind}" x="${start}" width="${width}" height="1"></rect>`;
  });
  return html`<svg aria-hidden="true" viewBox="0 0 ${barWidth} 1" preserveAspectRatio="none">
    ${pieces}
  </svg>`;
}

/** Where a count ends in the bar, on the whole unit. */
function at(count: number, most: number): number {
  return most === 0 ? 0 : Math.round((count / most) * barWidth);
}

/** Of each severity and of all, with what leads to the findings. */
function failureCells(each: readonly number[], query: string): readonly Markup[] {
  return [
    ...severityCounts(each).map(([severity, count]) =>
      counted(count, `${query}outcome=fail&severity=${severity}`),
    ),
    counted(sum(each), `${query}outcome=fail`),
  ];
}

export function failuresByService(
  { byService: counts }: Failures,
  { responsibilities }: Pick<ReportHead, 'responsibilities'>,
): Markup {
  const title = html`<h3 id="by-service">Failures by service and severity</h3>`;
  if (counts.size === 0)
    return html`${title}
      <p>No service has a failure.</p>`;
  const names = new Map(responsibilities.map((line) => [line.service, line.serviceName]));
  const inOrder = [...counts].toSorted(([, a], [, b]) => compare(b, a));
  const most = Math.max(...inOrder.map(([, each]) => sum(each)));
  const all = severities.map((_, place) => sum(inOrder.map(([, each]) => each[place] ?? 0)));
  return html`${title}
  ${table({
    caption: 'The gravest service first; each number leads to its findings',
    columns: [
      { name: 'Service' },
      { name: 'Share', kind: 'chart' },
      ...severities.map((severity) => ({ name: shortSeverity[severity], kind: 'number' }) as const),
      { name: 'All', kind: 'number' },
    ],
    rows: [
      { kind: 'all', cells: ['All services', html``, ...failureCells(all, '')] },
      ...inOrder.map(([service, each]) => ({
        cells: [
          names.get(service) ?? service,
          bar(severityCounts(each), most),
          ...failureCells(each, `service=${service}&`),
        ],
      })),
    ],
  })}`;
}

/** By the first severity in which they differ. */
function compare(a: readonly number[], b: readonly number[]): number {
  return a.map((count, place) => count - (b[place] ?? 0)).find((change) => change !== 0) ?? 0;
}

const statuses: readonly ResponsibilityStatus[] = [
  'assessed',
  'partly-assessed',
  'attestation',
  'nothing-to-assess',
  'not-assessed',
  'unknown',
  'out-of-scope',
];

/** A number of responsibility lines, which leads to them. */
function lines(count: number, query: string): Part {
  if (count === 0) return html`<span class="zero">0</span>`;
  return html`<a href="#responsibilities${query === '' ? '' : `?${query}`}">${number(count)}</a>`;
}

/** How the responsibility lines of the services in use are divided, and what came of them. */
export function splitChart(responsibilities: readonly ResponsibilityLine[]): Markup {
  const shown = byService(responsibilities)
    .filter(isShown)
    .flatMap((service) => service.lines);
  const count = (owner: LineOwner, status?: ResponsibilityStatus) =>
    shown.filter((line) => line.owner === owner && (status ?? line.status) === line.status).length;
  const rowOf = (name: string, status?: ResponsibilityStatus) => {
    const counts = lineOwners.map((owner) => [owner, count(owner, status)] as const);
    const all = sum(counts.map(([, each]) => each));
    const query = status === undefined ? '' : `status=${status}`;
    const cells: readonly Part[] = [
      name,
      bar(counts, shown.length),
      ...counts.map(([owner, each]) => lines(each, `owner=${owner}&${query}`.replace(/&$/, ''))),
      lines(all, query),
    ];
    return status === undefined ? { kind: 'all' as const, cells } : { cells };
  };
  return html`<h3 id="split">The split of responsibility</h3>
    ${table({
      caption:
        'Responsibility lines of the services in use, by what came of them; the bars in the order of the columns',
      columns: [
        { name: 'State' },
        { name: 'Share', kind: 'chart' },
        { name: 'Customer', kind: 'number' },
        { name: 'Shared', kind: 'number' },
        { name: 'AWS', kind: 'number' },
        { name: 'All', kind: 'number' },
      ],
      rows: [
        rowOf('All lines'),
        ...statuses.map((status) => rowOf(capital(statusWords[status]), status)),
      ],
    })}`;
}

type LineOwner = ResponsibilityLine['owner'];
const lineOwners = ['customer', 'shared', 'aws'] as const;

function sum(counts: readonly number[]): number {
  return counts.reduce((all, count) => all + count, 0);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
