import { markdown } from '../../../reports/markdown/markdown.ts';
import type { FormatCase } from '../../support/format-case.ts';
import { activeIn, partsOf } from '../../support/markdown.ts';

/** What GitHub takes as a comment, in characters; ours counts bytes. */
const mostOfComment = 65_536;

export const markdownCase: FormatCase = {
  reporter: markdown,
  isForPeople: true,
  faults: (text) => [
    ...(Buffer.byteLength(text) > mostOfComment ? ['too long for a comment'] : []),
    ...activeIn(partsOf(text)),
  ],
  // It is a summary: test/reports/markdown.test.ts holds its counts and its lists against the findings.
  tellsOf: () => false,
  told: () => [],
};
