/** The responsibility lines of one service in full: both parts, the assurance, the source, and what a person must answer. */
import type { ResponsibilityLine } from '../../src/report/model.ts';
import { dutyLabel } from './labels.ts';
import { html, join, type Markup, nothing } from './markup.ts';
import type { ServiceLines } from './services.ts';
import { table } from './table.ts';
import { dutyWords, plural, tally } from './words.ts';

export function serviceDetails({ id, name, inUse, lines }: ServiceLines): Markup {
  const fails = lines.reduce((sum, line) => sum + (line.counts.fail ?? 0), 0);
  const unread = lines.reduce((sum, line) => sum + (line.counts.unknown ?? 0), 0);
  const owners = (['aws', 'shared', 'customer'] as const)
    .map((owner) => `${dutyWords[owner]} ${lines.filter((line) => line.owner === owner).length}`)
    .join(', ');
  return html`<details class="service" id="s-${id}">
    <summary>
      <strong>${name}</strong> <span>${owners}</span>${
        fails > 0 ? html` <span class="failing">${plural(fails, 'failure')}</span>` : nothing
      }${unread > 0 ? html` <span>${unread} unknown</span>` : nothing}${
        inUse === 'unknown' ? html` <span>use could not be read</span>` : nothing
      }
    </summary>
    ${table({
      caption: `Responsibility lines of ${name}`,
      columns: [
        { name: 'Layer and status' },
        { name: 'Customer’s part', kind: 'wide' },
        { name: 'AWS’s part', kind: 'wide' },
        { name: 'Assurance and source', kind: 'wide' },
      ],
      rows: lines.map((line) => ({ id: `r-${line.id}`, cells: cells(line) })),
    })}
  </details> `;
}

function cells(line: ResponsibilityLine): readonly Markup[] {
  return [
    html`${line.layerName}<span class="duty ${line.owner}">${dutyLabel(line)}</span
      >${countsOf(line)}`,
    html`${part(line.customerPart)}${attestation(line)}${checksOf(line)}`,
    part(line.awsPart),
    html`${part(line.assurance)}
      <p class="source">Source: ${line.source}</p>`,
  ];
}

function part(text: string): Markup {
  return html`<p>${text}</p>`;
}

function countsOf(line: ResponsibilityLine): Markup {
  const text = tally(line.counts);
  return html`<span class="note">${text === '' ? nothing : html`${text}. `}${line.note}</span>`;
}

function attestation({ attestation: question }: ResponsibilityLine): Markup {
  if (question === undefined) return nothing;
  return html`<p class="question"><strong>To be attested:</strong> ${question}</p>`;
}

function checksOf({ checks }: ResponsibilityLine): Markup {
  if (checks.length === 0) return nothing;
  return html`<p class="source">
    Checks:
    ${join(
      checks.map((check) => html`<code>${check}</code>`),
      ', ',
    )}
  </p>`;
}
