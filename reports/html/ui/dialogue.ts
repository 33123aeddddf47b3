/** One finding or one call in full, over the page. The browser keeps the focus inside and gives it back. */
import { type Child, el } from './dom.ts';

export interface Dialogue {
  /** @param step shows the neighbour in the list, if there is one */
  open(title: readonly Child[], content: readonly Node[], step: Step): void;
}

/** Undefined where the list ends. */
export interface Step {
  readonly previous: (() => void) | undefined;
  readonly next: (() => void) | undefined;
}

export function createDialogue(): Dialogue {
  const title = el('h2', { id: 'dialogue-title', tabindex: -1 });
  const content = el('div', { class: 'dialogue-content' });
  const previous = el('button', { type: 'button' }, 'Previous');
  const next = el('button', { type: 'button' }, 'Next');
  const close = el('button', { type: 'button' }, 'Close');
  const bar = el('div', { class: 'dialogue-bar' }, previous, next, close);
  const dialog = el('dialog', { 'aria-labelledby': 'dialogue-title' }, bar, title, content);
  let step: Step = { previous: undefined, next: undefined };
  previous.addEventListener('click', () => step.previous?.());
  next.addEventListener('click', () => step.next?.());
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  document.body.append(dialog);

  return {
    open: (heading, nodes, neighbours) => {
      step = neighbours;
      previous.disabled = neighbours.previous === undefined;
      next.disabled = neighbours.next === undefined;
      title.replaceChildren(...heading);
      content.replaceChildren(...nodes);
      if (!dialog.open) dialog.showModal();
      dialog.scrollTop = 0;
      title.focus();
    },
  };
}
