/**
 * A list that holds any number of rows and draws those in sight. It is one stop of the tab key; the arrow keys, Page
 * Up, Page Down, Home and End walk through its rows, and Enter opens one, or folds a group.
 */
import { at, type Child, el } from './dom.ts';

/** One row of the list. */
export interface Row {
  readonly cells: readonly (readonly Child[])[];
  /** Of the heading of a group: whether its rows are shown. */
  readonly isOpen?: boolean;
  /** The row stands within a group. */
  readonly isMember?: boolean;
  readonly kind?: string;
}

interface GridOptions {
  readonly label: string;
  readonly columns: readonly string[];
  /** The place of the cell whose content stands inside the row's button; the first where it is not said. */
  readonly main?: number;
  row(item: number): Row;
  open(item: number, position: number): void;
}

export interface Grid {
  readonly element: HTMLElement;
  /** @param keep whether the place where the reader is stays */
  show(items: ArrayLike<number>, keep?: boolean): void;
  /** Brings the row at a position into sight, and the focus to it. */
  goTo(position: number): void;
}

/** Browsers draw nothing beyond some 17 million pixels; a longer list is scrolled at a scale. */
const longest = 8_000_000;
/** Rows that are drawn above and below those in sight. */
const margin = 6;

export function createGrid({ label, columns, main = 0, row: rowOf, open }: GridOptions): Grid {
  const drawn = new Map<number, HTMLElement>();
  let items: ArrayLike<number> = [];
  let active = 0;

  const body = el('div', { role: 'rowgroup', class: 'grid-body' });
  const head = el(
    'div',
    { role: 'row', class: 'grid-row grid-head', 'aria-rowindex': 1 },
    ...columns.map((name) => el('span', { role: 'columnheader' }, name)),
  );
  const table = el(
    'div',
    { role: 'treegrid', 'aria-label': label, 'aria-colcount': columns.length },
    el('div', { role: 'rowgroup', class: 'grid-top' }, head),
    body,
  );
  const element = el('div', { class: 'grid' }, table);

  /** Row height in pixels; the style sheet sets it, so that it follows the size of the text and of the screen. */
  const rowHeight = () => {
    const style = getComputedStyle(element);
    const rems = Number.parseFloat(style.getPropertyValue('--row'));
    return rems * Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  };
  const room = () => Math.max(element.clientHeight - head.offsetHeight, rowHeight());
  const length = () => items.length * rowHeight();
  /** How many pixels of rows go by for one pixel of the scroll bar. */
  const scale = () => {
    const beyond = Math.min(length(), longest) - room();
    return beyond <= 0 ? 1 : Math.max((length() - room()) / beyond, 1);
  };

  const drawRow = (position: number) => {
    const { cells, isOpen, isMember, kind = '' } = rowOf(at(items, position));
    const button = el('button', { type: 'button', tabindex: -1 }, ...(cells[main] ?? []));
    button.addEventListener('click', () => {
      setActive(position);
      open(at(items, position), position);
    });
    const row = el(
      'div',
      {
        role: 'row',
        class: `grid-row ${kind}`,
        'aria-rowindex': position + 2,
        'aria-level': isMember ? 2 : 1,
        ...(isOpen === undefined ? {} : { 'aria-expanded': String(isOpen) }),
      },
      ...cells.map((cell, index) =>
        el('span', { role: 'gridcell' }, ...(index === main ? [button] : cell)),
      ),
    );
    row.addEventListener('click', (event) => {
      if (event.target instanceof Element && !event.target.closest('button')) button.click();
    });
    drawn.set(position, row);
    // In the order of the list: what reads the page aloud follows the document.
    const after = [...drawn.keys()].filter((each) => each > position);
    const next = after.length === 0 ? null : (drawn.get(Math.min(...after)) ?? null);
    body.insertBefore(row, next);
    return row;
  };

  const draw = () => {
    const height = rowHeight();
    // Asked for once: after a row was added the browser would have to lay out the list to tell.
    const { scrollTop } = element;
    const top = scrollTop * scale();
    const first = Math.max(Math.floor(top / height) - margin, 0);
    const last = Math.min(Math.ceil((top + room()) / height) + margin, items.length) - 1;
    for (const [position, row] of drawn) {
      if (position >= first && position <= last) continue;
      if (row.contains(document.activeElement)) continue;
      row.remove();
      drawn.delete(position);
    }
    for (let position = first; position <= last; position += 1) {
      const row = drawn.get(position) ?? drawRow(position);
      row.style.top = `${position * height - top + scrollTop}px`;
      row.style.height = `${height}px`;
    }
    const stop = drawn.has(active) ? active : Math.min(first + margin, last);
    for (const [position, row] of drawn) {
      row.querySelector('button')?.setAttribute('tabindex', position === stop ? '0' : '-1');
    }
  };

  const setActive = (position: number) => {
    active = Math.max(Math.min(position, items.length - 1), 0);
  };

  const moveTo = (position: number) => {
    setActive(position);
    const height = rowHeight();
    const top = element.scrollTop * scale();
    if (active * height < top) element.scrollTop = (active * height) / scale();
    const below = (active + 1) * height - room();
    if (below > top) element.scrollTop = Math.ceil(below / scale());
    draw();
    drawn.get(active)?.querySelector('button')?.focus({ preventScroll: true });
  };

  table.addEventListener('keydown', (event) => {
    if (items.length === 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    const { isOpen } = rowOf(at(items, active));
    if (isOpen === (event.key === 'ArrowRight' ? false : event.key === 'ArrowLeft' ? true : null)) {
      event.preventDefault();
      open(at(items, active), active);
      return;
    }
    const page = Math.max(Math.floor(room() / rowHeight()) - 1, 1);
    const targets: Readonly<Record<string, number>> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: items.length - 1,
    };
    const target = targets[event.key];
    if (target === undefined) return;
    event.preventDefault();
    moveTo(target);
  });
  table.addEventListener('focusin', (event) => {
    for (const [position, row] of drawn) {
      if (event.target instanceof Node && row.contains(event.target)) setActive(position);
    }
  });

  const layOut = () => {
    // A view that is not shown has no size to draw for; it is laid out when it comes into sight.
    if (element.clientHeight === 0 && !element.hidden && element.offsetParent === null) return;
    body.style.height = `${Math.min(length(), longest)}px`;
    draw();
  };
  let asked = false;
  element.addEventListener('scroll', () => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      draw();
    });
  });
  new ResizeObserver(layOut).observe(element);

  return {
    element,
    goTo: moveTo,
    show: (shown, keep = false) => {
      const hadFocus = body.contains(document.activeElement);
      items = shown;
      for (const row of drawn.values()) row.remove();
      drawn.clear();
      table.setAttribute('aria-rowcount', String(items.length + 1));
      element.hidden = items.length === 0;
      if (!keep) {
        active = 0;
        element.scrollTop = 0;
      }
      layOut();
      if (keep && hadFocus) moveTo(active);
    },
  };
}
