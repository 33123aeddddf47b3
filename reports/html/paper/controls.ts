/** Every control of the chosen frameworks in its state. */
import {
  type ControlLine,
  type ControlState,
  noCheckKinds,
  type ReportHead,
} from '../../../src/report/model.ts';
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
        ${named.map((state) => namedControls(state, lines))}
        ${counted.map((state) => countedControls(state, lines))}`,
  )}`;
}

/** What the scan says something of stands with its title; of the rest the ids are enough. */
const named = ['not-met', 'partly-read', 'to-attest', 'met'] as const;
const counted = ['no-check', 'aws'] as const;

function namedControls(state: ControlState, lines: readonly ControlLine[]): Markup {
  const own = lines.filter((line) => line.state === state);
  if (own.length === 0) return nothing;
  return html`<h4>${plural(own.length, 'control')} ${stateWords[state]}</h4>
    <ul class="columns">
      ${own.map(controlView)}
    </ul>`;
}

function controlView({ control, title, accepted }: ControlLine): Markup {
  return html`<li>
    <strong>${control}</strong> ${title}${
      accepted === undefined ? nothing : ` (${plural(accepted, 'failure')} muted)`
    }
  </li> `;
}

function countedControls(state: ControlState, lines: readonly ControlLine[]): readonly Markup[] {
  const own = lines.filter((line) => line.state === state);
  return [...noCheckKinds, undefined].flatMap((kind) => {
    const ofKind = own.filter(({ noCheck }) => noCheck === kind);
    if (ofKind.length === 0) return [];
    const why = kind === undefined ? '' : `, ${noCheckWords[kind]}`;
    const ids = ofKind.map(({ control }) => control).join(', ');
    return [
      html`<h4>${plural(ofKind.length, 'control')} ${stateWords[state]}${why}</h4>
        <p>${ids}</p>`,
    ];
  });
}
