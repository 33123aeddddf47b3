/** The findings of a scan as they are read: in order, one object at a time, as often as formats need. */
import { outcomes, owners, severities } from '../judge/terms.ts';
import type { Column } from './column.ts';
import { type Columns, type Entries, entryAt, weightOf, weights } from './columns.ts';
import type { Finding } from './model.ts';
import { compare, orderOf, type Ranking, ranksOf } from './order.ts';
import { type Tallies, tallyOf } from './tally.ts';

export interface Findings extends Tallies {
  readonly size: number;
  /** Failures first, the gravest first; then by check, Region and ARN. From the first, each time that it is called. */
  read(): Iterable<Finding>;
}

/** What was written. */
interface Sealed {
  readonly account: string;
  readonly columns: Columns;
  readonly entries: Entries;
  readonly size: number;
  idAt(row: number): string;
}

export function findingsOf(sealed: Sealed): Findings {
  const rows = inOrder(sealed);
  return {
    size: rows.length,
    read: function* read() {
      for (const row of rows) yield findingAt(sealed, row);
    },
    ...tallyOf(countedOf(sealed)),
  };
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

function findingAt({ account, columns, entries, idAt }: Sealed, row: number): Finding {
  return {
    id: idAt(row),
    check: entryAt(entries.checks, columns.check.at(row)),
    outcome: entryAt(outcomes, columns.outcome.at(row)),
    severity: entryAt(severities, columns.severity.at(row)),
    owner: entryAt(owners, columns.owner.at(row)),
    account,
    region: entryAt(entries.regions, columns.region.at(row)),
    ...(columns.latent.at(row) === 1 ? { latent: true } : {}),
    resource: entryAt(entries.resources, columns.resource.at(row)),
    reasons: entryAt(entries.reasons, columns.reasons.at(row)),
    evidence: entryAt(entries.evidence, columns.evidence.at(row)),
  };
}

/** In the order in which they were judged. */
function* countedOf({ columns, entries, size }: Sealed) {
  for (let row = 0; row < size; row += 1) {
    yield {
      check: entryAt(entries.checks, columns.check.at(row)),
      outcome: entryAt(outcomes, columns.outcome.at(row)),
      severity: entryAt(severities, columns.severity.at(row)),
      owner: entryAt(owners, columns.owner.at(row)),
      duty: entryAt(entries.duties, columns.duty.at(row)),
    };
  }
}
