/** `srm-scan diff`: what changed from one report.json to another. */
import {
  type Change,
  changeKinds,
  type Changes,
  createBaseline,
  createComparison,
} from '../compare/changes.ts';
import { readKeptReport } from '../compare/kept-report.ts';
import { parseFailOn } from '../run/outcome.ts';
import { isAtLeast } from '../plan/selection.ts';
import { codeSpan, markdownCell, markdownText } from '../text/markdown.ts';
import { printable } from '../text/printable.ts';
import { visibleJson } from '../text/terminal-text.ts';
import { unknownName } from '../text/user-error.ts';
import { print } from './terminal.ts';

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
  const baseline = createBaseline();
  const old = baseline.whole(await readKeptReport(oldPath, baseline));
  const comparison = createComparison(old);
  const changes = comparison.whole(await readKeptReport(newPath, comparison));
  for (const line of write(changes)) print(line);
  if (!failOnNew) return 0;
  const fails = changes.changes.some(
    ({ kind, mutedBy, unmuted, severity }) =>
      bound !== 'none' &&
      isAtLeast(severity, bound) &&
      mutedBy === undefined &&
      (kind === 'new' || unmuted === true),
  );
  if (fails) return 1;
  return changes.counts.unread > 0 && !allowUnknown ? 3 : 0;
}

const titles = {
  new: 'New failures',
  resolved: 'Resolved',
  changed: 'Changed',
  unread: 'Not read any more',
  rule: 'The rule changed, not the account',
  scope: 'In the scope of one of the scans alone',
} as const;

function headline({ counts, old, new: now }: Changes): string {
  const told = changeKinds.map((kind) => `${counts[kind]} ${kind}`).join(', ');
  return `Account ${now.scan.account.id}, ${old.scan.startedAt} to ${now.scan.startedAt}: ${told}`;
}

function* text(changes: Changes): Generator<string> {
  yield headline(changes);
  for (const notice of changes.notices) yield `  ${printable(notice)}`;
  for (const kind of changeKinds) {
    const own = changes.changes.filter((change) => change.kind === kind);
    if (own.length > 0) yield `\n${titles[kind]}`;
    for (const change of own) {
      const { severity, check, region, arn } = change;
      yield printable(`  ${severity.padEnd(13)} ${check} ${region} ${arn}${muteText(change)}`);
      yield printable(`      ${change.before} -> ${change.now}: ${change.because}`);
    }
  }
}

function* markdown(changes: Changes): Generator<string> {
  yield `### srm-scan: ${markdownText(headline(changes))}`;
  for (const notice of changes.notices) yield `\n> ${markdownText(notice)}`;
  for (const kind of changeKinds) {
    const own = changes.changes.filter((change) => change.kind === kind);
    if (own.length === 0) continue;
    yield `\n**${titles[kind]}**\n\n| Severity | Check | Region | Resource | Was | Is | Why |\n| --- | --- | --- | --- | --- | --- | --- |`;
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

function* json({ old, new: now, notices, counts, changes }: Changes): Generator<string> {
  const head = {
    schema: 'srm-scan/diff/1',
    account: now.scan.account.id,
    old: side(old),
    new: side(now),
    notices,
    counts,
  };
  yield `${visibleJson(JSON.stringify(head).slice(0, -1))},"changes":[`;
  for (const [at, change] of changes.entries()) {
    yield `${visibleJson(JSON.stringify(change))}${at === changes.length - 1 ? '' : ','}`;
  }
  yield ']}';
}

function muteText({ mutedBy, unmuted }: Change): string {
  if (unmuted) return ' (not muted any more)';
  return mutedBy === undefined ? '' : ` (muted by ${mutedBy})`;
}
