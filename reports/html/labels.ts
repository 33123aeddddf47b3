import type { Outcome, ResponsibilityLine, Severity } from '../../src/report/model.ts';
import { html, type Markup } from './markup.ts';
import { dutyWords, outcomeWords, statusWords } from './words.ts';

/** The sign and the word of an outcome. */
export function outcomeLabel(outcome: Outcome): Markup {
  const { word, sign } = outcomeWords[outcome];
  return html`<span class="outcome ${outcome}"
    ><span aria-hidden="true">${sign}</span> ${word}</span
  >`;
}

export function severityLabel(severity: Severity): Markup {
  return html`<span class="severity ${severity}">${severity}</span>`;
}

/** "AWS: out of scope", "Shared: assessed in part". */
export function dutyLabel({ owner, status }: ResponsibilityLine): string {
  return `${dutyWords[owner]}: ${statusWords[status]}`;
}
