/** What is added before printing: the failures and what could not be read, with their reasons. */
import { outcomes } from '../../../src/report/model.ts';
import { number } from '../words.ts';
import { fact } from './call-view.ts';
import { at, el, find, foreign } from './dom.ts';
import { outcomeLabel, severityLabel } from './labels.ts';
import { fullFinding, type FullFinding, type Store } from './store.ts';

/** Findings on paper. The rest is counted and left to the file. */
const mostOnPaper = 2000;

const printed = [outcomes.indexOf('fail'), outcomes.indexOf('unknown')];

/** Gives what is to be done before printing; what was added is taken away afterwards. */
export function prepareForPaper(store: Store): () => void {
  const opened = new Set<HTMLDetailsElement>();
  window.addEventListener('afterprint', () => {
    for (const details of opened) details.open = false;
    opened.clear();
    find('paper').replaceChildren();
  });
  return () => {
    for (const details of document.querySelectorAll<HTMLDetailsElement>('#gaps details')) {
      if (details.open) continue;
      details.open = true;
      opened.add(details);
    }
    find('paper').replaceChildren(...sheets(store), signOff());
  };
}

function sheets(store: Store): readonly Node[] {
  const rows: number[] = [];
  let left = 0;
  for (let row = 0; row < store.size; row += 1) {
    if (!printed.includes(at(store.columns.outcome, row))) continue;
    if (rows.length < mostOnPaper) rows.push(row);
    else left += 1;
  }
  const rest = left > 0 ? ` ${number(left)} more are left out; they are in report.json.` : '';
  const nodes: Node[] = [
    el('h2', {}, 'Failures and what could not be read'),
    el(
      'p',
      {},
      `${number(rows.length)} of ${number(store.size)} findings, each with its reasons.${rest} Other outcomes are counted above and listed in report.json.`,
    ),
  ];
  let check = '';
  for (const row of rows) {
    const finding = fullFinding(store, row);
    if (finding.check.id !== check) {
      nodes.push(
        el('h3', {}, finding.check.title),
        el('p', { class: 'source' }, finding.check.fix),
      );
    }
    check = finding.check.id;
    nodes.push(onPaper(finding));
  }
  return nodes;
}

function onPaper(finding: FullFinding): Node {
  const { outcome, severity, resource, region, reasons, id, latent } = finding;
  return el(
    'p',
    { class: 'paper-finding' },
    outcomeLabel(outcome),
    ' ',
    severityLabel(severity),
    latent ? ' latent' : '',
    ' ',
    foreign(resource.arn),
    `, ${region}: `,
    foreign(reasons.join('; ')),
    ' ',
    el('code', { class: 'source' }, id),
  );
}

function signOff(): Node {
  return el(
    'section',
    { class: 'sign-off' },
    el('h2', {}, 'Sign-off'),
    el(
      'dl',
      { class: 'facts' },
      ...['Prepared by', 'Reviewed by', 'Period', 'Purpose'].map((name) => fact(name, ' ')),
    ),
  );
}
