/** What a reader narrows the list by. */
import { el } from '../../html/ui/dom.ts';
import type { Order } from './select.ts';

export interface Controls {
  readonly form: HTMLFormElement;
  read(): {
    readonly text: string;
    readonly standing: string;
    readonly status: string;
    readonly check: string;
    readonly order: Order;
  };
  sortBy(order: Order): void;
}

/** @param changed called when something else is wanted */
export function createControls(checks: readonly string[], changed: () => void): Controls {
  const text = el('input', {
    type: 'search',
    id: 'find',
    autocomplete: 'off',
    spellcheck: 'false',
  });
  const standing = choice('standing', [
    ['', 'all'],
    ['0', 'fails'],
    ['1', 'not all read'],
    ['2', 'good'],
  ]);
  const status = choice('status', [
    ['', 'all'],
    ['0', 'complete'],
    ['1', 'partial'],
  ]);
  const check = choice('check', [
    ['', 'any, or none'],
    ...checks.toSorted().map((id) => [id, id] as const),
  ]);
  let order: Order = 'worst';
  const form = el(
    'form',
    { class: 'filters' },
    labelled('Find by id or alias', text),
    labelled('Verdict', standing),
    labelled('Scan', status),
    labelled('Fails the check', check),
  );
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('input', changed);
  return {
    form,
    read: () => ({
      text: text.value,
      standing: standing.value,
      status: status.value,
      check: check.value,
      order,
    }),
    sortBy: (wanted) => {
      order = wanted;
    },
  };
}

function labelled(name: string, control: HTMLInputElement | HTMLSelectElement): HTMLElement {
  return el('div', {}, el('label', { for: control.id }, name), control);
}

function choice(id: string, options: readonly (readonly [string, string])[]): HTMLSelectElement {
  return el('select', { id }, ...options.map(([value, label]) => el('option', { value }, label)));
}
