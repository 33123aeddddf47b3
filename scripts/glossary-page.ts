/** docs/glossary.md: the words of src/text/glossary.ts, and those of the outcomes. */
import { outcomeMeanings } from '../reports/html/terms.ts';
import { outcomeWords } from '../reports/html/words.ts';
import { outcomes } from '../src/report/model.ts';
import { glossary } from '../src/text/glossary.ts';

export function glossaryPage(): string {
  return `# Glossary

One word for one thing: on the terminal, in the reports and in these pages.

${tableOf(
  ['word', 'means'],
  glossary.map(({ word, meaning }) => [word, meaning]),
)}

The outcomes of a finding:

${tableOf(
  ['outcome', 'in JSON', 'means'],
  outcomes.map((outcome) => [
    outcomeWords[outcome].word,
    `\`${outcome}\``,
    outcomeMeanings[outcome],
  ]),
)}
`;
}

function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map(tableLine).join('\n');
}

function tableLine(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
