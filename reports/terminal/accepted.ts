/** What owners accept and persons attest, and what of it is void or about nothing. */
import {
  type MuteLine,
  type ReportHead,
  severities,
  type Summary,
} from '../../src/report/model.ts';
import type { Paint } from '../../src/text/paint.ts';
import { wrap } from '../../src/text/wrap.ts';
import { count } from './count.ts';

interface Width {
  readonly width: number;
}

/** Entries of a file that are listed before "and n more". */
const mostEntries = 10;

/** How many failures are muted, and each entry of the mute file that does not do what its owner believes. */
export function muted({ mutes, summary }: ReportHead, { width }: Width, paint: Paint): string[] {
  if (mutes === undefined) return [];
  const number = mutedOf(summary);
  const inForce = mutes.filter(({ state }) => state === 'in-force').length;
  const text =
    number === 0
      ? `No failure is muted, of ${count(mutes.length, 'entry', 'entries')} in the mute file.`
      : `${count(number, 'failure')} ${number === 1 ? 'is' : 'are'} muted by ${count(inForce, 'entry', 'entries')}: counted as ${number === 1 ? 'a failure' : 'failures'}, passed over by the exit code.`;
  const told = mutes.flatMap((mute) => wordsOf(mute));
  return [
    'Muted',
    ...wrap(text, { width, indent: 2, hang: 2 }),
    ...firstOf(told, width).map((line) => paint(line, 'yellow')),
  ];
}

/** Of the customer's failures. */
export function mutedOf({ muted: bySeverity }: Summary): number {
  return severities.reduce((sum, severity) => sum + (bySeverity?.[severity] ?? 0), 0);
}

function wordsOf(mute: MuteLine): readonly string[] {
  const { check, region, resource, tags = {}, owner, until, matched, untold = 0 } = mute;
  const named = [check, region, resource].filter((each) => each !== undefined);
  const tagged = Object.entries(tags).map(([key, value]) => `${key}=${value}`);
  const what = [...named, ...tagged].join(', ');
  const whose = `${what} (${owner})`;
  switch (mute.state) {
    case 'void':
      return [`Void since ${until} is past: ${whose}; ${count(matched, 'finding')} would fit.`];
    case 'matches-nothing':
      return [`Matches nothing: ${whose}; no finding fits. Mend the entry, or remove it.`];
    case 'nothing-to-mute':
      return [`Nothing to mute: ${whose}; what fits does not fail, or is muted by another entry.`];
    case 'tags-unread':
      return [`Could not be told, for tags unread: ${whose}; ${untoldText(untold)}.`];
    case 'in-force':
      return untold === 0
        ? []
        : [`Mutes not all, for tags unread: ${whose}; ${untoldText(untold)}.`];
    case 'not-asked':
      return [];
  }
}

/**
 * The questions to attest: each line that asks a person something, of a service that is or may be in use. Checks may read the
 * rest of such a line, so its status need not be `attestation`.
 */
export function toAttest(
  lines: ReportHead['responsibilities'],
): readonly ReportHead['responsibilities'][number][] {
  return lines.filter(
    ({ attestation, inUse }) =>
      attestation !== undefined && (inUse === 'yes' || inUse === 'unknown'),
  );
}

function untoldText(untold: number): string {
  const findings = count(untold, 'finding');
  return `of ${findings} that would fit AWS did not tell the tags, so none of them is muted by it`;
}

/** How many questions are answered, and each attestation that is void. */
export function attested(
  { attestations, responsibilities }: ReportHead,
  { width }: Width,
  paint: Paint,
): string[] {
  if (attestations === undefined) return [];
  const asked = toAttest(responsibilities);
  const answered = asked.filter((line) => line.attested !== undefined).length;
  const text = `${answered} of the ${count(asked.length, 'question')} to attest ${answered === 1 ? 'is' : 'are'} answered.`;
  const told = attestations.flatMap(({ state, question, by, on, until }) => {
    if (state === 'expired') return [`Void since ${until} is past: ${question}, by ${by}.`];
    return state === 'not-yet' ? [`Void until ${on} is there: ${question}, by ${by}.`] : [];
  });
  return [
    'Attested',
    ...wrap(text, { width, indent: 2, hang: 2 }),
    ...firstOf(told, width).map((line) => paint(line, 'yellow')),
  ];
}

function firstOf(texts: readonly string[], width: number): readonly string[] {
  const lines = texts
    .slice(0, mostEntries)
    .flatMap((text) => wrap(text, { width, indent: 2, hang: 2 }));
  const more = texts.length - mostEntries;
  return more > 0 ? [...lines, `  and ${more} more, in the report`] : lines;
}
