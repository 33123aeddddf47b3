/** One finding in full: why, what to do about it, and what it rests on. */
import type { CureOf } from '../../cures.ts';
import { controlTexts } from '../relations.ts';
import { dutyWords, number, ownerWords } from '../words.ts';
import { valueText } from '../../../src/text/value.ts';
import type { StartHead } from '../wire.ts';
import { evidenceList, fact } from './call-view.ts';
import { consoleLink } from './console-link.ts';
import { copyable } from './copyable.ts';
import { queryOf } from './criteria.ts';
import { type Child, el, foreign, outward } from './dom.ts';
import { outcomeLabel, severityLabel } from './labels.ts';
import { muteEntry } from './mute-entry.ts';
import type { FullFinding, Rest, WholeStore } from './store.ts';

/** What stands above all else: what it is, and the reason that decided. */
export function findingTitle({ outcome, severity, check, reasons }: FullFinding): readonly Child[] {
  return [
    outcomeLabel(outcome),
    ' ',
    severityLabel(severity),
    el('br'),
    foreign(reasons[0] ?? check.title),
  ];
}

export function findingView(
  finding: FullFinding,
  { start, rest }: Pick<WholeStore, 'start' | 'rest'>,
): readonly Node[] {
  const { check, reasons } = finding;
  const more = reasons.slice(1);
  return [
    el(
      'p',
      { class: 'lead' },
      'Should hold: ',
      finding.title,
      '. ',
      el('code', { class: 'id' }, check.id),
    ),
    ...(more.length === 0 ? [] : [section('And', reasonList(more))]),
    findingFacts(finding, start, rest),
    ...remedySections(finding, rest.cureOf),
    section('Evidence', evidenceList(finding)),
    ...(check.why === '' ? [] : [section('Why it matters', el('p', {}, check.why))]),
    controlsSection(finding),
    ...(finding.outcome === 'fail' && finding.muted === undefined
      ? [muteSection(finding, start)]
      : []),
    el(
      'p',
      {},
      el('a', { href: `#finding-${finding.id}` }, 'Link to this finding'),
      ' · ',
      el(
        'a',
        { href: `#findings${queryOf({ check: check.id, group: 'none' })}` },
        'All findings of the check',
      ),
      ' · ',
      el(
        'a',
        { href: `#findings${queryOf({ resource: finding.resource.arn, group: 'none' })}` },
        'All findings of the resource',
      ),
    ),
  ];
}

/** What there is to say beside the check's own texts. */
function findingFacts(finding: FullFinding, start: StartHead, rest: Rest): HTMLElement {
  const { resource, muted } = finding;
  const link = consoleLink(finding);
  return el(
    'dl',
    { class: 'facts' },
    fact('Resource', foreign(resource.name), ...(link === undefined ? [] : [' · ', link])),
    fact('ARN', foreign(resource.arn)),
    fact('Type', resource.type, ...(finding.kind === undefined ? [] : [`, ${finding.kind}`])),
    fact('Region', finding.region),
    fact('Account', finding.account),
    fact('Owner', ownerWords[finding.owner]),
    layerFact(finding, start, rest),
    ...stateFacts(finding),
    ...Object.entries(finding.parameters ?? {}).map(([name, value]) =>
      fact('Parameter', foreign(`${name}=${valueText(value)}`), ', which is not the default'),
    ),
    ...tagFacts(finding),
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
    fact('Finding', el('code', {}, finding.id)),
  );
}

function tagFacts({ tags = {} }: FullFinding): readonly Node[] {
  const items = Object.entries(tags).map(([key, value]) =>
    el('li', {}, foreign(key), '=', foreign(value)),
  );
  return items.length === 0 ? [] : [fact('Tags', el('ul', { class: 'plain' }, ...items))];
}

