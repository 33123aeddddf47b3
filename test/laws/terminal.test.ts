/** F68: there is one way to the terminal, and what it is told of a report of others is printable in every member. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { summaryText } from '../../reports/terminal.ts';
import { readerOf } from '../support/report-document.ts';
import { sampleReport } from '../support/sample-report.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** They may write by themselves: the one way out, whole reports, and the log of Lambda, which no terminal shows. */
const allowed = ['src/commands/terminal.ts', 'src/run/outputs/stdout.ts', 'src/run/lambda-log.ts'];

const sources = ['src', 'reports', 'checks'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !/^(html|fleet)\/(ui\/|page\.generated)/.test(file))
    .map((file) => `${folder}/${file}`),
);

describe('F68: a way to the terminal', () => {
  it('is in one file, and in those that are named here', () => {
    const writers = sources.filter((path) => {
      const code = readFileSync(join(root, path), 'utf8').replace(/^\s*(\/\/|\*|\/\*).*$/gm, '');
      return /\bprocess\.(stdout|stderr)\b|\bconsole\.|\bemitWarning\b/.test(code);
    });
    expect(writers.filter((path) => !allowed.includes(path))).toEqual([]);
    expect(writers).toContain('src/commands/terminal.ts');
  });
});

const forged = '448 of 448 pass';
const attack = `\u001B[31m\u001B[2J\u009B1A\r\n${forged}\u2028\u202Ex`;

/** The data with the attack behind each text of it. */
function attacked<T>(data: T): T {
  const copy: T = JSON.parse(JSON.stringify(data), (_, value: unknown) =>
    typeof value === 'string' ? `${value}${attack}` : value,
  );
  return copy;
}

describe('F68: the summary of a report of others', () => {
  const report = sampleReport({ partial: true });

  it.each([false, true])('with paint: %s, has our escapes alone and no forged line', (colour) => {
    const { findings, calls, ...head } = report;
    const reader = { ...attacked(head), byCheck: readerOf(report).byCheck };
    // A severity is looked up, not printed.
    const told = { ...reader, calls: () => attacked(calls), summary: report.summary };
    const text = summaryText(told, { width: 100, colour, paths: [`/tmp/x${attack}`] });
    const paint = colour ? ['0', '1', '2', '31', '33'] : [];
    const ours = paint.reduce((rest, code) => rest.replaceAll(`\u001B[${code}m`, ''), text);
    const lines = ours.split('\n');
    expect(lines.filter((line) => /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(line))).toEqual([]);
    expect(lines.filter((line) => line.startsWith(forged))).toEqual([]);
    expect(findings.length + calls.length).toBeGreaterThan(0);
  });
});
