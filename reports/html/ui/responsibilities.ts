/** The responsibility lines in full, service by service: both parts, what was read, what a person must answer. */
import type { ResponsibilityLine } from '../../../src/report/model.ts';
import { byService, type ServiceLines } from '../services.ts';
import { dutyWords, outcomeWords, plural, statusWords } from '../words.ts';
import { outcomes } from '../../../src/report/model.ts';
import { type Child, el, find, foreign } from './dom.ts';
import { queryOf } from './criteria.ts';
import { attestationFields } from './attestations.ts';
import type { Store } from './store.ts';

export function showResponsibilities({ start }: Store): void {
  find('service-details').replaceChildren(...byService(start.responsibilities).map(serviceDetails));
}

function serviceDetails({ id, name, lines }: ServiceLines): HTMLElement {
  const ofAws = lines.filter(({ owner }) => owner === 'aws');
  const rest = lines.filter(({ owner }) => owner !== 'aws');
  const details = el(
    'details',
    { class: 'service', id: `s-${id}` },
    el(
      'summary',
      {},
      el('strong', {}, name),
      ' ',
      el('span', {}, splitOf(lines)),
      ' ',
      failuresOf(lines),
    ),
  );
  // Built when it is first unfolded: forty services of twenty lines are many elements.
  const fill = () => {
    if (details.childElementCount > 1) return;
    details.append(...rest.map(lineView), ...(ofAws.length === 0 ? [] : [awsView(name, ofAws)]));
  };
  details.addEventListener('toggle', () => {
    if (details.open) fill();
  });
  fills.set(details, fill);
  return details;
}

const fills = new WeakMap<Element, () => void>();

/** Unfolds the service of a line, or the service itself. */
export function unfold(id: string): void {
  const [, service = ''] = /^[rs]-([^.]+)/.exec(id) ?? [];
  const details = document.getElementById(`s-${service}`);
  if (!(details instanceof HTMLDetailsElement)) return;
  fills.get(details)?.();
  details.open = true;
}

function splitOf(lines: readonly ResponsibilityLine[]): string {
  return (['aws', 'shared', 'customer'] as const)
    .map((owner) => `${dutyWords[owner]} ${lines.filter((line) => line.owner === owner).length}`)
    .join(', ');
}

function failuresOf(lines: readonly ResponsibilityLine[]): Child {
  const fails = lines.reduce((sum, { counts }) => sum + (counts.fail ?? 0), 0);
  return fails === 0 ? '' : el('span', { class: 'failing' }, plural(fails, 'failure'));
}

export function lineView(line: ResponsibilityLine): HTMLElement {
  return el(
    'section',
    { class: `line ${line.owner}`, id: `r-${line.id}`, tabindex: -1 },
    el(
      'h4',
      {},
      line.layerName,
      ' ',
      el(
        'span',
        { class: `duty ${line.status}` },
        `${dutyWords[line.owner]}: ${statusWords[line.status]}`,
      ),
    ),
    el('p', { class: 'counts' }, ...countLinks(line)),
    el('p', {}, el('strong', {}, 'In the cloud, the customer: '), line.customerPart),
    el('p', {}, el('strong', {}, 'Of the cloud, AWS: '), line.awsPart),
    ...readOf(line),
    ...(line.note === '' ? [] : [el('p', { class: 'source' }, line.note)]),
    ...kindsOf(line),
    ...(line.attestation === undefined ? [] : [attestationFields(line)]),
    el('p', { class: 'source' }, 'Assurance: ', line.assurance, '. ', ...sourceLinks(line.source)),
  );
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
        `${count} ${outcomeWords[outcome].word.toLowerCase()}`,
      ),
      ' ',
    ];
  });
  return links.length === 0 ? ['No finding.'] : links;
}

function readOf({ reads, unread }: ResponsibilityLine): readonly Node[] {
  const words = {
    read: 'read',
    nothing: 'nothing there to judge',
    unknown: 'not known in full',
    'not-asked': 'not asked for in full',
  };
  const parts = reads.map(({ part, checks, state }) =>
    el(
      'li',
      {},
      `${part} (${words[state]}): `,
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

/** What AWS does alone: a line each, and below them the reports that show it. */
function awsView(name: string, lines: readonly ResponsibilityLine[]): HTMLElement {
  const reports = [...new Set(lines.map(({ assurance }) => assurance))];
  return el(
    'section',
    { class: 'line aws' },
    el('h4', {}, `Of the cloud: what AWS does alone for ${name}, out of scope`),
    el(
      'ul',
      {},
      ...lines.map(({ id, layerName, awsPart }) =>
        el('li', { id: `r-${id}`, tabindex: -1 }, el('strong', {}, `${layerName}. `), awsPart),
      ),
    ),
    ...reports.map((text) => el('p', { class: 'source' }, 'To fetch: ', text)),
    el(
      'p',
      { class: 'source' },
      ...sourceLinks([...new Set(lines.flatMap(({ source }) => source.split('; ')))].join('; ')),
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
