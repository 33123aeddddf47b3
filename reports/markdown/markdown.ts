/**
 * report.md, for job summaries, comments and tickets: the verdict, how complete it is, what fails and why, what was not read.
 * It is a summary: what does not fit is counted, and stands in report.json.
 */
import type { ReportHead, ReportReader } from '../../src/report/model.ts';
import { codeSpan, markdownText } from '../../src/text/markdown.ts';
import { valueText } from '../../src/text/value.ts';
import { completenessSentence } from '../html/completeness.ts';
import { verdictSentence } from '../html/verdict.ts';
import { plural } from '../html/words.ts';
import { formats } from '../formats.ts';
import type { Reporter } from '../reporter.ts';
import { failuresSection } from './failures.ts';
import { listWithin, shortened, sizeOf } from './room.ts';
import { attestedSection, controlsSection, mutedSection, splitSection } from './shares.ts';
import { unreadSection } from './unread.ts';

export const markdown: Reporter = {
  ...formats.markdown,
  render: (report) => [textOf(report)],
};

/**
 * Bytes of the file. A comment on GitHub takes 65,536 characters; a job summary 1 MiB of each step, and of a longer one it shows
 * nothing (https://docs.github.com/actions/using-workflows/workflow-commands-for-github-actions#adding-a-job-summary).
 */
const mostBytes = 64_000;

/** Parameters that are listed. */
const mostParameters = { bytes: 3000, most: 20 };

function textOf(report: ReportReader): string {
  const head = headSection(report);
  const after = [
    ...unreadSection(report),
    ...controlsSection(report),
    ...splitSection(report),
    ...mutedSection(report),
    ...attestedSection(report),
    ...restSection(),
  ];
  // The failures get what the others leave, and each of the others has a bound.
  const failures = failuresSection(report, mostBytes - sizeOf(head) - sizeOf(after));
  return `${[...head, ...failures, ...after].join('\n').trimEnd()}\n`;
}

function headSection(report: ReportHead): readonly string[] {
  const { scan, tool } = report;
  const { id, alias } = scan.account;
  const named = alias === null ? '' : ` (${codeSpan(shortened(alias))})`;
  const began = `${scan.startedAt.slice(0, 10)} at ${scan.startedAt.slice(11, 16)} UTC`;
  return [
    `## srm-scan: account ${codeSpan(id)}${named}`,
    '',
    ...(scan.sample ? ['**A sample:** a made-up company, and no account of yours.', ''] : []),
    ...(scan.status === 'partial' ? [partialLine(scan), ''] : []),
    `**${markdownText(verdictSentence(report))}**`,
    '',
    markdownText(completenessSentence(report)),
    '',
    `Scanned ${began} by ${tool.name} ${codeSpan(tool.version)}, ${plural(scan.regions.length, 'Region')}, as ${codeSpan(shortened(scan.principal))}.`,
    '',
    ...parameterLines(scan),
  ];
}

function partialLine({ endedBy }: ReportHead['scan']): string {
  const why = endedBy === undefined ? '' : `, by ${markdownText(shortened(endedBy, 600))}`;
  return `**Partial:** the scan ended before its end${why}. What was not reached is unknown.`;
}

/** What was judged by another measure than usual. */
function parameterLines({ parameters }: ReportHead['scan']): readonly string[] {
  if (parameters.length === 0) return [];
  const lines = parameters.map(
    ({ check, parameter, value, default: usual }) =>
      `- ${codeSpan(`${check}.${parameter}`)} is ${codeSpan(shortened(valueText(value)))}, not the default ${codeSpan(shortened(valueText(usual)))}`,
  );
  return ['Parameters that are not the default:', '', ...listWithin(lines, mostParameters), ''];
}

function restSection(): readonly string[] {
  return [
    '### The rest',
    '',
    'This is a summary. `--format json` writes everything (report.json), `--format html` a page to read it in (report.html); `srm-scan explain` and the id of a check tells how to mend what it finds.',
  ];
}
