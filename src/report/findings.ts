/** The findings of a scan as they are read: in order, one object at a time, as often as formats need. */
import { outcomes, owners, severities, type Severity } from '../judge/terms.ts';
import type { Column } from './column.ts';
import { type Columns, type Entries, entryAt, weightOf, weights } from './columns.ts';
import type { SetParameters } from '../judge/parameter.ts';
import type { Finding, MuteLine } from './model.ts';
import type { Muting } from './mutes.ts';
import { compare, orderOf, type Ranking, ranksOf } from './order.ts';
import type { Tags } from './tags.ts';
import { type Tallies, tallyOf } from './tally.ts';

export interface Findings extends Tallies {
  readonly size: number;
  /** Failures first, the gravest first; then by check, Region and ARN. From the first, each time that it is called. */
  read(): Iterable<Finding>;
  /** What came of each entry of the mute file, where there is one. */
  readonly mutes?: readonly MuteLine[];
}

/** What holds for every finding of a check. */
export interface Judging {
  /** With the parameters in use. */
  readonly title: string;
  readonly severity: Severity;
  readonly service: string;
  /** The service of what it judges. */
  readonly of: string;
  /** Those that are not the default, if any. */
  readonly parameters?: SetParameters;
}

/** What was written. */
interface Sealed {
  readonly judging: ReadonlyMap<string, Judging>;
  readonly account: string;
  readonly columns: Columns;
  readonly entries: Entries;
  readonly size: number;
  readonly muting?: Muting;
  /** Where they were asked for. */
  readonly tags?: Tags;
  idAt(row: number): string;
}

export function findingsOf(sealed: Sealed): Findings {
  mute(sealed);
  const rows = inOrder(sealed);
  const { muting } = sealed;
  return {
    size: rows.length,
    read: function* read() {
      for (const row of rows) yield findingAt(sealed, row);
    },
    ...tallyOf(countedOf(sealed)),
    ...(muting && { mutes: muting.lines() }),
  };
}

/** Holds every finding against the mute file, in the order in which they were judged. */
function mute({ columns, entries, size, muting }: Sealed): void {
  if (muting === undefined) return;
  for (let row = 0; row < size; row += 1) {
    const place = muting.place({
      check: entryAt(entries.checks, columns.check.at(row)),
      region: entryAt(entries.regions, columns.region.at(row)),
      outcome: entryAt(outcomes, columns.outcome.at(row)),
      resource: entryAt(entries.resources, columns.resource.at(row)),
    });
    columns.muted.set(row, place);
  }
}

function mutedAt({ columns, muting }: Sealed, row: number): Finding['muted'] {
  if (muting === undefined) return undefined;
  const place = columns.muted.at(row);
  if (place === 0) return undefined;
  const { reason, owner, until } = entryAt(muting.entries, place - 1);
  return { reason, owner, until };
}

function inOrder({ columns, entries, size, idAt }: Sealed): Uint32Array {
  const rankings = [
    {
      ranks: weights,
      rankOf: (row: number) => weightOf(columns.outcome.at(row), columns.severity.at(row)),
    },
    byEntry(columns.check, ranksOf(entries.checks)),
    byEntry(columns.region, ranksOf(entries.regions)),
    byEntry(columns.resource, ranksOf(entries.resources.map(({ arn }) => arn))),
  ];
  return orderOf(size, rankings, (a, b) => compare(idAt(a), idAt(b)));
}

/** @param ranks of the entries that the column points to */
function byEntry(column: Column, ranks: Uint32Array): Ranking {
  return { ranks: ranks.length, rankOf: (row) => ranks[column.at(row)] ?? 0 };
}

function findingAt(sealed: Sealed, row: number): Finding {
  const { account, columns, entries, idAt } = sealed;
  const { check, judging, service } = judgedAt(sealed, row);
  const kind = entryAt(entries.kinds, columns.kind.at(row));
  const muted = mutedAt(sealed, row);
  const resource = entryAt(entries.resources, columns.resource.at(row));
  const tags = sealed.tags?.of(resource.arn);
  const because = entryAt(entries.regradings, columns.regraded.at(row));
  const { title, parameters } = judging;
  return {
    id: idAt(row),
    check,
    title,
    service,
    outcome: entryAt(outcomes, columns.outcome.at(row)),
    severity: entryAt(severities, columns.severity.at(row)),
    ...(because === '' ? {} : { regraded: { from: judging.severity, because } }),
    owner: entryAt(owners, columns.owner.at(row)),
    account,
    region: entryAt(entries.regions, columns.region.at(row)),
    ...(columns.latent.at(row) === 1 ? { latent: true } : {}),
    ...(kind === '' ? {} : { kind }),
    ...(parameters === undefined ? {} : { parameters }),
    resource,
    ...(tags && { tags }),
    reasons: entryAt(entries.reasons, columns.reasons.at(row)),
    evidence: entryAt(entries.evidence, columns.evidence.at(row)),
    ...(muted && { muted }),
  };
}

/** In the order in which they were judged. */
function* countedOf(sealed: Sealed) {
  const { columns, entries, size, muting } = sealed;
  for (let row = 0; row < size; row += 1) {
    const { check, judging, duty, service } = judgedAt(sealed, row);
    yield {
      check,
      duty,
      of: service === judging.service ? judging.of : service,
      type: entryAt(entries.resources, columns.resource.at(row)).type,
      kind: entryAt(entries.kinds, columns.kind.at(row)),
      outcome: entryAt(outcomes, columns.outcome.at(row)),
      severity: entryAt(severities, columns.severity.at(row)),
      owner: entryAt(owners, columns.owner.at(row)),
      isMuted: muting !== undefined && columns.muted.at(row) > 0,
      isLatent: columns.latent.at(row) === 1,
    };
  }
}

/** By whom a finding was judged, and whose responsibility it is of. */
function judgedAt({ columns, entries, judging }: Sealed, row: number) {
  const check = entryAt(entries.checks, columns.check.at(row));
  const duty = entryAt(entries.duties, columns.duty.at(row));
  const by = judging.get(check);
  if (by === undefined) throw new RangeError(`no finding was added for ${check}`);
  return { check, duty, judging: by, service: duty.slice(0, duty.indexOf('.')) };
}
