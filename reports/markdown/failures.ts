/** What fails, the gravest first: by severity and check, with the first resources of each and the reasons. */
import {
  type CheckLine,
  type Finding,
  type ReportReader,
  severities,
  type Severity,
} from '../../src/report/model.ts';
import { codeSpan, markdownText } from '../../src/text/markdown.ts';
import { number, plural } from '../html/words.ts';
import { roomOf, sentence, shortened, sizeOf } from './room.ts';

/** Lines of one check and severity: as many as let every check be told of; the fewest where none do. */
const mostOfCheck = [100, 30, 10] as const;
/** Regions that are named; more are counted. */
const mostRegions = 5;
/** Bytes of the line that says what is not listed. */
const lastLine = 400;

export function failuresSection(report: ReportReader, bytes: number): readonly string[] {
  const { bySeverity } = report.summary;
  const counts = countsOf((severity) => bySeverity[severity]);
  if (counts === '') return ['### Failures', '', 'None.', ''];
  const opening = ['### Failures', '', `${counts}.`];
  const room = bytes - lastLine - sizeOf(opening);
  const { lines, listed } = longest(report, room);
  const rest = countsOf((severity) => bySeverity[severity] - (listed.get(severity) ?? 0));
  if (rest === '') return [...opening, ...lines, ''];
  const note = `**Not listed here: ${rest}.** This file keeps to what a comment on GitHub takes, and of one check it lists the first failures alone; the gravest checks come first.`;
  return [...opening, ...lines, '', note, ''];
}

interface Listing {
  readonly lines: readonly string[];
  /** Failures that are told of. */
  readonly listed: ReadonlyMap<Severity, number>;
  /** Every check is told of. */
  readonly isWhole: boolean;
}

function longest(report: ReportReader, bytes: number): Listing {
  let made: Listing = { lines: [], listed: new Map(), isWhole: false };
  for (const most of mostOfCheck) {
    made = listing(report, bytes, most);
    if (made.isWhole) break;
  }
  return made;
}

function listing(report: ReportReader, bytes: number, most: number): Listing {
  const checks = new Map(report.checks.map((check) => [check.id, check]));
  const room = roomOf(bytes);
  const listed = new Map<Severity, number>();
  let severity: Severity | undefined;
  for (const group of groupsOf(report, most)) {
    const heading = group.severity === severity ? [] : ['', `#### ${capital(group.severity)}`, ''];
    ({ severity } = group);
    if (!room.takes([...heading, ...groupLines(group, checks.get(group.check))])) {
      return { lines: room.lines, listed, isWhole: false };
    }
    listed.set(severity, (listed.get(severity) ?? 0) + group.told);
  }
  return { lines: room.lines, listed, isWhole: true };
}

/** Failures of one check and severity. */
interface Group {
  readonly severity: Severity;
  readonly check: string;
  readonly title: string;
  count: number;
  /** What is said, and where it is so: a setting that is off in every Region is one line. */
  readonly lines: Map<string, string[]>;
  /** Failures that the lines tell of. */
  told: number;
}

function* groupsOf(report: ReportReader, most: number): Generator<Group> {
  let group: Group | undefined;
  for (const finding of report.findings()) {
    if (finding.outcome !== 'fail') break;
    if (group?.check !== finding.check || group.severity !== finding.severity) {
      if (group) yield group;
      const { severity, check, title } = finding;
      group = { severity, check, title, count: 0, lines: new Map(), told: 0 };
    }
    addTo(group, finding, most);
  }
  if (group) yield group;
}

function addTo(group: Group, finding: Finding, most: number): void {
  group.count += 1;
  const regions = group.lines.get(saidOf(finding));
  if (regions === undefined && group.lines.size === most) return;
  group.told += 1;
  if (regions === undefined) group.lines.set(saidOf(finding), [finding.region]);
  else regions.push(finding.region);
}

/** The line of a failure, with `\n` where the Regions go: no text of the line has a line end. */
function saidOf({ resource, reasons, regraded, latent, muted }: Finding): string {
  const notes = [
    ...(latent ? ['nothing uses it now'] : []),
    ...(regraded === undefined
      ? []
      : [`${regraded.from} for the check: ${said(regraded.because)}`]),
    ...(muted === undefined
      ? []
      : [`**muted** until ${said(muted.until)} by ${said(muted.owner)}: ${said(muted.reason)}`]),
  ];
  const also = notes.length === 0 ? '' : ` (${notes.join('; ')})`;
  return `  - ${codeSpan(shortened(resource.name))}\n: ${said(reasons.join('; '))}${also}`;
}

function groupLines(group: Group, check: CheckLine | undefined): readonly string[] {
  const { count, lines, told, title } = group;
  const fix = check === undefined ? [] : [`  Fix: ${sentence(check.fix, 600)}`];
  const left = count - told;
  return [
    `- **${codeSpan(group.check)}**, ${plural(count, 'failure')}. What should hold: ${sentence(title, 600)}`,
    ...fix,
    ...[...lines].map(([text, regions]) => text.replace('\n', () => placesOf(regions))),
    ...(left === 0 ? [] : [`  - and ${number(left)} more`]),
  ];
}

function placesOf(regions: readonly string[]): string {
  const named = regions.filter((region) => region !== 'global');
  if (named.length === 0) return '';
  const more = named.length - mostRegions;
  const shown = named.slice(0, mostRegions).map(codeSpan).join(', ');
  return ` in ${shown}${more > 0 ? ` and ${plural(more, 'more Region')}` : ''}`;
}

function said(text: string): string {
  return markdownText(shortened(text));
}

/** `3 critical, 12 high`; empty where there is none. */
function countsOf(of: (severity: Severity) => number): string {
  return severities
    .flatMap((severity) => (of(severity) > 0 ? [`${number(of(severity))} ${severity}`] : []))
    .join(', ');
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
