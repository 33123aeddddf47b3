/** What owners accept and persons attest, and what of it is void or about nothing: in sentences, for every report that people read. */
import {
  type AttestationLine,
  type MuteLine,
  type ReportHead,
  severities,
  type Summary,
} from '../src/report/model.ts';
import { count } from './terminal/count.ts';

export interface AcceptedWords {
  readonly summary: string;
  /** Of each entry that does not do what its owner believes, a sentence. */
  readonly void: readonly string[];
}

/** How many failures are muted; undefined where there is no mute file. */
export function mutedWords({
  mutes,
  summary,
}: Pick<ReportHead, 'mutes' | 'summary'>): AcceptedWords | undefined {
  if (mutes === undefined) return undefined;
  const number = mutedOf(summary);
  const inForce = mutes.filter(({ state }) => state === 'in-force').length;
  const text =
    number === 0
      ? `No failure is muted, of ${count(mutes.length, 'entry', 'entries')} in the mute file.`
      : `${count(number, 'failure')} ${number === 1 ? 'is' : 'are'} muted by ${count(inForce, 'entry', 'entries')}: counted as ${number === 1 ? 'a failure' : 'failures'}, passed over by the exit code.`;
  return { summary: text, void: mutes.flatMap((mute) => wordsOf(mute)) };
}

/** Of the customer's failures. */
export function mutedOf({ muted: bySeverity }: Summary): number {
  return severities.reduce((sum, severity) => sum + (bySeverity?.[severity] ?? 0), 0);
}

/** What an entry is about: its check, Region, resource and tags. */
export function muteTarget({ check, region, resource, tags = {} }: MuteLine): string {
  const named = [check, region, resource].filter((each) => each !== undefined);
  const tagged = Object.entries(tags).map(([key, value]) => `${key}=${value}`);
  return [...named, ...tagged].join(', ');
}

function wordsOf(mute: MuteLine): readonly string[] {
  const { owner, until, matched, untold = 0 } = mute;
  const whose = `${muteTarget(mute)} (${owner})`;
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

function untoldText(untold: number): string {
  const findings = count(untold, 'finding');
  return `of ${findings} that would fit AWS did not tell the tags, so none of them is muted by it`;
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

/** How many questions are answered; undefined where there is no attestation file. */
export function attestedWords({
  attestations,
  responsibilities,
}: Pick<ReportHead, 'attestations' | 'responsibilities'>): AcceptedWords | undefined {
  if (attestations === undefined) return undefined;
  const asked = toAttest(responsibilities);
  const answered = asked.filter((line) => line.attested !== undefined).length;
  return {
    summary: `${answered} of the ${count(asked.length, 'question')} to attest ${answered === 1 ? 'is' : 'are'} answered.`,
    void: attestations.flatMap((line) => voidWords(line)),
  };
}

function voidWords({ state, question, by, on, until }: AttestationLine): readonly string[] {
  if (state === 'expired') return [`Void since ${until} is past: ${question}, by ${by}.`];
  return state === 'not-yet' ? [`Void until ${on} is there: ${question}, by ${by}.`] : [];
}
