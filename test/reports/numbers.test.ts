/**
 * One arithmetic (F21): every number that the terminal shows of the sample account is the same number in report.json, and in
 * the page. What a reader could recount is recounted from the findings.
 */
import { beforeAll, expect, it } from 'vitest';
import { checks } from '../../checks/index.ts';
import { html } from '../../reports/html/html.ts';
import { json } from '../../reports/json.ts';
import type { Reporter } from '../../reports/reporter.ts';
import { summaryText } from '../../reports/terminal.ts';
import { summaryOf } from '../../src/fleet/summarize.ts';
import { everything } from '../../src/plan/asked.ts';
import { type Report, type ReportReader, severities } from '../../src/report/model.ts';
import { readSample } from '../../src/run/sample.ts';
import { scan } from '../../src/run/scan.ts';
import { replaySource } from '../../src/run/replay-source.ts';
import { htmlText } from '../support/html-text.ts';

let reader: ReportReader;
let report: Report;
let terminal: string;
let page: string;

beforeAll(async () => {
  const request = { checks, selection: everything, params: {} };
  reader = await scan(request, replaySource(await readSample()));
  report = JSON.parse(await written(json));
  terminal = summaryText(reader, { width: 10_000, colour: false, paths: [] });
  page = textOf(await written(html));
});

async function written(reporter: Reporter): Promise<string> {
  let text = '';
  for await (const piece of reporter.render(reader)) text += piece;
  return text;
}

