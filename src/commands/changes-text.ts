/** Changes from one report to another, as lines for people. */
import { type Change, changeKinds, type Changes } from '../compare/changes.ts';
import { printable } from '../text/printable.ts';

export const changeTitles = {
  new: 'New failures',
  resolved: 'Resolved',
  changed: 'Changed',
  unread: 'Not read any more',
  rule: 'The rule changed, not the account',
  scope: 'In the scope of one of the scans alone',
} as const;

export function changesHeadline({ counts, old, new: now }: Changes): string {
  const told = changeKinds.map((kind) => `${counts[kind]} ${kind}`).join(', ');
  return `Account ${now.scan.account.id}, ${old.scan.startedAt} to ${now.scan.startedAt}: ${told}`;
}

/** Lines that need no further cleaning. @param most changes of a kind that are told before "and n more" */
export function* changesText(changes: Changes, most = Infinity): Generator<string> {
  yield changesHeadline(changes);
  for (const notice of changes.notices) yield `  ${printable(notice)}`;
  for (const kind of changeKinds) {
    const own = changes.changes.filter((change) => change.kind === kind);
    if (own.length > 0) yield `\n${changeTitles[kind]}`;
    for (const change of own.slice(0, most)) {
      const { severity, check, region, arn } = change;
      yield printable(`  ${severity.padEnd(13)} ${check} ${region} ${arn}${muteText(change)}`);
      yield printable(`      ${change.before} -> ${change.now}: ${change.because}`);
    }
    if (own.length > most) yield `  and ${own.length - most} more`;
  }
}

export function muteText({ mutedBy, unmuted }: Change): string {
  if (unmuted) return ' (not muted any more)';
  return mutedBy === undefined ? '' : ` (muted by ${mutedBy})`;
}
