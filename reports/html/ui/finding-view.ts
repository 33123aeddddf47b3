/** One finding in full, for the dialogue and for paper. */
import { controlTexts } from '../relations.ts';
import { outcomeWords, ownerWords, time } from '../words.ts';
import { valueText } from '../../../src/text/value.ts';
import type { CallColumns } from '../wire.ts';
import type { Outcome, Severity } from '../../../src/report/model.ts';
import { type Child, el, foreign, outward } from './dom.ts';
import type { FullFinding } from './store.ts';

export function outcomeLabel(outcome: Outcome): HTMLElement {
  const { sign, word } = outcomeWords[outcome];
  const mark = el('span', { 'aria-hidden': 'true' }, sign);
  return el('span', { class: `outcome ${outcome}` }, mark, ` ${word}`);
}

export function severityLabel(severity: Severity): HTMLElement {
  return el('span', { class: `severity ${severity}` }, severity);
}

/** What there is to say beside the check's own texts. */
export function findingFacts(finding: FullFinding): HTMLElement {
  const { resource, muted } = finding;
  return el(
    'dl',
    { class: 'facts' },
    fact('Resource', foreign(resource.name)),
    fact('ARN', foreign(resource.arn)),
    fact('Type', resource.type),
    fact('Region', finding.region),
    fact('Account', finding.account),
    fact('Owner', ownerWords[finding.owner]),
    ...Object.entries(finding.check.parameters ?? {}).map(([name, value]) =>
      fact('Parameter', `${name}=${valueText(value)}, which is not the default`),
    ),
    ...(finding.latent
      ? [fact('Latent', 'the fault is there, but nothing uses the resource now')]
      : []),
    ...(muted
      ? [
          fact(
            'Muted',
            foreign(muted.reason),
            ', by ',
            foreign(muted.owner),
            `, until ${muted.until}`,
          ),
        ]
      : []),
    fact('Finding', finding.id),
  );
}

export function reasonList({ reasons }: FullFinding): HTMLElement {
  if (reasons.length === 0) return el('p', {}, 'No reason was given.');
  return el('ul', {}, ...reasons.map((reason) => el('li', {}, foreign(reason))));
}

/** The check's own texts: the same for each of its findings. */
export function checkTexts(
  { check }: Pick<FullFinding, 'check'>,
  level: Level = 'h3',
): readonly Node[] {
  const controls = controlTexts(check).map((text) => el('li', {}, text));
  return [
    section(level, 'Fix', el('p', {}, check.fix)),
    section(level, 'Why it matters', el('p', {}, check.why)),
    section(
      level,
      'Framework controls',
      controls.length > 0 ? el('ul', {}, ...controls) : el('p', {}, 'None is named.'),
    ),
    section(level, 'AWS documentation', el('p', {}, outward(check.link))),
  ];
}

type Level = 'h3' | 'h4';

export function section(level: Level, title: string, ...content: readonly Child[]): HTMLElement {
  return el('section', {}, el(level, {}, title), ...content);
}

export function evidenceList({ evidence }: Pick<FullFinding, 'evidence'>): HTMLElement {
  if (evidence.length === 0) return el('p', {}, 'The verdict rests on no call.');
  return el('ol', { class: 'evidence' }, ...evidence.map((call) => el('li', {}, callView(call))));
}

/** A call in full; a text is the id of a call that the report does not list. */
export function callView(call: CallColumns | string): HTMLElement {
  if (typeof call === 'string') return el('p', {}, `Call ${call}, which the report does not list.`);
  return el(
    'dl',
    { class: 'facts' },
    fact('Call', `${call.service}:${call.operation}`),
    fact('Region', call.region),
    ...(call.input ? [fact('Input', el('code', {}, foreign(JSON.stringify(call.input))))] : []),
    fact('Result', call.status === 'ok' ? 'answered' : `no answer: ${call.status}`),
    ...(call.error ? [fact('AWS said', foreign(`${call.error.code}: ${call.error.message}`))] : []),
    fact('Time', el('time', { datetime: call.at }, time(call.at))),
    fact('Request id', call.requestId ?? 'none: no answer came'),
    fact('Attempts', String(call.attempts)),
    fact('SHA-256', el('code', {}, call.sha256)),
    fact('Call id', el('code', {}, foreign(call.id))),
  );
}

function fact(name: string, ...value: readonly Child[]): HTMLElement {
  return el('div', {}, el('dt', {}, name), el('dd', {}, ...value));
}
