/** What owners accept and persons attest, and what of it is void or about nothing. */
import type { ReportHead } from '../../src/report/model.ts';
import type { Paint } from '../../src/text/paint.ts';
import { wrap } from '../../src/text/wrap.ts';
import { type AcceptedWords, attestedWords, mutedWords } from '../accepted.ts';

interface Width {
  readonly width: number;
}

/** Entries of a file that are listed before "and n more". */
const mostEntries = 10;

/** How many failures are muted, and each entry of the mute file that does not do what its owner believes. */
export function muted(
  report: Pick<ReportHead, 'mutes' | 'summary'>,
  { width }: Width,
  paint: Paint,
): string[] {
  return section('Muted', mutedWords(report), width, paint);
}

/** How many questions are answered, and each attestation that is void. */
export function attested(
  report: Pick<ReportHead, 'attestations' | 'responsibilities'>,
  { width }: Width,
  paint: Paint,
): string[] {
  return section('Attested', attestedWords(report), width, paint);
}

function section(
  title: string,
  words: AcceptedWords | undefined,
  width: number,
  paint: Paint,
): string[] {
  if (words === undefined) return [];
  return [
    title,
    ...wrap(words.summary, { width, indent: 2, hang: 2 }),
    ...firstOf(words.void, width).map((line) => paint(line, 'yellow')),
  ];
}

function firstOf(texts: readonly string[], width: number): readonly string[] {
  const lines = texts
    .slice(0, mostEntries)
    .flatMap((text) => wrap(text, { width, indent: 2, hang: 2 }));
  const more = texts.length - mostEntries;
  return more > 0 ? [...lines, `  and ${more} more, in the report`] : lines;
}