/** Whether something uses what is at fault, as far as the check looks, and why it weighs what it does. */
function stateFacts({ outcome, latent, severity, regraded }: FullFinding): readonly Node[] {
  const state = latent
    ? 'latent: the fault is there, but nothing uses the resource now'
    : 'counted as live: the check did not find that the resource is unused';
  return [
    ...(outcome === 'fail' ? [fact('State', state)] : []),
    ...(regraded === undefined
      ? []
      : [
          fact(
            'Severity',
            `${severity}, where the check is ${regraded.from}: `,
            foreign(regraded.because),
          ),
        ]),
  ];
}

/** The layer of the service whose responsibility the check assesses: Aurora's, where a check of RDS judges Aurora. */
function layerFact(
  { check, service }: FullFinding,
  { services }: StartHead,
  { responsibilities }: Rest,
): Node {
  const id = check.responsibility.replace(/^[^.]+/, service);
  const line = responsibilities.find((each) => each.id === id);
  const name = services[service] ?? service;
  if (line === undefined) return fact('Layer', `${name}: ${id}`);
  const text = `${name}, ${line.layerName} (${dutyWords[line.owner].toLowerCase()})`;
  return fact('Layer', el('a', { href: `#r-${id}` }, text));
}

function reasonList(reasons: readonly string[]): HTMLElement {
  if (reasons.length === 0) return el('p', {}, 'No reason was given.');
  return el('ul', {}, ...reasons.map((reason) => el('li', {}, foreign(reason))));
}

/** What there is to do: nothing where it passes, is not there or is not the customer's. */
function remedySections(finding: FullFinding, cureOf: CureOf): readonly HTMLElement[] {
  switch (finding.outcome) {
    case 'fail':
      return [fixSection('Fix', finding)];
    case 'manual':
      return [fixSection('Fix, if a person finds it wanting', finding)];
    case 'unknown':
      return [cureSection(finding, cureOf)];
    default:
      return [];
  }
}

/** Whether the check fails nobody knows: what is to be done is to let it be read. */
function cureSection({ check, reasons }: FullFinding, cureOf: CureOf): HTMLElement {
  const all = el('a', { href: '#gaps' }, 'What was read and what was not');
  return section(
    'Cure',
    el('p', {}, foreign(cureOf({ check: check.id, reasons }))),
    el(
      'p',
      { class: 'source' },
      'Then scan again. All that was lost, and the statement to paste: ',
      all,
      '.',
    ),
  );
}

function fixSection(title: string, { check }: FullFinding): HTMLElement {
  const { console: steps, cli, terraform } = check.remedy ?? {};
  return section(
    title,
    el('p', {}, check.fix),
    ...(steps === undefined ? [] : [el('p', {}, el('strong', {}, 'Console. '), steps)]),
    ...(cli === undefined ? [] : [copyable('AWS CLI', cli)]),
    ...(terraform === undefined ? [] : [copyable('Terraform', terraform)]),
    el(
      'p',
      { class: 'source' },
      'Names in capitals are to be replaced. AWS documentation: ',
      outward(check.link),
    ),
  );
}

function controlsSection({ check }: FullFinding): HTMLElement {
  const controls = controlTexts(check).map((text) => el('li', {}, text));
  const many = new Set(check.claims.map(({ framework }) => framework)).size;
  if (controls.length === 0) return section('Controls', el('p', {}, 'None is named.'));
  return el(
    'details',
    {},
    el('summary', {}, `Controls of ${number(many)} ${many === 1 ? 'framework' : 'frameworks'}`),
    el('ul', {}, ...controls),
  );
}

function muteSection(finding: FullFinding, { scan }: StartHead): HTMLElement {
  return el(
    'details',
    {},
    el('summary', {}, 'Accept it: the entry for a mute file'),
    el(
      'p',
      {},
      'A muted failure stays a failure, and is counted apart. Say why, who answers for it, and until when; below the line "mutes:" of a file for --mute.',
    ),
    copyable('Entry of a mute file (YAML)', muteEntry(finding, scan.startedAt)),
  );
}

function section(title: string, ...content: readonly Child[]): HTMLElement {
  return el('section', {}, el('h3', {}, title), ...content);
}
