/** Every control of the chosen frameworks, by its state and the reason for it: each reason is said once. */
import {
  type ControlLine,
  type ControlState,
  controlStates,
  type ReportHead,
} from '../../src/report/model.ts';
import { chosenFrameworks, type Counted, noCheckWords, stateWords } from '../control-counts.ts';
import { html, join, type Markup, nothing } from './markup.ts';
import { table } from './table.ts';
import { number, plural } from './words.ts';

export function controls(report: ReportHead): Markup {
  const counted = chosenFrameworks(report);
  return html`<section class="view" id="controls" aria-labelledby="controls-title">
    <h2 id="controls-title">Controls</h2>
    ${
      counted.length === 0
        ? html`<p class="lead">
            No framework was chosen. Scan or evaluate with <code>--framework</code> to see each of
            its controls in one state.
          </p>`
        : html`<p class="lead">
              Each control of the chosen frameworks stands in exactly one state (see
              <a href="#terms">Terms</a>).
            </p>
            ${countTable(counted)}`
    }
    <div id="control-list"></div>
    <noscript>${counted.map(listOf)}</noscript>
  </section> `;
}

function countTable(counted: readonly Counted[]): Markup {
  return table({
    caption: 'Controls by state',
    columns: [
      { name: 'Framework', kind: 'name' },
      ...controlStates.map((state) => ({ name: heading(state), kind: 'number' }) as const),
      { name: 'All', kind: 'number' },
    ],
    rows: counted.map(({ framework, lines }) => ({
      cells: [
        framework,
        ...controlStates.map((state) =>
          linked(lines.filter((line) => line.state === state).length, framework, state),
        ),
        linked(lines.length, framework),
      ],
    })),
  });
}

/** A number of controls, which leads to them. */
function linked(count: number, framework: string, state?: ControlState): Markup {
  if (count === 0) return html`<span class="zero">0</span>`;
  const query = `framework=${framework}${state === undefined ? '' : `&state=${state}`}`;
  return html`<a href="#controls?${query}">${number(count)}</a>`;
}

function listOf({ framework, lines }: Counted): readonly Markup[] {
  return controlStates.map((state) => {
    const own = lines.filter((line) => line.state === state);
    if (own.length === 0) return nothing;
    return html`<details>
      <summary>${framework}: ${plural(own.length, 'control')} ${stateWords[state]}</summary>
      ${byReason(own)}
    </details> `;
  });
}

function byReason(lines: readonly ControlLine[]): readonly Markup[] {
  const groups = new Map<string, ControlLine[]>();
  for (const line of lines) {
    const kind = line.noCheck === undefined ? '' : `${capital(noCheckWords[line.noCheck])}. `;
    const reason = `${kind}${line.reason ?? ''}`;
    groups.set(reason, [...(groups.get(reason) ?? []), line]);
  }
  return [...groups].map(
    ([reason, own]) =>
      html`${reason === '' ? nothing : html`<p>${reason}</p> `}
        <ul>
          ${own.map(
            ({ control, title, checks }) =>
              html`<li><strong>${control}</strong> ${title}${membersOf(checks)}</li> `,
          )}
        </ul>`,
  );
}

function membersOf(checks: ControlLine['checks']): Markup {
  if (checks.length === 0) return nothing;
  return html`:
  ${join(
    checks.map(({ check }) => html`<code>${check}</code>`),
    ', ',
  )}`;
}

function heading(state: ControlState): string {
  return capital(stateWords[state]);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
