/**
 * Questions that no API answers, with fields for the answer, the name and the dates. What is typed stays in the page, goes
 * onto the paper, and can be copied as an attestation file; it is sent and kept nowhere.
 */
import type { ResponsibilityLine } from '../../../src/report/model.ts';
import { copyable } from './copyable.ts';
import { el, find } from './dom.ts';
import type { Store } from './store.ts';
import { yamlEntry } from './yaml.ts';

/** Days are written as 2027-01-31; what was not filled in is empty. */
export interface Answer {
  readonly answer: string;
  readonly by: string;
  readonly on: string;
  readonly until: string;
  readonly evidence: string;
}

/** By the ids of the questions. */
export const answers = new Map<string, Answer>();

function answerTo(id: string): Answer {
  return answers.get(id) ?? { answer: '', by: '', on: '', until: '', evidence: '' };
}

export function attestationFields({
  id,
  attestation = '',
  wanted = '',
}: ResponsibilityLine): HTMLElement {
  const given = answerTo(id);
  const fields = {
    answer: el('textarea', { id: `answer-${id}`, rows: 2 }),
    evidence: el('input', {
      id: `evidence-${id}`,
      placeholder: 'A document, a ticket, an address',
    }),
    by: el('input', { id: `by-${id}`, autocomplete: 'name' }),
    on: el('input', { id: `on-${id}`, type: 'date' }),
    until: el('input', { id: `until-${id}`, type: 'date' }),
  };
  fields.answer.value = given.answer;
  fields.evidence.value = given.evidence;
  fields.by.value = given.by;
  fields.on.value = given.on;
  fields.until.value = given.until;
  for (const each of Object.values(fields)) {
    each.addEventListener('input', () => {
      if (each === fields.on && fields.until.value === '') fields.until.value = yearOn(each.value);
      const { answer, evidence, by, on, until } = fields;
      answers.set(id, {
        answer: answer.value,
        evidence: evidence.value,
        by: by.value,
        on: on.value,
        until: until.value,
      });
    });
  }
  return el(
    'fieldset',
    { class: 'question' },
    el('legend', {}, 'To be attested by a person'),
    el('p', {}, attestation),
    ...(wanted === ''
      ? []
      : [el('p', { class: 'source' }, `An auditor would want to see: ${wanted}`)]),
    el(
      'div',
      { class: 'filter-fields' },
      field('Answer', fields.answer, 'wide'),
      field('What shows it', fields.evidence),
      field('Name and role', fields.by),
      field('Date', fields.on),
      field('Holds until', fields.until),
    ),
  );
}

function field(name: string, control: HTMLElement, kind = ''): HTMLElement {
  return el('div', { class: `field ${kind}` }, el('label', { for: control.id }, name), control);
}

/** The last day of a year that begins on a day. */
function yearOn(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  const until = new Date(Date.UTC(Number(year) + 1, Number(month) - 1, Number(date) - 1));
  return Number.isNaN(until.getTime()) ? '' : until.toISOString().slice(0, 10);
}

/** What was answered so far, as a file that `--attest` takes. */
export function showAttestationFile({ start }: Store): void {
  const button = el('button', { type: 'button' }, 'Write the answers as an attestation file');
  const written = el('div', { 'aria-live': 'polite' });
  button.addEventListener('click', () => {
    const given = [...answers].filter(([, { answer }]) => answer.trim() !== '');
    const missing = given.flatMap(([question, answer]) =>
      Object.values(answer).some((value) => value.trim() === '') ? [question] : [],
    );
    written.replaceChildren(
      ...(given.length === 0
        ? [
            el(
              'p',
              {},
              'No question has an answer yet: unfold a line that asks one, and answer it.',
            ),
          ]
        : [
            copyable('Attestation file (YAML), for --attest', fileOf(given, start.scan.account.id)),
          ]),
      ...(missing.length === 0
        ? []
        : [
            el(
              'p',
              {},
              `Not every field is filled in: ${missing.join(', ')}. The file is refused until it is.`,
            ),
          ]),
    );
  });
  find('attestation-file').replaceChildren(button, written);
}

function fileOf(given: readonly (readonly [string, Answer])[], account: string): string {
  const entries = given.map(([question, { answer, by, on, until, evidence }]) =>
    yamlEntry({ question, account, answer, by, on, until, evidence: [evidence] }),
  );
  return `attestations:\n${entries.join('')}`;
}
