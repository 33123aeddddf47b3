/** The verdict in one sentence, and what was scanned. */
import {
  outcomes,
  owners,
  type ReportHead,
  type ReportReader,
  severities,
} from '../../src/report/model.ts';
import { unreadWords } from '../unread-regions.ts';
import { partialBanner } from './banners.ts';
import { html, join, type Markup, type Part } from './markup.ts';
import { counted, failuresByService, splitChart } from './charts.ts';
import { completenessSentence } from './completeness.ts';
import { failuresOf, topRisks } from './risks.ts';
import { outcomeLabel } from './labels.ts';
import { scanFacts } from './scan-facts.ts';
import { number, ownerWords } from './words.ts';

/** A piece of a sentence: words, or a number with the address of what it counts. */
type Told = string | Linked;
interface Linked {
  readonly count: number;
  readonly to: string;
}

type Verdict = Pick<ReportHead, 'summary' | 'coverage' | 'scan'>;

/** "41 of the customer’s 312 findings fail, 3 of them critical; 12 could not be read." */
export function verdictSentence(report: Verdict): string {
  return told(report)
    .map((each) => (typeof each === 'string' ? each : number(each.count)))
    .join('');
}

const ofCustomer = (query: string) => `#findings?${query}&owner=customer`;
const judged = ofCustomer('outcome=fail,unknown,pass');

function told({ summary, ...report }: Verdict): readonly Told[] {
  const { passed, of } = summary.score;
  const regions = unreadWords(report);
  const nothingOf = regions === undefined ? '' : `nothing of ${regions}`;
  if (of === 0) {
    const also = nothingOf === '' ? '' : `, and ${nothingOf} could be read`;
    return [`None of the customer’s findings could be judged${also}.`];
  }
  const failed = severities.reduce((sum, severity) => sum + summary.bySeverity[severity], 0);
  const unread = of - passed - failed;
  const all = { count: of, to: judged };
  const rest = [...restOf(unread, nothingOf), '.'];
  if (failed === 0 && unread === 0)
    return ['All ', all, ' of the customer’s findings pass', ...rest];
  if (failed === 0) return ['None of the customer’s ', all, ' findings fails', ...rest];
  const { critical } = summary.bySeverity;
  return [
    { count: failed, to: ofCustomer('outcome=fail') },
    ' of the customer’s ',
    all,
    ` findings ${failed === 1 ? 'fails' : 'fail'}, `,
    critical === 0 ? 'none' : { count: critical, to: ofCustomer('outcome=fail&severity=critical') },
    ' of them critical',
    ...rest,
  ];
}

/** What lies behind the count: findings that could not be read, and Regions of which there are none. */
function restOf(unread: number, nothingOf: string): readonly Told[] {
  if (unread === 0) return nothingOf === '' ? [] : [`; ${nothingOf} could be read`];
  const count = { count: unread, to: ofCustomer('outcome=unknown') };
  return ['; ', count, ` could not be read${nothingOf === '' ? '' : `, and ${nothingOf}`}`];
}

export function verdict(report: ReportReader): Markup {
  const { summary } = report;
  const failures = failuresOf(report);
  return html`<section class="view shown" id="summary" aria-labelledby="verdict-title">
    <h2 id="verdict-title">Verdict</h2>
    ${partialBanner(report)}
    <p class="verdict" id="verdict">${told(report).map(toldMarkup)}</p>
    <p class="lead">
      ${completenessSentence(report)} <a href="#gaps">What was read and what was not</a> has the
      details.
    </p>
    ${figures(summary)}
    <div class="first">
      <div>
        <section aria-labelledby="risks">${topRisks(failures)}</section>
        <section aria-labelledby="split">${splitChart(report.responsibilities)}</section>
        <section aria-labelledby="scope">
          <h3 id="scope">What was scanned</h3>
          ${scanFacts(report)}
        </section>
      </div>
      <section aria-labelledby="by-service">${failuresByService(failures, report)}</section>
    </div>
  </section> `;
}

function toldMarkup(each: Told): Part {
  // Keeps a number with the words that it counts.
  if (typeof each === 'string') {
    return each.replace(/^ (could not)/, '\u00a0$1').replace(' of them', '\u00a0of\u00a0them');
  }
  return html`<a href="${each.to}">${number(each.count)}</a>`;
}

/** Findings by outcome and by owner, and what the score counts. */
function figures(summary: ReportHead['summary']): Markup {
  const { score } = summary;
  return html`<ul class="figures" aria-label="All findings by outcome">
      ${outcomes.map(
        (outcome) =>
          html`<li>
            ${outcomeLabel(outcome)} ${counted(summary.byOutcome[outcome], `outcome=${outcome}`)}
          </li> `,
      )}
    </ul>
    <p class="note">
      Score:
      <strong
        >${counted(score.passed, 'outcome=pass&owner=customer')} of
        ${counted(score.of, 'outcome=fail,unknown,pass&owner=customer')}</strong
      >
      pass. A finding is what one check says of one resource. What could not be read counts against
      the score. What AWS or the organisation manages does not count, nor does what a person must
      judge. Findings by owner:
      ${join(
        owners.map(
          (owner) =>
            html`${ownerWords[owner]} ${counted(summary.byOwner[owner], `owner=${owner}`)}`,
        ),
        ', ',
      )}.${mutedSentence(summary)}
    </p>`;
}

function mutedSentence(summary: ReportHead['summary']): Part {
  const muted = severities.reduce((sum, severity) => sum + (summary.muted?.[severity] ?? 0), 0);
  if (muted === 0) return '';
  return html` Muted: ${counted(muted, 'outcome=fail&mark=muted&owner=customer')} of the failures;
  the counts include them.`;
}
