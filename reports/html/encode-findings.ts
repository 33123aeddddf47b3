import { hash } from 'node:crypto';
import {
  type Finding,
  outcomes,
  owners,
  type ReportReader,
  severities,
} from '../../src/report/model.ts';
import { findingIdLength, findingIdText } from '../../src/text/finding-id.ts';
import { internedLists, internedTexts } from '../../src/text/interned.ts';
import { createBytes, recordOf } from './bytes.ts';
import type { Resources } from './encode-resources.ts';
import { growing } from './growing.ts';
import { abridged } from './reason-text.ts';
import {
  type FindingColumn,
  findingColumns,
  type FindingsHead,
  type OtherMembers,
} from './wire.ts';

const rowsInRecord = 20_000;

/** The columns of one record are all that is held of the findings. */
export function* findingRecords(report: ReportReader, resources: Resources): Generator<Uint8Array> {
  const writer = createWriter(report, resources);
  for (const finding of report.findings()) {
    writer.add(finding);
    if (writer.rows() === rowsInRecord) yield writer.take();
  }
  if (writer.rows() > 0) yield writer.take();
}

/** Used again for each record. */
type Columns = Record<FindingColumn, Uint32Array>;

/** What is told of single rows. */
interface Marks {
  readonly ofLists: number[];
  readonly ids: [row: number, id: string][];
  readonly latent: number[];
  readonly muted: [row: number, muted: NonNullable<Finding['muted']>][];
}

function createWriter(report: ReportReader, resources: Resources) {
  const lists = createLists(report);
  const columns = createColumns();
  let rows = 0;
  let marks = noMarks();

  const add = (finding: Finding) => {
    const { resource } = finding;
    const row = rows;
    rows += 1;
    columns.check[row] = lists.checks(finding);
    columns.outcome[row] = outcomes.indexOf(finding.outcome);
    columns.severity[row] = severities.indexOf(finding.severity);
    columns.owner[row] = owners.indexOf(finding.owner);
    columns.account[row] = lists.accounts.place(finding.account);
    columns.region[row] = lists.regions.place(finding.region);
    columns.service[row] = lists.services.place(finding.service ?? '');
    columns.more[row] = lists.more.place(moreOf(finding));
    columns.resource[row] = resources.placeOf(resource);
    columns.reasons[row] = lists.reasons.place(abridged(finding.reasons, resource.name));
    columns.evidence[row] = lists.evidence.place(finding.evidence);
    mark(marks, row, finding);
  };

  const take = (): Uint8Array => {
    const bytes = createBytes();
    const evidence = lists.evidence.takeNew();
    bytes.column(evidence.map(({ length }) => length));
    bytes.column(evidence.flatMap((ids) => ids.map(lists.call)));
    for (const name of findingColumns) bytes.column(columns[name].subarray(0, rows));
    bytes.column(marks.ofLists);
    bytes.column(marks.latent);
    const head: FindingsHead = {
      kind: 'findings',
      rows,
      lists: {
        accounts: lists.accounts.takeNew(),
        regions: lists.regions.takeNew(),
        reasons: lists.reasons.takeNew(),
        services: lists.services.takeNew(),
        more: lists.more.takeNew(),
      },
      evidence: [evidence.length, evidence.reduce((sum, { length }) => sum + length, 0)],
      strangers: lists.strangers.takeNew(),
      ofLists: marks.ofLists.length,
      latent: marks.latent.length,
      ids: marks.ids,
      muted: marks.muted,
    };
    rows = 0;
    marks = noMarks();
    return recordOf(head, bytes.take());
  };

  return { add, take, rows: () => rows };
}

/**
 * JSON; most findings have nothing of it. The title is that of the check. Taken member by member, and the same for ids: the
 * rest of an object, or two spread into one, is garbage that V8 collects late, hundreds of megabytes for a million findings.
 */
function moreOf({ regraded, kind, parameters, tags }: Finding): string {
  const more: { [Name in keyof Required<OtherMembers>]: OtherMembers[Name] } = {
    regraded,
    kind,
    parameters,
    tags,
  };
  return JSON.stringify(more);
}

function createColumn(): Uint32Array {
  return new Uint32Array(rowsInRecord);
}

function createColumns(): Columns {
  return {
    check: createColumn(),
    outcome: createColumn(),
    severity: createColumn(),
    owner: createColumn(),
    account: createColumn(),
    region: createColumn(),
    service: createColumn(),
    more: createColumn(),
    resource: createColumn(),
    reasons: createColumn(),
    evidence: createColumn(),
  };
}

function noMarks(): Marks {
  return { ofLists: [], ids: [], latent: [], muted: [] };
}

function mark(marks: Marks, row: number, finding: Finding): void {
  if (finding.latent) marks.latent.push(row);
  if (finding.muted) marks.muted.push([row, finding.muted]);
  const { account, region, check, resource } = finding;
  const named = { account, region, check, type: resource.type, arn: resource.arn };
  const isId = (isOfList: boolean) => idOf(findingIdText(named, isOfList)) === finding.id;
  if (isId(false)) return;
  if (isId(true)) marks.ofLists.push(row);
  else marks.ids.push([row, finding.id]);
}

function idOf(text: string): string {
  return hash('sha256', text).slice(0, findingIdLength);
}

/** What rows point into. */
function createLists(report: ReportReader) {
  const checks = new Map(report.checks.map((check, place) => [check.id, place]));
  const calls = new Map<string, number>();
  let size = 0;
  for (const { id } of report.calls()) {
    calls.set(id, size);
    size += 1;
  }
  const strangers = growing(internedTexts());
  return {
    checks: ({ id, check }: Finding): number => {
      const place = checks.get(check);
      if (place === undefined)
        throw new Error(`finding ${id} is of no check of the report: ${check}`);
      return place;
    },
    call: (id: string): number => calls.get(id) ?? size + strangers.place(id),
    strangers,
    accounts: growing(internedTexts()),
    regions: growing(internedTexts()),
    services: growing(internedTexts()),
    more: growing(internedTexts()),
    reasons: growing(internedLists()),
    evidence: growing(internedLists()),
  };
}
