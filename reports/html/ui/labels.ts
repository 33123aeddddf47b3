import type { Outcome, Severity } from '../../../src/report/model.ts';
import { outcomeWords } from '../words.ts';
import { el } from './dom.ts';

/** The sign and the word of an outcome. */
export function outcomeLabel(outcome: Outcome): HTMLElement {
  const { sign, word } = outcomeWords[outcome];
  const mark = el('span', { 'aria-hidden': 'true' }, sign);
  return el('span', { class: `outcome ${outcome}` }, mark, ` ${word}`);
}

export function severityLabel(severity: Severity): HTMLElement {
  return el('span', { class: `severity ${severity}` }, severity);
}
