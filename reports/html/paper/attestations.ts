/** What no API tells: the questions of the matrix with their answers, and the findings that a person must judge. */
import type {
  AttestationLine,
  ReportReader,
  ResponsibilityLine,
} from '../../../src/report/model.ts';
import { attestationStates } from '../accepted.ts';
import { foreign, html, join, type Markup, nothing } from '../markup.ts';
import { byService, isShown } from '../services.ts';
import { table } from '../table.ts';
import { number, plural } from '../words.ts';
import { extent, groupView, short } from './group-view.ts';
import type { Group } from './groups.ts';

/** What is asked of several services in the same words. */
interface Question {
  readonly text: string;
  readonly lines: readonly ResponsibilityLine[];
}

export function attestations(manual: readonly Group[], report: ReportReader): Markup {
  const services = byService(report.responsibilities).filter(isShown);
  const names = services.map(({ name }) => name);
  const lines = services
    .flatMap((service) => service.lines)
    .filter(({ attestation }) => attestation !== undefined);
  const answered = lines.filter(({ attested }) => attested !== undefined).length;
  return html`<p>
      ${plural(lines.length, 'question')} of the services in use
      ${lines.length === 1 ? 'has' : 'have'} an answer that no AWS API tells: ${number(answered)}
      attested, ${number(lines.length - answered)} open. A question that is asked of several
      services stands once.
    </p>
    <div class="columns">
      ${questionsOf(lines).map((question) => questionView(question, names))}
    </div>
    ${notInForce(report.attestations ?? [])}
    <div id="paper-answers"></div>
    ${
      manual.length === 0
        ? nothing
        : html`<h3>Findings that a person must judge: ${extent(manual, 'finding')}</h3>
            <div class="columns">${manual.map((group) => groupView(group, report))}</div>`
    }`;
}

function questionsOf(lines: readonly ResponsibilityLine[]): readonly Question[] {
  const questions = new Map<string, ResponsibilityLine[]>();
  for (const line of lines) {
    const text = (line.attestation ?? '').replaceAll(line.serviceName, 'the service');
    questions.set(text, [...(questions.get(text) ?? []), line]);
  }
  return [...questions].map(([text, own]) => ({
    text: own.length === 1 ? (own[0]?.attestation ?? text) : text,
    lines: own,
  }));
}

/** @param inUse the names of all services in use */
function questionView({ text, lines }: Question, inUse: readonly string[]): Markup {
  const open = lines
    .filter(({ attested }) => attested === undefined)
    .map(({ serviceName }) => serviceName);
  return html`<div class="group">
    <p class="check">${text}</p>
    <ul>
      ${open.length === 0 ? nothing : html`<li>Open for ${namesText(open, inUse)}</li>`}${lines.map(answerView)}
    </ul>
  </div> `;
}

/** Of most services those that are not meant are fewer. */
function namesText(names: readonly string[], all: readonly string[]): string {
  const others = all.filter((name) => !names.includes(name));
  if (others.length === 0) return 'every service in use';
  if (others.length * 2 > names.length) return names.join(', ');
  return `every service in use but ${others.join(', ')}`;
}

function answerView({ serviceName, attested }: ResponsibilityLine): Markup {
  if (attested === undefined) return nothing;
  const { answer, by, on, until, evidence } = attested;
  return html`<li>
    Attested for ${serviceName}: ${short(answer)} <strong>${short(by, 80)}</strong>, ${on}, until
    ${until}${evidence.length === 0 ? nothing : html`; evidence: ${short(evidence.join(', '))}`}
  </li> `;
}

/** What the attestation file says beside. */
function notInForce(all: readonly AttestationLine[]): Markup {
  const others = all.filter(({ state }) => state !== 'in-force');
  if (others.length === 0) return nothing;
  return table({
    caption: 'Entries of the attestation file that are not in force',
    columns: [{ name: 'Question' }, { name: 'By' }, { name: 'Days' }, { name: 'State' }],
    rows: others.map(({ question, by, on, until, state }) => ({
      cells: [
        foreign(question),
        short(by, 80),
        join([on, until], ' to '),
        attestationStates[state],
      ],
    })),
  });
}
