/** The report as the lines that wire.ts describes. */
import {
  type CallLine,
  type Finding,
  outcomes,
  owners,
  type Report,
  severities,
} from '../../src/report/model.ts';
import { type PlaceList, placeList } from './place-list.ts';
import type { CallsLine, FindingsLine, HeadLine } from './wire.ts';

const rowsInBlock = 10_000;

/** Lines of JSON, each with its line break. Failures come first, then by severity and check. */
export function* encode(report: Report): Generator<string> {
  const { checks, calls, findings } = report;
  const head: HeadLine = { kind: 'head', findings: findings.length, calls: calls.length, checks };
  yield line(head);
  const places = new Map(checks.map((check, place) => [check.id, place]));
  const callPlaces = new Map(calls.map((call, place) => [call.id, place]));
  const lists = createLists(callPlaces);
  const order = byWeight(findings, places);
  for (let start = 0; start < order.length; start += rowsInBlock) {
    const block = order.slice(start, start + rowsInBlock);
    yield line(findingsLine(block, places, lists));
  }
  for (let start = 0; start < calls.length; start += rowsInBlock) {
    yield line(callsLine(calls.slice(start, start + rowsInBlock)));
  }
}

function line(value: HeadLine | FindingsLine | CallsLine): string {
  return `${JSON.stringify(value)}\n`;
}

/** Stable, so that the order of the report decides the rest. */
function byWeight(
  findings: readonly Finding[],
  places: ReadonlyMap<string, number>,
): readonly Finding[] {
  const groups = new Map<number, Finding[]>();
  for (const finding of findings) {
    const rank =
      outcomes.indexOf(finding.outcome) * severities.length + severities.indexOf(finding.severity);
    const weight = rank * places.size + placeOf(finding, places);
    const group = groups.get(weight);
    if (group) group.push(finding);
    else groups.set(weight, [finding]);
  }
  return [...groups].toSorted(([a], [b]) => a - b).flatMap(([, group]) => group);
}

function placeOf({ id, check }: Finding, places: ReadonlyMap<string, number>): number {
  const place = places.get(check);
  if (place === undefined) throw new Error(`finding ${id} is of no check of the report: ${check}`);
  return place;
}

type Resource = Finding['resource'];

interface ListsInWork {
  readonly accounts: PlaceList<string>;
  readonly regions: PlaceList<string>;
  readonly types: PlaceList<string>;
  readonly resources: PlaceList<Resource>;
  readonly reasons: PlaceList<readonly string[]>;
  readonly evidence: PlaceList<readonly (number | string)[]>;
  readonly callPlaces: ReadonlyMap<string, number>;
}

function itself(text: string): string {
  return text;
}

function createLists(callPlaces: ReadonlyMap<string, number>): ListsInWork {
  return {
    accounts: placeList(itself),
    regions: placeList(itself),
    types: placeList(itself),
    resources: placeList(({ arn, name, type }: Resource) => `${type}\n${name}\n${arn}`),
    reasons: placeList((reasons: readonly string[]) => reasons.join('\n')),
    evidence: placeList((calls: readonly (number | string)[]) => calls.join(',')),
    callPlaces,
  };
}

function findingsLine(
  block: readonly Finding[],
  places: ReadonlyMap<string, number>,
  lists: ListsInWork,
): FindingsLine {
  const column = <T>(value: (finding: Finding) => T) => block.map(value);
  const columns = {
    id: column((finding) => finding.id),
    check: column((finding) => placeOf(finding, places)),
    outcome: column((finding) => outcomes.indexOf(finding.outcome)),
    severity: column((finding) => severities.indexOf(finding.severity)),
    owner: column((finding) => owners.indexOf(finding.owner)),
    account: column((finding) => lists.accounts.place(finding.account)),
    region: column((finding) => lists.regions.place(finding.region)),
    resource: column((finding) => lists.resources.place(finding.resource)),
    reasons: column((finding) => lists.reasons.place(finding.reasons)),
    evidence: column((finding) => lists.evidence.place(callsOf(finding, lists))),
    latent: block.flatMap((finding, row) => (finding.latent ? [row] : [])),
    muted: block.flatMap(({ muted }, row) => (muted ? [[row, muted] as const] : [])),
  };
  return { kind: 'findings', lists: newEntries(lists), ...columns };
}

/** An id that is not among the calls stays as it is, so that the reader sees it. */
function callsOf({ evidence }: Finding, { callPlaces }: ListsInWork): readonly (number | string)[] {
  return evidence.map((id) => callPlaces.get(id) ?? id);
}

function newEntries(lists: ListsInWork): FindingsLine['lists'] {
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
    evidence: lists.evidence.takeNew(),
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
