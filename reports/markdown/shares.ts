/** Whose what is: the split of responsibility, controls of chosen frameworks, and what people accept and attest. */
import {
  type AttestationLine,
  type MuteLine,
  type ReportHead,
  type ResponsibilityLine,
  type ResponsibilityStatus,
} from '../../src/report/model.ts';
import { codeSpan, markdownText } from '../../src/text/markdown.ts';
import { type AcceptedWords, attestedWords, mutedWords, muteTarget } from '../accepted.ts';
import { chosenFrameworks, countsByState } from '../control-counts.ts';
import { dutyWords, number, plural } from '../html/words.ts';
import { listWithin, shortened } from './room.ts';

const mostEntries = { bytes: 4000, most: 10 };
/** Controls that are not met and named; more are counted. */
const mostControls = 30;

/** In the order of the columns; the words are of the table's head. */
const statusColumns: readonly (readonly [ResponsibilityStatus, string])[] = [
  ['out-of-scope', 'Out of scope'],
  ['assessed', 'Assessed'],
  ['partly-assessed', 'In part'],
  ['nothing-to-assess', 'Nothing to assess'],
  ['attestation', 'To attest'],
  ['not-assessed', 'Not assessed'],
  ['unknown', 'Unknown'],
];

const dutyOwners: readonly ResponsibilityLine['owner'][] = ['customer', 'shared', 'aws'];

export function splitSection({ responsibilities }: ReportHead): readonly string[] {
  const used = responsibilities.filter(({ inUse }) => inUse === 'yes' || inUse === 'unknown');
  const services = new Set(used.map(({ service }) => service));
  const unsure = new Set(
    used.flatMap(({ inUse, serviceName }) => (inUse === 'unknown' ? [serviceName] : [])),
  );
  const unseen = new Set(
    responsibilities.flatMap(({ inUse, service }) => (inUse === 'not-looked-for' ? [service] : [])),
  );
  const mayBe = unsure.size === 0 ? '' : ` Use could not be read: ${[...unsure].join(', ')}.`;
  const rows = dutyOwners.map((owner) => {
    const own = used.filter((line) => line.owner === owner);
    const cells = statusColumns.map(([status]) =>
      number(own.filter((line) => line.status === status).length),
    );
    return `| ${[dutyWords[owner], number(own.length), ...cells].join(' | ')} |`;
  });
  const headings = ['Whose', 'Lines', ...statusColumns.map(([, heading]) => heading)];
  return [
    '### Responsibilities',
    '',
    markdownText(
      `${plural(used.length, 'line')} over ${plural(services.size, 'service')} that are, or may be, in use. Not looked for: ${plural(unseen.size, 'service')} of the matrix.${mayBe}`,
    ),
    '',
    `| ${headings.join(' | ')} |`,
    `| --- |${' --: |'.repeat(headings.length - 1)}`,
    ...rows,
    '',
  ];
}

export function controlsSection(report: ReportHead): readonly string[] {
  const counted = chosenFrameworks(report);
  if (counted.length === 0) return [];
  return [
    '### Controls',
    '',
    ...counted.flatMap(({ framework, lines }) => {
      const failed = lines.filter(({ state }) => state === 'not-met').map(({ control }) => control);
      const named = failed.slice(0, mostControls).map(codeSpan).join(', ');
      const more = failed.length > mostControls ? ` and ${failed.length - mostControls} more` : '';
      return [
        `- ${codeSpan(framework)}, ${plural(lines.length, 'control')}: ${countsByState(lines)}.`,
        ...(failed.length === 0 ? [] : [`  Not met: ${named}${more}.`]),
      ];
    }),
    '',
  ];
}

export function mutedSection(report: ReportHead): readonly string[] {
  const inForce = (report.mutes ?? []).filter(({ state }) => state === 'in-force');
  return acceptedSection('Muted', mutedWords(report), inForce.map(muteLine));
}

export function attestedSection(report: ReportHead): readonly string[] {
  const inForce = (report.attestations ?? []).filter(({ state }) => state === 'in-force');
  return acceptedSection('Attested', attestedWords(report), inForce.map(attestationLine));
}

/** Entries in force, then those that do not do what their owners believe. */
function acceptedSection(
  title: string,
  words: AcceptedWords | undefined,
  inForce: readonly string[],
): readonly string[] {
  if (words === undefined) return [];
  const told = words.void.map((text) => `- **${markdownText(shortened(text))}**`);
  return [
    `### ${title}`,
    '',
    markdownText(words.summary),
    '',
    ...listWithin(told, mostEntries),
    ...listWithin(inForce, mostEntries),
    '',
  ];
}

function muteLine(mute: MuteLine): string {
  const { owner, until, reason, muted } = mute;
  return `- ${codeSpan(shortened(muteTarget(mute)))}, ${plural(muted, 'failure')}, until ${markdownText(until)} by ${said(owner)}: ${said(reason)}`;
}

function attestationLine({ question, answer, by, on, until }: AttestationLine): string {
  return `- ${codeSpan(question)}, ${markdownText(on)} to ${markdownText(until)}, by ${said(by)}: ${said(answer)}`;
}

function said(text: string): string {
  return markdownText(shortened(text));
}
