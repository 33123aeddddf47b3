/** Text to be pasted elsewhere, with a button that copies it as it is, characters that cannot be seen included. */
import { el } from './dom.ts';

export function copyable(title: string, text: string): HTMLElement {
  const button = el(
    'button',
    { type: 'button', class: 'copy', 'aria-label': `Copy: ${title}` },
    'Copy',
  );
  const said = el('span', { role: 'status', class: 'note' });
  button.addEventListener('click', () => {
    navigator.clipboard.writeText(text).then(
      () => said.replaceChildren('Copied.'),
      () => said.replaceChildren('The browser does not allow it; mark the text and copy it.'),
    );
  });
  // Line feeds are the one thing that is laid out here and made visible everywhere else.
  const lines = text
    .split('\n')
    .flatMap((line, index) => [...(index === 0 ? [] : [lineFeed()]), line]);
  return el(
    'div',
    { class: 'copyable' },
    el('p', { class: 'copy-bar' }, el('strong', {}, title), ' ', button, ' ', said),
    el('pre', { tabindex: 0, role: 'region', 'aria-label': title }, el('code', {}, ...lines)),
  );
}

/** Gives a button to the texts of the page that are to be pasted elsewhere. */
export function makeCopyable(): void {
  for (const text of document.querySelectorAll('pre[data-copy]')) {
    text.replaceWith(copyable(text.getAttribute('data-copy') ?? '', text.textContent ?? ''));
  }
}

function lineFeed(): Text {
  return document.createTextNode('\n');
}
