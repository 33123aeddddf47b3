/**
 * The parts of the page, one at a time, as the address names them: `#findings?outcome=fail`, `#finding-<id>`, `#gaps`, or
 * the id of anything within a part. Without this script, and on paper, all parts stand one below the other.
 */
import { el, find } from './dom.ts';

export interface Address {
  /** What stands before the question mark. */
  readonly name: string;
  readonly params: URLSearchParams;
}

export function addressOf(hash: string): Address {
  const [name = '', query = ''] = hash.replace(/^#/, '').split('?');
  return { name: decoded(name), params: new URLSearchParams(query) };
}

/** An address that somebody mended by hand may be no address. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

export interface Views {
  /** Shows a part, or the part that holds the element of that id; the first part where there is none. */
  show(name: string): void;
}

/** @param reveal makes an element that is not built yet, or folded away, ready to be shown */
export function createViews(reveal: (id: string) => void): Views {
  const views = [...document.querySelectorAll('main > .view')];
  const links = [...document.querySelectorAll('nav a')];
  let current: Element | undefined;
  // The address keeps the part that is shown.
  document.querySelector('body > .skip')?.addEventListener('click', (event) => {
    event.preventDefault();
    find('main').focus();
  });

  const show = (name: string) => {
    reveal(name);
    const target = document.getElementById(name);
    const view = target?.closest('.view') ?? views[0];
    if (view === undefined) return;
    document.documentElement.classList.remove('elsewhere');
    for (const each of views) each.classList.toggle('shown', each === view);
    for (const link of links) {
      const isCurrent = link.getAttribute('href') === `#${view.id}`;
      if (isCurrent) {
        link.setAttribute('aria-current', 'page');
        // On a narrow screen the links are wider than it.
        link.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      } else link.removeAttribute('aria-current');
    }
    const isNew = current !== undefined && current !== view;
    current = view;
    if (target !== null && target !== view) {
      const details = target.closest('details');
      if (details) details.open = true;
      target.scrollIntoView();
      if (target instanceof HTMLElement) target.focus({ preventScroll: true });
      return;
    }
    // Above the part stand the account and the moment, which the browser would scroll past.
    window.scrollTo(0, 0);
    if (!isNew) return;
    const heading = view.querySelector('h2');
    heading?.setAttribute('tabindex', '-1');
    heading?.focus({ preventScroll: true });
  };
  return { show };
}

/** Says what the page waits for, or why it cannot. */
export function notice(text: string, isAlarm = false): HTMLElement {
  return isAlarm
    ? el('p', { class: 'alarm', role: 'alert' }, text)
    : el('p', { role: 'status' }, text);
}
