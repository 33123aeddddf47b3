/** `srm-scan diff`: what changed from one report.json to another. */
import { changeKinds, type Changes, createBaseline, createComparison } from '../compare/changes.ts';
import { readKeptReport } from '../compare/kept-report.ts';
import { parseFailOn } from '../run/outcome.ts';
import { codeSpan, markdownCell, markdownText } from '../text/markdown.ts';
import { visibleJson } from '../text/terminal-text.ts';
import { unknownName } from '../text/user-error.ts';
import { wrap } from '../text/wrap.ts';
import { changesHeadline, changesText, changeTitles, muteText } from './changes-text.ts';
import { exitCodeOfChanges, reasonOfCode } from './heeded.ts';
import { reportFileAt } from './report-file.ts';
import { print, screens, widthOf } from './terminal.ts';

export interface DiffOptions {
  readonly format: string;
  readonly failOn: string;
  readonly failOnNew?: true;
  readonly allowUnknown?: true;
}

const writers = { text, json, markdown } as const;

/** 1: `--fail-on-new` and something fails that did not; 3: `--fail-on-new` and something is not read any more; else 0. */
export async function diffCommand(
  oldPath: string,
  newPath: string,
  { format, failOn, failOnNew, allowUnknown }: DiffOptions,
): Promise<number> {
  const bound = parseFailOn(failOn);
  const names = Object.keys(writers);
  const write = Object.entries(writers).find(([name]) => name === format)?.[1];
  if (!write) throw unknownName('format', format, names, `Known: ${names.join(', ')}.`);
  const [oldFile, newFile] = [await reportFileAt(oldPath), await reportFileAt(newPath)];
  const baseline = createBaseline();
  const old = baseline.whole(await readKeptReport(oldFile, baseline));
  const comparison = createComparison(old);
  const changes = comparison.whole(await readKeptReport(newFile, comparison));
  for (const line of write(changes)) print(line);
  if (!failOnNew) return 0;
  const reason = reasonOfCode(changes, bound, allowUnknown === true);
  if (reason !== undefined && format === 'text') {
    const lines = wrap(`--fail-on-new: ${reason}`, { width: widthOf(screens.out), hang: 2 });
    print(`\n${lines.join('\n')}`);
  }
  return exitCodeOfChanges(changes, bound, allowUnknown === true);
}

function text(changes: Changes): Generator<string> {
  return changesText(changes, { width: widthOf(screens.out) });
}

function* markdown(changes: Changes): Generator<string> {
  yield `### srm-scan: ${markdownText(changesHeadline(changes))}`;
  for (const notice of changes.notices) yield `\n> ${markdownText(notice)}`;
  for (const kind of changeKinds) {
    const own = changes.changes.filter((change) => change.kind === kind);
    if (own.length === 0) continue;
    yield `\n**${changeTitles[kind]}**\n\n| Severity | Check | Region | Resource | Was | Is | Why |\n| --- | --- | --- | --- | --- | --- | --- |`;
    for (const change of own) {
      const { severity, check, region, arn, before, now, because } = change;
      const resource = `${codeSpan(arn)}${markdownText(muteText(change)).replace(/^(?=.)/, ' ')}`;
      const places = [codeSpan(check), codeSpan(region), resource];
      const cells = [severity, ...places, before, now, markdownText(because)];
      yield `| ${cells.map(markdownCell).join(' | ')} |`;
    }
  }
}

function side({ tool, scan }: Changes['old']) {
  return { version: tool.version, startedAt: scan.startedAt, status: scan.status };
}

function* json({ old, new: now, notices, newGaps, counts, changes }: Changes): Generator<string> {
  const head = {
    schema: 'srm-scan/diff/1',
    account: now.scan.account.id,
    old: side(old),
    new: side(now),
    notices,
    newGaps,
    counts,
  };
  yield `${visibleJson(JSON.stringify(head).slice(0, -1))},"changes":[`;
  for (const [at, change] of changes.entries()) {
    yield `${visibleJson(JSON.stringify(change))}${at === changes.length - 1 ? '' : ','}`;
  }
  yield ']}';
}
