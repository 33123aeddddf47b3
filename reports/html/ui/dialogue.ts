/** One finding or one call in full, over the page. The browser keeps the focus inside. */
import { type Child, el } from './dom.ts';

export interface Dialogue {
  open(shown: Shown): void;
  /** Closes it without a word to whoever opened it. */
  close(): void;
}

export interface Shown {
  readonly title: readonly Child[];
  readonly content: readonly Node[];
  /** Shows the neighbour in the list, if there is one. */
  readonly step: Step;
  /** The reader closed it; what is told now takes the focus. */
  closed(): void;
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
  let shown: Shown | undefined;
  previous.addEventListener('click', () => shown?.step.previous?.());
  next.addEventListener('click', () => shown?.step.next?.());
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  // By the button, by Escape, or by a click beside it.
  dialog.addEventListener('close', () => {
    const last = shown;
    shown = undefined;
    last?.closed();
  });
  document.body.append(dialog);

  return {
    open: (wanted) => {
      shown = wanted;
      previous.disabled = wanted.step.previous === undefined;
      next.disabled = wanted.step.next === undefined;
      title.replaceChildren(...wanted.title);
      content.replaceChildren(...wanted.content);
      if (!dialog.open) dialog.showModal();
      dialog.scrollTop = 0;
      title.focus();
    },
    close: () => {
      shown = undefined;
      if (dialog.open) dialog.close();
    },
  };
}
