/** One call in full, and the calls that a verdict rests on. */
import { time } from '../words.ts';
import type { CallShown } from './call-store.ts';
import { type Child, el, foreign } from './dom.ts';
import type { FullFinding } from './store.ts';

export function evidenceList({ evidence }: Pick<FullFinding, 'evidence'>): HTMLElement {
  if (evidence.length === 0) return el('p', {}, 'The verdict rests on no call.');
  return el('ol', { class: 'evidence' }, ...evidence.map((call) => el('li', {}, callView(call))));
}

/** A text is the id of a call that the report does not list. */
export function callView(call: CallShown | string): HTMLElement {
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
    fact('Request id', foreign(call.requestId ?? 'none: no answer came')),
    fact('Attempts', String(call.attempts)),
    fact('SHA-256', el('code', {}, call.sha256)),
    fact('Call id', el('code', {}, foreign(call.id))),
  );
}

export function fact(name: string, ...value: readonly Child[]): HTMLElement {
  return el('div', {}, el('dt', {}, name), el('dd', {}, ...value));
}
