/**
 * How an account fares from report to report. A figure that moved is the account's doing only where nothing else moved, so what
 * else did is marked beside it: the rules, the parameters, the scope, the Regions that answered, a scan that ended early.
 */
import { open } from 'node:fs/promises';
import { severities, type Severity } from '../judge/terms.ts';
import { listOf } from '../text/list-of.ts';
import { UserError } from '../text/user-error.ts';
import {
  type Baseline,
  type ChangeKind,
  createBaseline,
  createComparison,
  selectionText,
} from './changes.ts';
import { type KeptHead, type Listener, readKeptReport } from './kept-report.ts';

/**
 * `partial`: the scan ended early. `again`: the same scan as the run before, judged again. The others say what differs from the
 * run before: `rules`, the version of srm-scan or its rule set; `parameters` of checks; `scope`, what was asked for; `regions`,
 * those that answered.
 */
export type TrendMark = 'partial' | 'again' | 'rules' | 'parameters' | 'scope' | 'regions';

export interface TrendRun {
  readonly file: string;
  readonly startedAt: string;
  readonly status: KeptHead['scan']['status'];
  readonly version: string;
  /** SHA-256 of the rule set, as the manifest beside the report has it; null where there is none. */
  readonly rules: string | null;
  /** The customer's failures, muted ones too. */
  readonly failures: Readonly<Record<Severity, number>>;
  /** Of these, those that their owners accepted. */
  readonly muted: number;
  readonly unknown: number;
  readonly gaps: number;
  readonly score: KeptHead['summary']['score'];
  /** Against the run before; null of the first, and where the findings were not read. */
  readonly changes: Readonly<Record<ChangeKind, number>> | null;
  readonly marks: readonly TrendMark[];
  /** What the marks say, in sentences. */
  readonly notes: readonly string[];
}

export interface TrendAccount {
  readonly id: string;
  /** Of the newest report. */
  readonly alias: string | null;
  /** In the order in which the scans began. */
  readonly runs: readonly TrendRun[];
}

export interface NotRead {
  readonly file: string;
  readonly why: string;
  /** It says that it is a report, or has the name of one. */
  readonly isReport: boolean;
}

export interface Trend {
  /** By id. */
  readonly accounts: readonly TrendAccount[];
  readonly notRead: readonly NotRead[];
}

interface Reading {
  /** The rule set that a report was judged by, where the folder tells. */
  rulesOf(file: string): Promise<string | null>;
  /** Heads alone: quick, and without changes. */
  readonly isHeadsOnly: boolean;
}

/** Reads each file as a stream; of two reports at a time the findings stand in memory. */
export async function trendOf(files: readonly string[], reading: Reading): Promise<Trend> {
  const notRead: NotRead[] = [];
  const heads: Headed[] = [];
  for (const file of files) {
    const head = await orNamed(file, notRead, () => readKeptReport(file));
    if (head) heads.push({ file, head });
  }
  const accounts: TrendAccount[] = [];
  const ids = new Set(heads.map(({ head }) => head.scan.account.id));
  for (const id of [...ids].toSorted()) {
    const own = heads.filter(({ head }) => head.scan.account.id === id).toSorted(inOrder);
    const runs = await runsOf(own, reading, notRead);
    const newest = own.at(-1);
    if (runs.length > 0)
      accounts.push({ id, alias: newest?.head.scan.account.alias ?? null, runs });
  }
  return { accounts, notRead };
}

interface Headed {
  readonly file: string;
  readonly head: KeptHead;
}

function inOrder(a: Headed, b: Headed): number {
  const [one, other] = [a, b].map(({ head }) => Date.parse(head.scan.startedAt));
  if (one !== undefined && other !== undefined && one !== other) return one - other;
  return a.file < b.file ? -1 : 1;
}

