/** The report as the lines that wire.ts describes. */
import {
  type CallLine,
  type Finding,
  outcomes,
  owners,
  type ReportReader,
  severities,
} from '../../src/report/model.ts';
import {
  type Interned,
  internedLists,
  internedResources,
  internedTexts,
} from '../../src/text/interned.ts';
import { checksAsJudged } from './relations.ts';
import type { CallsLine, FindingsLine, HeadLine, Lists } from './wire.ts';

const rowsInBlock = 10_000;

/** Lines of JSON, each with its line break, in the order of the report: failures come first. */
export function* encode(report: ReportReader): Generator<string> {
  const head: HeadLine = { kind: 'head', ...report.totals, checks: checksAsJudged(report) };
  yield line(head);
  const lists = createLists(report);
  for (const block of findingsLines(report, lists)) yield line(block);
  for (const block of blocksOf(report.calls())) yield line(callsLine(block));
}

function line(value: HeadLine | FindingsLine | CallsLine): string {
  return `${JSON.stringify(value)}\n`;
}

function* blocksOf<T>(rows: Iterable<T>): Generator<readonly T[]> {
  let block: T[] = [];
  for (const row of rows) {
    block.push(row);
    if (block.length < rowsInBlock) continue;
    yield block;
    block = [];
  }
  if (block.length > 0) yield block;
}

/** What rows point into, and what of it the page was already told. */
interface ListsInWork {
  readonly checks: ReadonlyMap<string, number>;
  readonly calls: ReadonlyMap<string, number>;
  readonly accounts: Growing<string>;
  readonly regions: Growing<string>;
  readonly types: Growing<string>;
  readonly resources: Growing<Finding['resource']>;
  readonly reasons: Growing<readonly string[]>;
  readonly evidence: Growing<readonly string[]>;
}

interface Growing<T> {
  place(value: T): number;
  /** What is new since it was last asked. */
  takeNew(): readonly T[];
}

function growing<T>({ place, entries }: Interned<T>): Growing<T> {
  let taken = 0;
  return {
    place,
    takeNew: () => {
      const added = entries.slice(taken);
      taken = entries.length;
      return added;
    },
  };
}

function createLists(report: ReportReader): ListsInWork {
  const calls = new Map<string, number>();
  for (const { id } of report.calls()) calls.set(id, calls.size);
  return {
    checks: new Map(report.checks.map((check, place) => [check.id, place])),
    calls,
    accounts: growing(internedTexts()),
    regions: growing(internedTexts()),
    types: growing(internedTexts()),
    resources: growing(internedResources()),
    reasons: growing(internedLists()),
    evidence: growing(internedLists()),
  };
}

/** The columns of one block are all that is held of the findings. */
function* findingsLines(report: ReportReader, lists: ListsInWork): Generator<FindingsLine> {
  let columns = emptyColumns();
  for (const finding of report.findings()) {
    addRow(columns, finding, lists);
    if (columns.id.length < rowsInBlock) continue;
    yield { kind: 'findings', lists: newEntries(lists), ...columns };
    columns = emptyColumns();
  }
  if (columns.id.length > 0) yield { kind: 'findings', lists: newEntries(lists), ...columns };
}

type Columns = {
  -readonly [K in Exclude<keyof FindingsLine, 'kind' | 'lists'>]: FindingsLine[K][number][];
};

function emptyColumns(): Columns {
  return {
    id: [],
    check: [],
    outcome: [],
    severity: [],
    owner: [],
    account: [],
    region: [],
    resource: [],
    reasons: [],
    evidence: [],
    latent: [],
    muted: [],
  };
}

function addRow(columns: Columns, finding: Finding, lists: ListsInWork): void {
  const row = columns.id.push(finding.id) - 1;
  columns.check.push(placeOf(finding, lists));
  columns.outcome.push(outcomes.indexOf(finding.outcome));
  columns.severity.push(severities.indexOf(finding.severity));
  columns.owner.push(owners.indexOf(finding.owner));
  columns.account.push(lists.accounts.place(finding.account));
  columns.region.push(lists.regions.place(finding.region));
  columns.resource.push(lists.resources.place(finding.resource));
  columns.reasons.push(lists.reasons.place(finding.reasons));
  columns.evidence.push(lists.evidence.place(finding.evidence));
  if (finding.latent) columns.latent.push(row);
  if (finding.muted) columns.muted.push([row, finding.muted]);
}

function placeOf({ id, check }: Finding, { checks }: ListsInWork): number {
  const place = checks.get(check);
  if (place === undefined) throw new Error(`finding ${id} is of no check of the report: ${check}`);
  return place;
}

function newEntries(lists: ListsInWork): Lists {
  const resources = lists.resources.takeNew();
  const typeOf = resources.map(({ type }) => lists.types.place(type));
  return {
    accounts: lists.accounts.takeNew(),
    regions: lists.regions.takeNew(),
    types: lists.types.takeNew(),
    arns: resources.map(({ arn }) => arn),
    names: resources.map(({ arn, name }) => (arn.endsWith(name) ? name.length : name)),
    typeOf,
    reasons: lists.reasons.takeNew(),
    // An id that is not among the calls stays as it is, so that the reader sees it.
    evidence: lists.evidence.takeNew().map((ids) => ids.map((id) => lists.calls.get(id) ?? id)),
  };
}

function callsLine(calls: readonly CallLine[]): CallsLine {
  const column = <K extends keyof CallLine>(name: K) => calls.map((call) => call[name]);
  return {
    kind: 'calls',
    id: column('id'),
    service: column('service'),
    operation: column('operation'),
    region: column('region'),
    at: column('at'),
    requestId: column('requestId'),
    attempts: column('attempts'),
    sha256: column('sha256'),
    status: column('status'),
    input: calls.map((call) => call.input ?? null),
    error: calls.map((call) => call.error ?? null),
  };
}
