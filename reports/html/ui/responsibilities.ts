/**
 * The responsibilities as people know the model: for each service in use what the customer does in the cloud, what is
 * shared, and what AWS does of the cloud, which is out of scope and stands with the reports that show it.
 */
import { outcomes, type ResponsibilityLine } from '../../../src/report/model.ts';
import { byService, type ServiceLines } from '../services.ts';
import { dutyWords, number, outcomeWords, partWords, plural, statusWords } from '../words.ts';
import { attestationFields } from './attestations.ts';
import { queryOf } from './criteria.ts';
import { type Child, el, find, foreign } from './dom.ts';
import { lineFilter, lineOwners, whoseWords, showLinesOf } from './line-filter.ts';
import type { WholeStore } from './store.ts';

export function showResponsibilities({ rest: { responsibilities } }: WholeStore): void {
  const services = byService(responsibilities);
  const filter = lineFilter(responsibilities);
  find('service-details').replaceChildren(filter, ...services.map(serviceView));
}

function serviceView(service: ServiceLines): HTMLElement {
  const { id, name, inUse, lines } = service;
  return el(
    'details',
    { class: 'service', id: `s-${id}`, open: '' },
    el(
      'summary',
      {},
      el('strong', {}, name),
      ' ',
      el(
        'span',
        { class: 'note' },
        `${inUse === 'unknown' ? 'use could not be read; ' : ''}${splitOf(lines)}`,
      ),
      ' ',
      failuresOf(lines),
    ),
    ...lineOwners.flatMap((owner) => {
      const own = lines.filter((line) => line.owner === owner);
      if (own.length === 0) return [];
      return [owner === 'aws' ? awsBand(own) : band(owner, own)];
    }),
  );
}

/** Unfolds the service of a line, or the service itself, and the line. */
export function unfold(id: string): void {
  const [, service = ''] = /^[rs]-([^.]+)/.exec(id) ?? [];
  const details = document.getElementById(`s-${service}`);
  if (!(details instanceof HTMLDetailsElement)) return;
  if (details.hidden || document.getElementById(id)?.hidden) showLinesOf(new URLSearchParams());
  details.open = true;
  const inner = document.getElementById(id)?.querySelector('details');
  if (inner && inner !== details) inner.open = true;
}

function splitOf(lines: readonly ResponsibilityLine[]): string {
  return lineOwners
    .map((owner) => `${dutyWords[owner]} ${lines.filter((line) => line.owner === owner).length}`)
    .join(', ');
}

function failuresOf(lines: readonly ResponsibilityLine[]): Child {
  const fails = lines.reduce((sum, { counts }) => sum + (counts.fail ?? 0), 0);
  return fails === 0 ? '' : el('span', { class: 'failing' }, plural(fails, 'failure'));
}

function band(owner: 'customer' | 'shared', lines: readonly ResponsibilityLine[]): HTMLElement {
  return el(
    'section',
    { class: `band ${owner}` },
    el('h4', {}, whoseWords[owner]),
    ...lines.map(lineView),
  );
}

function lineView(line: ResponsibilityLine): HTMLElement {
  const { id, layerName, owner, status } = line;
  const note = noteOf(line);
  // Built when it is first unfolded: forty services of twenty lines are many elements.
  const details = el(
    'details',
    {},
    el(
      'summary',
      {},
      line.attestation === undefined
        ? 'Both parts, and what is read'
        : 'Both parts, and the question',
    ),
  );
  const fill = () => {
    if (details.childElementCount === 1) details.append(...detailsOf(line));
  };
  details.addEventListener('toggle', fill);
  return el(
    'div',
    {
      class: 'line',
      id: `r-${id}`,
      tabindex: -1,
      'data-owner': owner,
      'data-status': status,
    },
    el('h5', {}, layerName),
    el(
      'p',
      { class: `duty ${status}` },
      capital(stateOf(line)),
      ...(note === '' ? [] : [el('span', { class: 'note' }, note)]),
    ),
    el('p', { class: 'counts' }, ...countLinks(line)),
    details,
  );
}

/** The state stands before it anyway. */
function noteOf({ status, note }: ResponsibilityLine): string {
  const state = `${capital(statusWords[status])}. `;
  return note.startsWith(state) ? note.slice(state.length) : note;
}

function stateOf({ status, attested }: ResponsibilityLine): string {
  return attested === undefined ? statusWords[status] : `${statusWords[status]}, attested`;
}

