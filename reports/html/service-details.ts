/** The responsibility lines of one service in full: both parts, the assurance, the source, and what a person must answer. */
import type { InUse, PartRead, ResponsibilityLine } from '../../src/report/model.ts';
import { assuranceOf, linesOfAws, type Notes } from './assurance.ts';
import { dutyLabel } from './labels.ts';
import { html, join, type Markup, nothing, type Part } from './markup.ts';
import type { ServiceLines } from './services.ts';
import { table } from './table.ts';
import { dutyWords, plural, tally } from './words.ts';

export function serviceDetails({ id, name, inUse, lines }: ServiceLines, notes: Notes): Markup {
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
      rows: lines.map((line) => ({ id: `r-${line.id}`, cells: cells(line, notes) })),
    })}${linesOfAws(lines, notes)}
  </details> `;
}

function cells(line: ResponsibilityLine, notes: Notes): readonly Markup[] {
  return [
    html`${line.layerName}<span class="duty ${line.owner}">${dutyLabel(line)}</span
      >${countsOf(line)}`,
    html`${part(line.customerPart)}${kindsOf(line)}${readOf(line)}${attestation(line)}`,
    part(line.awsPart),
    html`${assuranceOf(line, notes)}
      <p class="source">Source: ${sources(line.source)}</p>`,
  ];
}

function part(text: string): Markup {
  return html`<p>${text}</p>`;
}

function countsOf(line: ResponsibilityLine): Markup {
  const text = tally(line.counts);
  return html`<span class="note">${text === '' ? nothing : html`${text}. `}${line.note}</span>`;
}

function attestation({ attestation: question, wanted }: ResponsibilityLine): Markup {
  if (question === undefined) return nothing;
  return html`<p class="question">
    <strong>To be attested:</strong> ${question}
    <em>An auditor would want to see:</em> ${wanted ?? ''}
  </p>`;
}

const stateWords: Readonly<Record<PartRead['state'], string>> = {
  read: 'read',
  nothing: 'nothing there to judge',
  unknown: 'not known in full',
  'not-asked': 'not asked for in full',
};

/** Where nothing of the line is unread, what is open is what its checks leave to a person. */
function stateOf(state: PartRead['state'], counts: ResponsibilityLine['counts']): string {
  const { unknown = 0, manual = 0 } = counts;
  if (state !== 'unknown' || unknown > 0 || manual === 0) return stateWords[state];
  return manual === 1 ? 'one answer is left to a person' : 'answers are left to a person';
}

/** What checks read of the customer’s part, and what none reads. */
function readOf({ reads, unread, counts }: ResponsibilityLine): Markup {
  const parts = reads.map(
    ({ part: what, checks, state }) =>
      html`${what} (${stateOf(state, counts)}:
      ${join(
        checks.map((check) => html`<code>${check}</code>`),
        ', ',
      )})`,
  );
  return html`${
    parts.length === 0
      ? nothing
      : html`<p class="source"><strong>Read is:</strong> ${join(parts, '; ')}.</p>`
  }${
    unread.length === 0
      ? nothing
      : html`<p class="source"><strong>No check reads:</strong> ${join([...unread], '; ')}.</p>`
  }`;
}

const useWords: Readonly<Record<InUse, string>> = {
  yes: 'in use',
  no: 'not in use',
  unknown: 'use could not be read',
  'not-looked-for': 'not looked for',
};

function kindsOf({ kinds }: ResponsibilityLine): Markup {
  if (kinds === undefined) return nothing;
  const each = kinds.map(
    ({ name, owner, inUse }) => html`${name} (${useWords[inUse]}): ${dutyWords[owner]}`,
  );
  return html`<p class="source"><strong>By kind:</strong> ${join(each, '; ')}.</p>`;
}

/** Each source as a link. */
function sources(source: string): readonly Part[] {
  const links = source.split('; ').map((each) => {
    const [, title, address] = /^(.*) <(https:.*)>$/.exec(each) ?? [];
    if (title === undefined || address === undefined) return html`${each}`;
    return html`<a href="${address}" rel="noreferrer" target="_blank">${title}</a>`;
  });
  return join(links, '; ');
}
