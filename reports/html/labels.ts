import type { Outcome, Severity } from '../../src/report.ts';
import { html, type Markup } from './markup.ts';
import { outcomeWords } from './words.ts';

/** The sign and the word of an outcome. */
export function outcomeLabel(outcome: Outcome): Markup {
  const { word, sign } = outcomeWords[outcome];
  return html`<span class="outcome ${outcome}"><span aria-hidden="true">${sign}</span> ${word}</span>`;
}

export function severityLabel(severity: Severity): Markup {
  return html`<span class="severity ${severity}">${severity}</span>`;
}
