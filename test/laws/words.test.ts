/** F54: one word for one thing, on the terminal, in HTML and in the documents (src/text/glossary.ts). */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { html } from '../../reports/html/html.ts';
import { outcomeMeanings } from '../../reports/html/terms.ts';
import { verdictSentence } from '../../reports/html/verdict.ts';
import { summaryText } from '../../reports/terminal.ts';
import { createProgram } from '../../src/commands/program.ts';
import { glossary } from '../../src/text/glossary.ts';
import { readerOf } from '../support/report-document.ts';
import { htmlText } from '../support/html-text.ts';
import { sampleReport } from '../support/sample-report.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Words that would be a second name for what has one. */
const second: readonly (readonly [RegExp, string])[] = [
  [/\bdut(y|ies)\b/i, 'responsibility line, or responsibility'],
  [/\brows? of the matrix\b/i, 'line of the matrix'],
  [/\bcustomer[’']s (\d[\d,]* )?controls\b/i, 'findings'],
  [/\b(misconfigurations?|issues found)\b/i, 'failures'],
  [/\b(checkpoints?|rulesets?|benchmarks checks)\b/i, 'checks'],
  [/\ba person[’']s word\b/i, 'to be attested'],
];

const report = sampleReport();
const texts = new Map<string, string>();
beforeAll(async () => {
  let page = '';
  for await (const piece of html.render(readerOf(report))) page += piece;
  texts.set('HTML', htmlText(page));
  texts.set('terminal', summaryText(readerOf(report), { width: 100, colour: false, paths: [] }));
  const program = createProgram(() => undefined);
  const help = [program, ...program.commands].map((command) => command.helpInformation());
  texts.set('help', help.join('\n'));
  const pages = readdirSync(join(root, 'docs')).filter((file) => file.endsWith('.md'));
  for (const path of ['README.md', 'CONTRIBUTING.md', ...pages.map((file) => `docs/${file}`)]) {
    texts.set(path, readFileSync(join(root, path), 'utf8'));
  }
});

describe('F54: one word for one thing', () => {
  it('no text has a second name for what has one', () => {
    const found = [...texts].flatMap(([where, text]) =>
      second.flatMap(([pattern, word]) => {
        const [match] = pattern.exec(text) ?? [];
        return match === undefined ? [] : [`${where}: "${match}"; the word is: ${word}`];
      }),
    );
    expect(found).toEqual([]);
  });

  it('terminal and HTML count the same thing by the same name', () => {
    const { passed, of } = report.summary.score;
    expect(texts.get('terminal')).toContain(`${passed} of ${of} of the customer's findings pass`);
    expect(verdictSentence(report)).toContain(`of the customer’s ${of} findings fail`);
  });

  it('the glossary stands in the HTML report and in docs/glossary.md', () => {
    const page = (texts.get('HTML') ?? '').replaceAll(/\s+/g, ' ');
    const document = (texts.get('docs/glossary.md') ?? '').replaceAll(/\s+/g, ' ');
    const meanings = [...glossary.map((each) => each.meaning), ...Object.values(outcomeMeanings)];
    for (const meaning of meanings) {
      expect(page).toContain(meaning);
      expect(document).toContain(meaning);
    }
  });
});
