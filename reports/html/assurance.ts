/**
 * What shows that AWS does its part, on paper: a handful of long texts serve nearly all lines, so each is printed once as a
 * numbered note. On the screen the whole text stands in its line, which is opened by itself.
 */
import type { ResponsibilityLine } from '../../src/report/model.ts';
import { html, type Markup, nothing } from './markup.ts';

/** The texts by their numbers, from 1. */
export type Notes = ReadonlyMap<string, number>;

/** A text of a line or less is said in its place, in as many words as a reference would take. */
const shortText = 80;

export function notesOf(lines: readonly ResponsibilityLine[]): Notes {
  const texts = lines.map(({ assurance }) => assurance).filter((text) => text.length > shortText);
  return new Map([...new Set(texts)].map((text, index) => [text, index + 1]));
}

export function assuranceOf({ assurance }: ResponsibilityLine, notes: Notes): Markup {
  if (!notes.has(assurance)) return html`<p>${assurance}</p>`;
  return html`<p class="screen-only">${assurance}</p>
    <p class="paper-only">${reference(assurance, notes)}</p>`;
}

function reference(assurance: string, notes: Notes): string {
  const number = notes.get(assurance);
  return number === undefined ? assurance : `Assurance note ${number}.`;
}

/** The lines of a service that are AWS's alone, a line of paper each; the table of the service has them on the screen. */
export function linesOfAws(lines: readonly ResponsibilityLine[], notes: Notes): Markup {
  const alone = lines.filter(({ owner }) => owner === 'aws');
  if (alone.length === 0) return nothing;
  return html`<div class="paper-only aws-alone">
    <p><strong>AWS’s alone, out of scope:</strong></p>
    <ul>
      ${alone.map(
        (line) =>
          html`<li>
            <strong>${line.layerName}.</strong> ${line.awsPart} ${reference(line.assurance, notes)}
          </li> `,
      )}
    </ul>
  </div> `;
}

export function assuranceNotes(notes: Notes): Markup {
  if (notes.size === 0) return nothing;
  return html`<div class="paper-only">
    <h3>Assurance notes</h3>
    <p>
      To save paper, lines that are AWS’s alone stand above without their sources; report.html and
      report.json have them.
    </p>
    <ol>
      ${[...notes.keys()].map((text) => html`<li>${text}</li> `)}
    </ol>
  </div> `;
}
