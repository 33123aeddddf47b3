/** `srm-scan trend`: how accounts fare from report to report. */
import { dirname } from 'node:path';
import { findReports, type ReportFolder } from '../compare/report-folder.ts';
import { type Trend, type TrendAccount, trendOf, type TrendRun } from '../compare/trend.ts';
import { severities } from '../judge/terms.ts';
import { readManifest } from '../run/manifest/read.ts';
import { listOf } from '../text/list-of.ts';
import { codeSpan, markdownText } from '../text/markdown.ts';
import { printable } from '../text/printable.ts';
import { spreadsheetRecord } from '../text/spreadsheet.ts';
import { visibleJson } from '../text/terminal-text.ts';
import { unknownName, UserError } from '../text/user-error.ts';
import { print, say, screens } from './terminal.ts';
import { tableWithin } from './text.ts';

export interface TrendOptions {
  readonly format: string;
  readonly headsOnly?: true;
}

const writers = { text, markdown, csv, json } as const;

/** 0: every report could be read; 3: one could not, and is named. Throws a `UserError` where there is no report at all. */
export async function trendCommand(
  folder: string,
  { format, headsOnly }: TrendOptions,
): Promise<0 | 3> {
  const names = Object.keys(writers);
  const write = Object.entries(writers).find(([name]) => name === format)?.[1];
  if (!write) throw unknownName('format', format, names, `Known: ${names.join(', ')}.`);
  const { candidates, others } = await findReports(folder);
  const trend = await trendOf(candidates, { rulesOf, isHeadsOnly: headsOnly === true });
  for (const { file, why } of trend.notRead) say(`not read: ${file}: ${why}`);
  sayOfOthers(others);
  if (trend.accounts.length === 0) {
    throw new UserError(
      `${folder} holds no report.json of srm-scan; name the folder that --output named`,
    );
  }
  for (const line of write(trend, others)) print(line);
  return trend.notRead.some(({ isReport }) => isReport) ? 3 : 0;
}

/** A manifest that is none says nothing; `srm-scan verify` tells what is wrong with it. */
async function rulesOf(file: string): Promise<string | null> {
  try {
    return (await readManifest(dirname(file)))?.manifest.rules.sha256 ?? null;
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}

function sayOfOthers(others: ReportFolder['others']): void {
  for (const why of new Set(others.map((each) => each.why))) {
    const own = others.filter((each) => each.why === why);
    say(`passed over (${why}): ${listOf(own.map(({ path }) => path))}`);
  }
}

interface Column {
  readonly name: string;
  readonly head: string;
  readonly of: (run: TrendRun) => string;
}

const columns: readonly Column[] = [
  { name: 'started_at', head: 'Began (UTC)', of: (run) => moment(run) },
  ...severities.map((severity) => ({
    name: severity,
    head:
      severity === 'informational' ? 'Info' : `${severity[0]?.toUpperCase()}${severity.slice(1)}`,
    of: ({ failures }: TrendRun) => String(failures[severity]),
  })),
  { name: 'muted', head: 'Muted', of: ({ muted }) => String(muted) },
  { name: 'unknown', head: 'Unknown', of: ({ unknown }) => String(unknown) },
  { name: 'gaps', head: 'Gaps', of: ({ gaps }) => String(gaps) },
  { name: 'score', head: 'Passed', of: ({ score }) => scoreText(score) },
  ...(['new', 'resolved', 'unread', 'rule'] as const).map((kind) => ({
    name: kind,
    head: `${kind[0]?.toUpperCase()}${kind.slice(1)}`,
    of: ({ changes }: TrendRun) => (changes === null ? '-' : String(changes[kind])),
  })),
  { name: 'marks', head: 'Marks', of: ({ marks }) => [...new Set(marks)].join(', ') },
];

function moment({ startedAt }: TrendRun): string {
  return startedAt.slice(0, 19).replace('T', ' ');
}

function scoreText({ passed, of }: TrendRun['score']): string {
  return of === 0 ? '-' : `${((100 * passed) / of).toFixed(1)} % of ${of}`;
}

function accountText({ id, alias }: TrendAccount): string {
  return alias === null ? `Account ${id}` : `Account ${id} (${alias})`;
}

function* text({ accounts }: Trend): Generator<string> {
  for (const [at, account] of accounts.entries()) {
    const rows = account.runs.map((run) => columns.map(({ of }) => printable(of(run))));
    yield `${at === 0 ? '' : '\n'}${printable(accountText(account))}`;
    yield tableWithin(
      columns.map(({ head }) => head),
      rows,
      screens.out.columns || 80,
    );
    for (const run of account.runs) {
      for (const note of run.notes) yield printable(`  ${moment(run)}: ${note}`);
    }
  }
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function* markdown({ accounts }: Trend): Generator<string> {
  for (const account of accounts) {
    const alias = account.alias === null ? '' : ` (${codeSpan(account.alias)})`;
    yield `### srm-scan: Account ${codeSpan(account.id)}${alias}\n`;
    yield row(columns.map(({ head }) => head));
    yield row(columns.map(() => '---'));
    // Moments and numbers of a shape that was checked, and our own words.
    for (const run of account.runs) yield row(columns.map(({ of }) => of(run)));
    yield '';
    for (const run of account.runs) {
      for (const note of run.notes) yield `- ${codeSpan(moment(run))}: ${markdownText(note)}`;
    }
  }
}

/** Whoever prints it ends the line. */
function record(cells: readonly string[]): string {
  return spreadsheetRecord(cells).trimEnd();
}

/** Of the CSV: figures by themselves, so that a spreadsheet can draw them. */
function cellsOf({ id, alias }: TrendAccount, run: TrendRun): Readonly<Record<string, string>> {
  const { startedAt, status, version, rules, failures, muted, unknown, gaps, score, file } = run;
  const figures = { ...failures, muted, unknown, gaps, passed: score.passed, of: score.of };
  const kinds = ['new', 'resolved', 'changed', 'unread', 'rule', 'scope'] as const;
  const changes = kinds.map((kind) => [kind, run.changes?.[kind] ?? ''] as const);
  const told = { account: id, alias: alias ?? '', started_at: startedAt, status, version };
  const all = { ...told, rules: rules ?? '', ...figures, ...Object.fromEntries(changes) };
  const cells = Object.entries({ ...all, marks: [...new Set(run.marks)].join(' '), file });
  return Object.fromEntries(cells.map(([name, value]) => [name, String(value)]));
}

function* csv({ accounts }: Trend): Generator<string> {
  const rows = accounts.flatMap((account) => account.runs.map((run) => cellsOf(account, run)));
  yield record(Object.keys(rows[0] ?? {}));
  for (const cells of rows) yield record(Object.values(cells));
}

function* json({ accounts, notRead }: Trend, others: ReportFolder['others']): Generator<string> {
  const all = { schema: 'srm-scan/trend/1', accounts, notRead, passedOver: others };
  yield visibleJson(JSON.stringify(all, null, 2));
}