/** What a reader without JavaScript sees, each cell in its place. */
function textOf(markup: string): string {
  const body = markup.slice(markup.indexOf('<main'), markup.indexOf('<footer'));
  const plain = body.replaceAll(
    /<(?:span|bdi|strong|code|wbr|a|i|time)\b[^>]*>|<\/(?:span|bdi|strong|code|a|i|time)>/g,
    '',
  );
  return htmlText(plain, ' | ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/(\d),(?=\d{3})/g, '$1');
}

/** The numbers in the first place of the terminal that looks so. What was read is taken out: see the last test. */
function read(pattern: RegExp): readonly number[] {
  const found = pattern.exec(terminal);
  expect(found, String(pattern)).not.toBeNull();
  terminal = terminal.replace(pattern, '');
  return (found ?? []).slice(1).map(Number);
}

function failures(is: (finding: Report['findings'][number]) => boolean = () => true): number {
  return report.findings.filter((each) => each.outcome === 'fail' && is(each)).length;
}

it('F21 the score, the failures and what could not be read', () => {
  const { score, byOutcome } = report.summary;
  const [passed, of, fail, unknown] = read(
    /(\d+) of (\d+) of the customer's findings pass; (\d+) fail, (\d+) could not be read, and nothing of sa-east-1\./,
  );
  expect({ passed, of }).toEqual(score);
  expect([fail, unknown]).toEqual([byOutcome.fail, byOutcome.unknown]);
  expect(fail).toBe(failures());
  expect(page).toContain(`Score: ${passed} of ${of} pass.`);
  expect(page).toMatch(new RegExp(`✕ Fail \\|[ |]*${fail} \\|`));
  expect(page).toMatch(new RegExp(`\\? Unknown \\|[ |]*${unknown} \\|`));
});

it('F21 the calls and the Regions', () => {
  const { calls } = report.coverage;
  const [ok, planned, denied] = read(/(\d+) of (\d+) calls answered; (\d+) denied\n/);
  expect(denied).toBe(calls.denied);
  expect(page).toMatch(new RegExp(`Denied \\|[ |]*${denied} \\|`));
  expect([ok, planned]).toEqual([calls.ok, calls.planned]);
  expect(planned).toBe(report.calls.length);
  expect(page).toMatch(new RegExp(`Planned \\|[ |]*${planned} \\|`));
  expect(page).toMatch(new RegExp(`Answered \\|[ |]*${ok} \\|`));
  const [regions] = read(/(\d+) regions, as /);
  expect(regions).toBe(report.scan.regions.length);
  for (const region of report.scan.regions) expect(page).toContain(region);
  const told = [...read(/(\d+) regions skipped, /), ...read(/(\d+) region skipped, /)];
  expect(told[0]).toBeGreaterThan(1);
  expect(told.reduce((sum, each) => sum + each, 0)).toBe(report.scan.skippedRegions.length);
});

it('F21 the requests that were sent, by service', () => {
  const { requests } = summaryOf(reader, null, []);
  const services = Object.entries(requests).toSorted(([, one], [, other]) => other - one);
  const named = services.slice(0, 6);
  const [sent, ...numbers] = read(
    new RegExp(
      `Requests sent: (\\d+)\\. By service: ${named.map(([service]) => `${service} (\\d+)`).join(', ')} and (\\d+) more services;`,
    ),
  );
  expect(sent).toBe(report.calls.reduce((sum, { attempts }) => sum + attempts, 0));
  expect(numbers).toEqual([...named.map(([, number]) => number), services.length - named.length]);
});

it('F21 the calls that each gap lost, and the checks that it touches', () => {
  const { gaps, calls } = report.coverage;
  for (const gap of gaps) {
    const [count, touched] = read(
      /(?:every call|\w+:\w+) in .*: denied \((\d+) calls\); touches (\d+) checks?\n/,
    );
    expect([count, touched]).toEqual([gap.count, gap.checks.length]);
    expect(page).toMatch(
      new RegExp(`${gap.regions.join(', ')} \\|[ |]*${count} \\|.*?${touched} checks? \\|`),
    );
  }
  expect(gaps.length).toBeGreaterThan(1);
  const lost = calls.denied + calls.throttled + calls.failed + calls.skipped;
  expect(gaps.reduce((sum, gap) => sum + gap.count, 0)).toBe(lost);
});

/** What the paper within the page has of one severity. */
function failuresOnPaper(severity: string): string {
  const [, failing = ''] = page.slice(page.indexOf(' 6. Failures |')).split(`| ${severity}: `);
  const [own = ''] = failing.split(/\| (?:critical|high|medium|low|informational): /);
  return own;
}

it('F21 the failures of each severity, and of each check by their own severities', () => {
  const [, line = ''] = /Failures, each with what should hold\n +(.*)\n/.exec(terminal) ?? [];
  const totals = new Map(
    [...line.matchAll(/(\d+) (\w+)/g)].map(([, count, severity = '']) => [severity, Number(count)]),
  );
  terminal = terminal.replace(line, '');
  for (const severity of severities) {
    const count = failures((each) => each.severity === severity);
    expect(totals.get(severity) ?? 0, severity).toBe(count);
    expect(report.summary.bySeverity[severity]).toBe(count);
    expect(page).toMatch(new RegExp(`\\| ${severity} \\|[ |]*${count} \\|`));
  }

  const sums = new Map<string, number>();
  const add = (severity: string, count: number) =>
    sums.set(severity, (sums.get(severity) ?? 0) + count);
  const row = /^ {2}(critical|high|medium|low|info) +(\d+) {2}(\S+)(?: and (.*))?\n.*\n/m;
  const told = new Set<string>();
  for (let found = row.exec(terminal); found; found = row.exec(terminal)) {
    const [whole, label = '', gravest = '', check = '', others = ''] = found;
    told.add(check);
    terminal = terminal.replace(whole, '');
    const first = `${gravest} ${label === 'info' ? 'informational' : label}`;
    const parts = [first, ...(others === '' ? [] : others.split(', '))];
    for (const part of parts) {
      const [count = '', severity = ''] = part.split(' ');
      add(severity, Number(count));
      expect(Number(count), `${check}, ${severity}`).toBe(
        failures((each) => each.check === check && each.severity === severity),
      );
      const judged = report.findings.filter((each) => each.check === check).length;
      expect(failuresOnPaper(severity)).toContain(`${check}, ${count} of ${judged} |`);
    }
  }
  const [, more = '', rest = ''] =
    /and (\d+) more checks, in the report: (.*)\n/.exec(terminal) ?? [];
  terminal = terminal.replace(/and \d+ more checks, in the report: .*\n/, '');
  for (const [, count, severity = ''] of rest.matchAll(/(\d+) (\w+)/g))
    add(severity, Number(count));
  const failing = new Set(
    report.findings.filter(({ outcome }) => outcome === 'fail').map(({ check }) => check),
  );
  expect(told.size + Number(more)).toBe(failing.size);
  expect(sums, 'the rows add up to the totals').toEqual(totals);
});

it('F21 the responsibilities', () => {
  const used = report.responsibilities.filter(
    ({ inUse }) => inUse === 'yes' || inUse === 'unknown',
  );
  const having = (status: string) => used.filter((each) => each.status === status).length;
  const unseen = report.otherServices.filter(({ inUse }) => inUse === 'not-looked-for');
  const told = read(
    /(\d+) lines over (\d+) services that are, or may be, in use: (\d+) are AWS's and out of scope, (\d+) assessed, (\d+) assessed in part, (\d+) with nothing to assess, (\d+) left to a person, (\d+) not assessed, (\d+) unknown\..* To attest: (\d+) questions\. Not looked for: (\d+) services/,
  );
  const services = (lines: Report['responsibilities']) =>
    new Set(lines.map((each) => each.service)).size;
  expect(told).toEqual([
    used.length,
    services(used),
    having('out-of-scope'),
    having('assessed'),
    having('partly-assessed'),
    having('nothing-to-assess'),
    having('attestation'),
    having('not-assessed'),
    having('unknown'),
    used.filter(({ attestation }) => attestation !== undefined).length,
    unseen.length,
  ]);
  const [lines, inUse, ...states] = told.slice(0, 9);
  expect(page).toContain(`${inUse} services of the`);
  expect(page).toMatch(
    new RegExp(
      `They have ${lines} responsibility lines: ${states[0]} are AWS’s and out of scope, ${states[1]} are assessed, ${states[2]} in part, ${states[3]} have nothing to assess, ${states[4]} are to be attested by a person, ${states[5]} are not assessed, and ${states[6]} are unknown`,
    ),
  );
});

it('F21 there is no other number on the terminal', () => {
  const { account, startedAt } = report.scan;
  const rest = terminal
    .replace(account.id, '')
    .replace(report.tool.version, '')
    .replace(startedAt.slice(0, 16).replace('T', ' '), '')
    .replaceAll(/arn:aws:sts::\d+:[\w/-]+/g, '')
    .replaceAll(/\b[a-z]{2}(?:-[a-z]+)+-\d\b/g, '');
  expect(rest).not.toMatch(/(?<![\w-])\d+(?![\w-])/);
});
