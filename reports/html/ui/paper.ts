/** The form above a print: who signs, and which annexes. The short version itself stands in the page (../paper). */
import { type Answer, answers } from './attestations.ts';
import { partsOf, whole } from '../paper/whole-words.ts';
import { annexes } from './annexes.ts';
import { el, find } from './dom.ts';
import type { WholeStore } from './store.ts';

const signed = [
  ['sign-prepared', 'Prepared by'],
  ['sign-reviewed', 'Reviewed by'],
  ['sign-period', 'Period'],
  ['sign-purpose', 'Purpose'],
] as const;

export function showPrintForm(store: WholeStore): void {
  const fields = signed.map(([id, name]) => {
    const input = el('input', { id: `type-${id}`, autocomplete: 'off' });
    input.addEventListener('input', () => {
      find(id).textContent = input.value;
    });
    return el('div', { class: 'field' }, el('label', { for: input.id }, name), input);
  });
  const choices = annexes.map((annex) => {
    const box = el('input', { type: 'checkbox', id: `annex-${annex.id}` });
    const label = el('label', { for: box.id }, annex.choice(store));
    return { annex, box, element: el('div', { class: 'choice' }, box, label) };
  });
  const form = find('print-form');
  form.replaceChildren(
    el(
      'p',
      {},
      'What you write here stands in the sign-off, and is kept nowhere. Empty lines leave room to sign by hand.',
    ),
    el('div', { class: 'filter-fields' }, ...fields),
    el('fieldset', {}, el('legend', {}, 'Annexes'), ...choices.map(({ element }) => element)),
    el('button', { type: 'submit' }, 'Print, or save as PDF'),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    window.print();
  });

  const place = find('paper-annexes');
  const contents = find('paper-contents');
  const short = [...contents.childNodes];
  window.addEventListener('beforeprint', () => keepWordsWhole(find('paper')), { once: true });
  window.addEventListener('beforeprint', () => {
    const chosen = choices.filter(({ box }) => box.checked).map(({ annex }) => annex);
    const titled = chosen.map((annex, index) => ({
      annex,
      title: `Annex ${String.fromCharCode(65 + index)}. ${annex.title}`,
    }));
    contents.replaceChildren(
      ...short,
      ...titled.map(({ annex, title }) =>
        el('li', { class: 'annex' }, el('a', { href: `#paper-${annex.id}` }, title)),
      ),
    );
    place.replaceChildren(
      ...titled.map(({ annex, title }) =>
        el(
          'section',
          { id: `paper-${annex.id}`, class: 'annex' },
          el('h2', {}, title),
          ...annex.body(store),
        ),
      ),
    );
    find('paper-answers').replaceChildren(...typedAnswers());
    keepWordsWhole(place);
    keepWordsWhole(find('paper-answers'));
  });
  window.addEventListener('afterprint', () => {
    contents.replaceChildren(...short);
    place.replaceChildren();
    find('paper-answers').replaceChildren();
  });
}

function keepWordsWhole(element: HTMLElement): void {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) {
    if (walker.currentNode instanceof Text) texts.push(walker.currentNode);
  }
  for (const text of texts) {
    const parts = partsOf(text.data);
    if (!parts.some(({ isWhole }) => isWhole)) continue;
    text.replaceWith(...parts.map(({ part, isWhole }) => (isWhole ? el(whole, {}, part) : part)));
  }
}

/** What was written into the page beside the questions. */
function typedAnswers(): readonly Node[] {
  const given = [...answers].filter(([, { answer }]) => answer.trim() !== '');
  if (given.length === 0) return [];
  return [
    el('h3', {}, 'Answers that were written into the page before it was printed'),
    el(
      'ul',
      {},
      ...given.map(([question, answer]) =>
        el('li', {}, el('strong', {}, question), `: ${answer.answer} (${signature(answer)})`),
      ),
    ),
  ];
}

function signature({ by, on, until, evidence }: Answer): string {
  const parts = [
    by === '' ? 'no name' : by,
    on === '' ? 'no date' : on,
    ...(until === '' ? [] : [`until ${until}`]),
    ...(evidence === '' ? [] : [`evidence: ${evidence}`]),
  ];
  return parts.join(', ');
}
