/**
 * Questions that no API answers, with fields for the answer, the name and the date. What is typed stays in the page, goes
 * onto the paper, and can be copied as entries of an attestation file; it is sent and kept nowhere.
 */
import type { ResponsibilityLine } from '../../../src/report/model.ts';
import { copyable } from './copyable.ts';
import { el, find } from './dom.ts';
import type { Store } from './store.ts';

export interface Answer {
  readonly answer: string;
  readonly by: string;
  readonly on: string;
}

/** By the ids of the questions. */
export const answers = new Map<string, Answer>();

export function answerTo(id: string): Answer {
  return answers.get(id) ?? { answer: '', by: '', on: '' };
}

export function attestationFields({
  id,
  attestation = '',
  wanted = '',
}: ResponsibilityLine): HTMLElement {
  const given = answerTo(id);
  const answer = el('textarea', { id: `answer-${id}`, rows: 2 });
  const by = el('input', { id: `by-${id}`, autocomplete: 'name' });
  const on = el('input', { id: `on-${id}`, type: 'date' });
  answer.value = given.answer;
  by.value = given.by;
  on.value = given.on;
  for (const each of [answer, by, on]) {
    each.addEventListener('input', () => {
      answers.set(id, { answer: answer.value, by: by.value, on: on.value });
    });
  }
  return el(
    'fieldset',
    { class: 'question' },
    el('legend', {}, 'To be attested by a person'),
    el('p', {}, attestation),
    el('p', { class: 'source' }, `An auditor would want to see: ${wanted}`),
    el('div', { class: 'field wide' }, el('label', { for: answer.id }, 'Answer'), answer),
    el('div', { class: 'field' }, el('label', { for: by.id }, 'Name'), by),
    el('div', { class: 'field' }, el('label', { for: on.id }, 'Date'), on),
  );
}

/** What was answered so far, to be pasted into an attestation file. */
export function showAttestationFile({ start }: Store): void {
  const place = find('attestation-file');
  const button = el('button', { type: 'button' }, 'Write the answers as an attestation file');
  const written = el('div');
  button.addEventListener('click', () => {
    const entries = [...answers].flatMap(([question, { answer, by, on }]) =>
      answer.trim() === '' ? [] : [entryOf(question, start.scan.account.id, { answer, by, on })],
    );
    written.replaceChildren(
      entries.length === 0
        ? el(
            'p',
            { role: 'status' },
            'No question has an answer yet: unfold a service and answer one.',
          )
        : copyable('Entries of an attestation file (YAML)', entries.join('')),
    );
  });
  place.replaceChildren(button, written);
}

function entryOf(question: string, account: string, { answer, by, on }: Answer): string {
  const year = on === '' ? '' : `${Number(on.slice(0, 4)) + 1}${on.slice(4)}`;
  const members = { question, account, answer, by, on, until: year };
  const lines = Object.entries(members).map(
    ([name, value], index) => `${index === 0 ? '- ' : '  '}${name}: ${JSON.stringify(value)}\n`,
  );
  return `${lines.join('')}  evidence: []\n`;
}
