/** What is added before printing: the failures and what could not be read, in full, with the calls behind them. */
import { outcomes } from '../../../src/report/model.ts';
import type { CallColumns } from '../wire.ts';
import { number } from '../words.ts';
import { at, el, find } from './dom.ts';
import {
  callView,
  checkTexts,
  findingFacts,
  outcomeLabel,
  reasonList,
  section,
  severityLabel,
} from './finding-view.ts';
import { fullFinding, type FullFinding, type Store } from './store.ts';

/** Findings on paper: about 500 sheets. The rest is counted and left to the file. */
const mostOnPaper = 2000;

const printed = [outcomes.indexOf('fail'), outcomes.indexOf('unknown')];

/** @param loaded the store, once everything is in it */
export function prepareForPaper(loaded: () => Store | undefined): void {
  const opened = new Set<HTMLDetailsElement>();
  window.addEventListener('beforeprint', () => {
    for (const details of document.querySelectorAll('details')) {
      if (details.open) continue;
      details.open = true;
      opened.add(details);
    }
    const store = loaded();
    find('print-findings').replaceChildren(...(store ? sheets(store) : [notLoaded()]));
  });
  window.addEventListener('afterprint', () => {
    for (const details of opened) details.open = false;
    opened.clear();
    find('print-findings').replaceChildren();
  });
}

function notLoaded(): Node {
  return el(
    'p',
    { class: 'alarm' },
    'The findings were not loaded when this was printed. They are in report.json.',
  );
}

function sheets(store: Store): readonly Node[] {
  const rows: number[] = [];
  let left = 0;
  for (let row = 0; row < store.ids.length; row += 1) {
    if (!printed.includes(at(store.columns.outcome, row))) continue;
    if (rows.length < mostOnPaper) rows.push(row);
    else left += 1;
  }
  const findings = rows.map((row) => fullFinding(store, row));
  const nodes: Node[] = [
    el('h2', {}, 'Appendix A. Failures and what could not be read'),
    el('p', {}, scope(findings.length, left, store.ids.length)),
  ];
  let check = '';
  for (const finding of findings) {
    if (finding.check.id !== check) nodes.push(checkHeading(finding));
    check = finding.check.id;
    nodes.push(findingOnPaper(finding));
  }
  return [...nodes, ...callsOnPaper(findings)];
}

function scope(shown: number, left: number, all: number): string {
  const rest = left > 0 ? ` ${number(left)} more are left out; they are in report.json.` : '';
  return `${number(shown)} of ${number(all)} findings, in full.${rest} Other outcomes are counted above and listed in report.json.`;
}

function checkHeading(finding: FullFinding): Node {
  return el(
    'section',
    { class: 'paper-check' },
    el('h3', {}, finding.check.title),
    el('p', { class: 'id' }, finding.check.id),
    ...checkTexts(finding, 'h4'),
  );
}

function findingOnPaper(finding: FullFinding): Node {
  const ids = finding.evidence.map((call) => (typeof call === 'string' ? call : call.id));
  return el(
    'section',
    { class: 'paper-finding' },
    el('p', {}, outcomeLabel(finding.outcome), ' ', severityLabel(finding.severity)),
    findingFacts(finding),
    reasonList(finding),
    el('p', { class: 'source' }, `Evidence: ${ids.join(', ')}`),
  );
}

function callsOnPaper(findings: readonly FullFinding[]): readonly Node[] {
  const calls = new Map<string, CallColumns>();
  for (const call of findings.flatMap((finding) => finding.evidence)) {
    if (typeof call !== 'string') calls.set(call.id, call);
  }
  if (calls.size === 0) return [];
  return [
    el('h2', {}, 'Appendix B. The calls behind Appendix A'),
    ...[...calls.values()].map((call) =>
      el('div', { class: 'paper-finding' }, section('h3', call.id, callView(call))),
    ),
  ];
}
