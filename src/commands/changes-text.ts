/** Changes from one report to another, as lines for people. */
import { type Change, changeKinds, type Changes } from '../compare/changes.ts';
import { printable } from '../text/printable.ts';
import { wrap } from '../text/wrap.ts';

export const changeTitles = {
  new: 'New failures',
  resolved: 'Resolved',
  changed: 'Changed',
  unread: 'Not read any more',
  rule: 'The rule changed, not the account',
  scope: 'In the scope of one of the scans alone',
} as const;

export function changesHeadline(changes: Changes): string {
  return `${whichReports(changes)}: ${countsText(changes)}`;
}

function whichReports({ old, new: now }: Changes): string {
  return `Account ${now.scan.account.id}, ${moment(old)} to ${moment(now)}`;
}

function countsText({ counts }: Changes): string {
  return changeKinds.map((kind) => `${counts[kind]} ${kind}`).join(', ');
}

/** `2026-11-22 15:41:07 UTC`. */
function moment({ scan }: Changes['old']): string {
  return `${scan.startedAt.slice(0, 19).replace('T', ' ')} UTC`;
}

interface Shape {
  /** Columns. */
  readonly width: number;
  /** Changes of a kind that are told before "and n more". */
  readonly most?: number;
}

/** Columns of a severity, and of what stands beside it. */
const severityColumns = 8;
const indent = severityColumns + 4;

/** Lines that need no further cleaning. */
export function* changesText(
  changes: Changes,
  { width, most = Infinity }: Shape,
): Generator<string> {
  const lines = (text: string, at: { readonly indent?: number; readonly hang?: number }) =>
    wrap(printable(text), { width, ...at });
  yield* lines(`${whichReports(changes)}:`, { hang: 2 });
  yield* lines(countsText(changes), { indent: 2, hang: 2 });
  for (const notice of changes.notices) yield* lines(notice, { indent: 2, hang: 2 });
  for (const kind of changeKinds) {
    const own = changes.changes.filter((change) => change.kind === kind);
    if (own.length > 0) yield `\n${changeTitles[kind]}`;
    for (const change of own.slice(0, most)) {
      const { severity, check, region, arn, before, now, because } = change;
      const label = severity === 'informational' ? 'info' : severity;
      // The label is put before the line that was made: blanks of a text that is wrapped are one.
      const [first = '', ...rest] = lines(`${check}, ${region}`, { indent });
      yield `  ${label.padEnd(severityColumns)}  ${first.slice(indent)}`;
      yield* rest;
      // An ARN stays in one piece, however long it is: it is what a reader copies.
      yield `${' '.repeat(indent)}${printable(`${arn}${muteText(change)}`)}`;
      yield* lines(`${before} -> ${now}: ${because}`, { indent, hang: 2 });
    }
    if (own.length > most) yield `  and ${own.length - most} more`;
  }
}

export function muteText({ mutedBy, unmuted }: Change): string {
  if (unmuted) return ' (not muted any more)';
  return mutedBy === undefined ? '' : ` (muted by ${mutedBy})`;
}