async function runsOf(
  reports: readonly Headed[],
  { rulesOf, isHeadsOnly }: Reading,
  notRead: NotRead[],
): Promise<readonly TrendRun[]> {
  const runs: TrendRun[] = [];
  let before: Headed | undefined;
  let baseline: Baseline | undefined;
  for (const report of reports) {
    const { file, head } = report;
    const told = isHeadsOnly
      ? undefined
      : await orNamed(file, notRead, () => changesSince(baseline, file));
    if (!isHeadsOnly && told === undefined) continue;
    baseline = told?.baseline;
    const rules = await rulesOf(file);
    const earlier = runs.at(-1);
    const notes = notesOf(report, rules, before && earlier && { ...before, rules: earlier.rules });
    const { bySeverity, byOutcome, score, muted } = head.summary;
    runs.push({
      file,
      startedAt: head.scan.startedAt,
      status: head.scan.status,
      version: head.tool.version,
      rules,
      failures: bySeverity,
      muted: severities.reduce((sum, severity) => sum + (muted?.[severity] ?? 0), 0),
      unknown: byOutcome.unknown,
      gaps: head.coverage.gaps.length,
      score,
      changes: told?.counts ?? null,
      marks: notes.map(([mark]) => mark),
      notes: notes.map(([, note]) => note),
    });
    before = report;
  }
  return runs;
}

/** Reads the report once: it is held against the one before, and is itself what the next is held against. */
async function changesSince(old: Baseline | undefined, file: string) {
  const next = createBaseline();
  const comparison = old && createComparison(old);
  const both: Required<Listener> = {
    check: (line) => {
      next.check(line);
      comparison?.check(line);
    },
    call: (line) => {
      next.call(line);
      comparison?.call(line);
    },
    finding: (line) => {
      next.finding(line);
      comparison?.finding(line);
    },
  };
  const head = await readKeptReport(file, both);
  return { baseline: next.whole(head), counts: comparison?.whole(head).counts };
}

function notesOf(
  { head }: Headed,
  rules: string | null,
  before: (Headed & { readonly rules: string | null }) | undefined,
): readonly (readonly [TrendMark, string])[] {
  const { scan, tool } = head;
  const notes: (readonly [TrendMark, string])[] = [];
  if (scan.status === 'partial') {
    notes.push(['partial', 'the scan ended early, so there may be more failures than are counted']);
  }
  if (before === undefined) return notes;
  const was = before.head;
  if (was.scan.startedAt === scan.startedAt) {
    notes.push(['again', 'the same scan as the line before, judged again']);
  }
  if (was.tool.version !== tool.version) {
    notes.push(['rules', `judged by srm-scan ${tool.version}, and before by ${was.tool.version}`]);
  } else if (rules !== null && before.rules !== null && rules !== before.rules) {
    notes.push(['rules', `judged by another rule set of srm-scan ${tool.version}`]);
  }
  if (parametersText(was.scan) !== parametersText(scan)) {
    notes.push(['parameters', 'judged with other parameters']);
  }
  if (selectionText(was.scan) !== selectionText(scan)) {
    notes.push(['scope', 'asked for other checks, services or Regions']);
  }
  const lost = was.scan.regions.filter((region) => !scan.regions.includes(region));
  const added = scan.regions.filter((region) => !was.scan.regions.includes(region));
  if (lost.length > 0) notes.push(['regions', `nothing read any more of ${listOf(lost)}`]);
  if (added.length > 0) notes.push(['regions', `read now as well: ${listOf(added)}`]);
  return notes;
}

function parametersText({ parameters = [] }: KeptHead['scan']): string {
  const lines = parameters.map(({ check, parameter, value }) =>
    JSON.stringify([check, parameter, value]),
  );
  return lines.toSorted().join('\n');
}

/** What cannot be read is named and passed over; undefined then. */
async function orNamed<T>(
  file: string,
  notRead: NotRead[],
  read: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const why = error.message.startsWith(file) ? error.message.slice(file.length) : error.message;
    notRead.push({
      file,
      why: why.replace(/^:(\d+): /, 'line $1: ').replace(/^: /, ''),
      isReport: await saysReport(file),
    });
    return undefined;
  }
}

/** A report begins with its schema. */
const firstBytes = 4096;

async function saysReport(file: string): Promise<boolean> {
  if (/(^|[/\\])report\.json$/.test(file)) return true;
  const opened = await open(file).catch(() => undefined);
  if (opened === undefined) return true;
  try {
    const { buffer, bytesRead } = await opened.read({ buffer: Buffer.alloc(firstBytes) });
    return /"schema"\s*:\s*"srm-scan\/report\//.test(buffer.toString('utf8', 0, bytesRead));
  } finally {
    await opened.close();
  }
}