function detailsOf(line: ResponsibilityLine): readonly Node[] {
  return [
    el('p', {}, el('strong', {}, 'In the cloud, the customer: '), line.customerPart),
    el('p', {}, el('strong', {}, 'Of the cloud, AWS: '), line.awsPart),
    ...readOf(line),
    ...kindsOf(line),
    ...attestedOf(line),
    ...(line.attestation === undefined ? [] : [attestationFields(line)]),
    el('p', { class: 'source' }, 'Assurance: ', line.assurance, '. ', ...sourceLinks(line.source)),
  ];
}

/** The attestation that was in force when the scan began. */
function attestedOf({ attested }: ResponsibilityLine): readonly Node[] {
  if (attested === undefined) return [];
  const { answer, by, on, until, evidence } = attested;
  return [
    el(
      'p',
      { class: 'attested' },
      el('strong', {}, `Attested on ${on}, until ${until}, by `),
      foreign(by),
      ': ',
      foreign(answer),
      ...(evidence.length === 0 ? [] : ['. Shown by: ', foreign(evidence.join('; ')), '.']),
    ),
  ];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function countLinks({ id, counts }: ResponsibilityLine): readonly Child[] {
  const links = outcomes.flatMap((outcome): Child[] => {
    const count = counts[outcome] ?? 0;
    if (count === 0) return [];
    const address = `#findings${queryOf({ line: id, outcome })}`;
    return [
      el(
        'a',
        { href: address, class: outcome === 'fail' ? 'failing' : '' },
        `${number(count)} ${outcomeWords[outcome].word.toLowerCase()}`,
      ),
      ' ',
    ];
  });
  return links.length === 0 ? ['No finding.'] : links;
}

function readOf({ reads, unread, counts }: ResponsibilityLine): readonly Node[] {
  const parts = reads.map(({ part, checks, state }) =>
    el(
      'li',
      {},
      `${part} (${partWords(state, counts)}): `,
      ...checks.flatMap((check, index): Child[] => [
        ...(index === 0 ? [] : [', ']),
        el('a', { href: `#findings${queryOf({ check })}` }, check),
      ]),
    ),
  );
  const lists: Node[] = [];
  if (parts.length > 0)
    lists.push(el('p', {}, el('strong', {}, 'Checks read:')), el('ul', {}, ...parts));
  if (unread.length > 0) {
    lists.push(el('p', {}, el('strong', {}, 'No check reads: '), `${unread.join('; ')}.`));
  }
  return lists;
}

function kindsOf({ kinds = [] }: ResponsibilityLine): readonly Node[] {
  const used = {
    yes: 'in use',
    no: 'not in use',
    unknown: 'use could not be read',
    'not-looked-for': 'not looked for',
  };
  if (kinds.length === 0) return [];
  const each = kinds.map(
    ({ name, owner, inUse }) => `${name} (${used[inUse]}): ${dutyWords[owner]}`,
  );
  return [el('p', { class: 'source' }, `By kind: ${each.join('; ')}.`)];
}

/** What AWS does alone: out of scope, a line each. The reports to fetch stand once for all services. */
function awsBand(lines: readonly ResponsibilityLine[]): HTMLElement {
  const sources = [...new Set(lines.flatMap(({ source }) => source.split('; ')))].join('; ');
  return el(
    'section',
    { class: 'band aws' },
    el('h4', {}, `${whoseWords.aws}, out of scope`),
    el(
      'ul',
      {},
      ...lines.map(({ id, layerName, awsPart, owner, status }) =>
        el(
          'li',
          {
            class: 'line',
            id: `r-${id}`,
            tabindex: -1,
            'data-owner': owner,
            'data-status': status,
          },
          el('strong', {}, `${layerName}. `),
          awsPart,
        ),
      ),
    ),
    el(
      'p',
      { class: 'source' },
      ...sourceLinks(sources),
      '. ',
      el('a', { href: '#to-fetch' }, 'Reports to fetch'),
    ),
  );
}

/** Each source as a link. */
function sourceLinks(source: string): readonly Child[] {
  const links = source.split('; ').map((each): Child => {
    const [, title, address] = /^(.*) <(https:.*)>$/.exec(each) ?? [];
    if (title === undefined || address === undefined) return foreign(each);
    return el('a', { href: address, rel: 'noreferrer', target: '_blank' }, title);
  });
  return [
    'Source: ',
    ...links.flatMap((link, index): Child[] => (index === 0 ? [link] : ['; ', link])),
  ];
}
