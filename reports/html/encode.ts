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
import type { CallsLine, FindingsLine, HeadLine, Lists } from './wire.ts';

const rowsInBlock = 10_000;

/** Lines of JSON, each with its line break, in the order of the report: failures come first. */
export function* encode(report: ReportReader): Generator<string> {
  const { checks, totals } = report;
  const head: HeadLine = { kind: 'head', ...totals, checks };
  yield line(head);
  const lists = createLists(report);
  for (const block of blocksOf(report.findings())) yield line(findingsLine(block, lists));
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

function findingsLine(block: readonly Finding[], lists: ListsInWork): FindingsLine {
  const column = <T>(value: (finding: Finding) => T) => block.map(value);
  const columns = {
    id: column((finding) => finding.id),
    check: column((finding) => placeOf(finding, lists)),
    outcome: column((finding) => outcomes.indexOf(finding.outcome)),
    severity: column((finding) => severities.indexOf(finding.severity)),
    owner: column((finding) => owners.indexOf(finding.owner)),
    account: column((finding) => lists.accounts.place(finding.account)),
    region: column((finding) => lists.regions.place(finding.region)),
    resource: column((finding) => lists.resources.place(finding.resource)),
    reasons: column((finding) => lists.reasons.place(finding.reasons)),
    evidence: column((finding) => lists.evidence.place(finding.evidence)),
    latent: block.flatMap((finding, row) => (finding.latent ? [row] : [])),
    muted: block.flatMap(({ muted }, row) => (muted ? [[row, muted] as const] : [])),
  };
  return { kind: 'findings', lists: newEntries(lists), ...columns };
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
