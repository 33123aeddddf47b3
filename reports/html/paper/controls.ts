/** Every control of the chosen frameworks in its state. */
import { type ControlLine, controlStates, type ReportHead } from '../../../src/report/model.ts';
import { chosenFrameworks, countsByState, noCheckWords, stateWords } from '../../control-counts.ts';
import { html, type Markup, nothing } from '../markup.ts';
import { plural } from '../words.ts';

export function controls(report: ReportHead): Markup {
  const chosen = chosenFrameworks(report);
  if (chosen.length === 0) {
    return html`<p>
      No framework was chosen. A scan with <code>--framework</code> tells each of its controls in
      one state.
    </p>`;
  }
  return html`${chosen.map(
    ({ framework, lines }) =>
      html`<h3>${framework}: ${countsByState(lines)}</h3>
        ${controlStates.map((state) => {
          const own = lines.filter((line) => line.state === state);
          return own.length === 0
            ? nothing
            : html`<h4>${plural(own.length, 'control')} ${stateWords[state]}</h4>
                <ul class="columns">
                  ${own.map(controlView)}
                </ul>`;
        })}`,
  )}`;
}

function controlView({ control, title, noCheck, accepted }: ControlLine): Markup {
  return html`<li>
    <strong>${control}</strong>
    ${title}${noCheck === undefined ? nothing : ` (${noCheckWords[noCheck]})`}${
      accepted === undefined ? nothing : ` (${plural(accepted, 'failure')} muted)`
    }
  </li> `;
}
