/**
 * Who is responsible for what: the services in use by the layers. A table holds so many services as a sheet of paper
 * has room for; the services of one category stand together, for the split follows the category.
 */
import type { ReportHead, ResponsibilityLine } from '../../src/report/model.ts';
import { assurances } from './assurances.ts';
import { html, join, type Markup, nothing } from './markup.ts';
import { dutyLabel } from './labels.ts';
import { byService, isShown, type ServiceLines } from './services.ts';
import { attestationTable } from './accepted.ts';
import { needsScript } from './views.ts';
import { plural, tally } from './words.ts';

const servicesInTable = 7;

const categoryWords: Readonly<Record<string, string>> = {
  infrastructure: 'Infrastructure services: the customer runs the machine',
  container: 'Container services: AWS runs a platform in the customer’s network',
  abstracted: 'Abstracted services: the customer sees an API',
};

export function matrix({ responsibilities, attestations }: ReportHead): Markup {
  const services = byService(responsibilities);
  const shown = services.filter(isShown);
  return html`<section class="view" id="responsibilities" aria-labelledby="responsibilities-title">
    <h2 id="responsibilities-title">Who is responsible for what</h2>
    <p class="lead">${summary(responsibilities, shown)}</p>
    <p>
      AWS secures the cloud; the customer secures what is put in it; some layers are shared.
      <strong>Out of scope</strong> is what AWS does alone: it is not judged here. Its assurance
      reports speak of it where the service is in their scope, which was not looked up.
    </p>
    ${assurances(shown.flatMap(({ lines }) => lines))}${attestationTable(attestations)}
    <h3>Services that are in use, or may be</h3>
    ${needsScript('The detail of each service')}
    <div id="service-details"></div>
    <div id="attestation-file"></div>
    <h3 id="matrix-title">The matrix: layers by services</h3>
    <details class="matrices">
      <summary>${plural(shown.length, 'service')} at a glance</summary>
      ${[...new Set(shown.map((service) => service.category))].map((category) =>
        categoryTables(
          category,
          shown.filter((service) => service.category === category),
        ),
      )}
    </details>
    ${others(services)}
  </section> `;
}

function categoryTables(category: string, members: readonly ServiceLines[]): Markup {
  const starts = members.flatMap((_, index) => (index % servicesInTable === 0 ? [index] : []));
  return html`<h4>${categoryWords[category] ?? category}</h4>
    ${starts.map((start) => grid(members.slice(start, start + servicesInTable)))}`;
}

function summary(all: readonly ResponsibilityLine[], shown: readonly ServiceLines[]): string {
  const lines = shown.flatMap((service) => service.lines);
  const having = (status: ResponsibilityLine['status']) =>
    lines.filter((line) => line.status === status).length;
  const known = new Set(all.map((line) => line.service)).size;
  return `${plural(shown.length, 'service')} of the ${known} that srm-scan knows are, or may be, in use. They have ${plural(lines.length, 'responsibility line')}: ${having('out-of-scope')} are AWS’s and out of scope, ${having('assessed')} are assessed, ${having('partly-assessed')} in part, ${having('nothing-to-assess')} have nothing to assess, ${having('attestation')} are to be attested by a person, ${having('not-assessed')} are not assessed, and ${having('unknown')} are unknown.`;
}

function grid(services: readonly ServiceLines[]): Markup {
  const layers = new Map(
    services.flatMap(({ lines }) => lines.map((line) => [line.layer, line.layerName] as const)),
  );
  const names = services.map((service) => service.name).join(', ');
  return html`<div
    class="scroll${services.length > 1 ? ' many' : ''}"
    role="region"
    aria-label="${`Responsibilities: ${names}`}"
    tabindex="0"
  >
    <table class="matrix">
      <caption>
        ${names}
      </caption>
      <thead>
        <tr>
          <th scope="col">Layer</th>
          ${services.map(
            ({ id, name, inUse }) =>
              html`<th scope="col" data-service="${id}">
                ${name}${
                  inUse === 'unknown'
                    ? html`<span class="note">use could not be read</span>`
                    : nothing
                }
              </th>`,
          )}
        </tr>
      </thead>
      <tbody>
        ${[...layers].map(
          ([layer, layerName]) =>
            html`<tr data-layer="${layer}">
              <th scope="row">${layerName}</th>
              ${services.map((service) => cell(service, layer))}
            </tr>`,
        )}
      </tbody>
    </table>
  </div> `;
}

/** What leads from a cell to its line is made with that (ui/matrix.ts). */
function cell({ lines }: ServiceLines, layer: string): Markup {
  const line = lines.find((each) => each.layer === layer);
  if (!line) return html`<td class="none">no such layer</td>`;
  return html`<td class="${line.owner} ${line.status}">${dutyLabel(line)}${counts(line)}</td>`;
}

function counts(line: ResponsibilityLine): Markup {
  const { fail = 0, ...others } = line.counts;
  const rest = tally(others);
  const parts = [
    ...(fail > 0 ? [html`<span class="failing">${tally({ fail })}</span>`] : []),
    ...(rest === '' ? [] : [rest]),
  ];
  if (parts.length === 0) return nothing;
  return html`<span class="counts">${join(parts, ', ')}</span>`;
}

/** So that no service is missing in silence. */
function others(services: readonly ServiceLines[]): Markup {
  const left = services
    .filter((service) => !isShown(service))
    .toSorted((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1));
  if (left.length === 0) return nothing;
  return html`<h3>Services that are not in use, or were not looked for</h3>
    <p>
      Nothing is said of services that were not looked for: they may be in use. report.json has the
      responsibility lines of all of them.
    </p>
    <ul class="others">
      ${left.map(
        ({ name, inUse, lines }) =>
          html`<li>
            ${name}
            <span class="note"
              >${inUse === 'no' ? 'looked for, none found' : 'not looked for'};
              ${plural(lines.length, 'line')}</span
            >
          </li> `,
      )}
    </ul>`;
}
