/** Builds the page from elements and text; nothing here turns text into HTML. */
import { printable } from '../../../src/text/printable.ts';

export { at } from './at.ts';

export type Child = Node | string;

type Attributes = Readonly<Record<string, string | number>>;

export function el<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.append(
    ...children.map((child) => (typeof child === 'string' ? printable(child) : child)),
  );
  return element;
}

/** A value from the account, apart from the direction of the text around it. */
export function foreign(value: string): HTMLElement {
  return el('bdi', {}, value);
}

/** A link to a page of the web, or bare text where the address is none. */
export function outward(address: string): Child {
  if (!address.startsWith('https://')) return address;
  return el('a', { href: address, rel: 'noreferrer', target: '_blank' }, address);
}

export function find(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no #${id}`);
  return found;
}
