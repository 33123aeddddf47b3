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
import { html, type Markup } from './markup.ts';
import { counted, failuresByService, splitChart } from './charts.ts';
import { completenessSentence } from './completeness.ts';
import { failuresOf, topRisks } from './risks.ts';
import { outcomeLabel, severityLabel } from './labels.ts';
import { scanFacts } from './scan-facts.ts';
import { table } from './table.ts';
import { number, ownerWords, plural } from './words.ts';

/** "41 of the customer’s 312 findings fail, 3 of them critical; 12 could not be read." */
export function verdictSentence({
  summary,
  ...report
}: Pick<ReportHead, 'summary' | 'coverage' | 'scan'>): string {
  const { passed, of } = summary.score;
  const regions = unreadWords(report);
  const nothingOf = regions === undefined ? '' : `nothing of ${regions}`;
  if (of === 0) {
    const also = nothingOf === '' ? '' : `, and ${nothingOf} could be read`;
    return `None of the customer’s findings could be judged${also}.`;
  }
  const failed = severities.reduce((sum, severity) => sum + summary.bySeverity[severity], 0);
  const unread = of - passed - failed;
  const rest = restOf(unread, nothingOf);
  if (failed === 0 && unread === 0) {
    return `All ${number(of)} of the customer’s findings pass${rest}.`;
  }
  if (failed === 0) return `None of the customer’s ${number(of)} findings fails${rest}.`;
  const { critical } = summary.bySeverity;
  const grave = `${critical === 0 ? 'none' : number(critical)} of them critical`;
  const fails = failed === 1 ? 'fails' : 'fail';
  return `${number(failed)} of the customer’s ${number(of)} findings ${fails}, ${grave}${rest}.`;
}

/** What lies behind the count: findings that could not be read, and Regions of which there are none. */
function restOf(unread: number, nothingOf: string): string {
  if (unread === 0) return nothingOf === '' ? '' : `; ${nothingOf} could be read`;
  return `; ${number(unread)} could not be read${nothingOf === '' ? '' : `, and ${nothingOf}`}`;
}

export function verdict(report: ReportReader): Markup {
  const { summary } = report;
  const failures = failuresOf(report);
  return html`<section class="view" id="summary" aria-labelledby="verdict">
    <h2 id="verdict">Verdict</h2>
    ${partialBanner(report)}
    <p class="verdict">${unbroken(verdictSentence(report))}</p>
    <p class="lead">
      ${completenessSentence(report)} <a href="#gaps">What was read and what was not</a> has the
      details.
    </p>
    <div class="first">
      <div>${topRisks(failures)}</div>
      <div>
        ${table({
          caption: 'The customer’s failures by severity',
          columns: [{ name: 'Severity' }, { name: 'Failures', kind: 'number' }],
          rows: severities.map((severity) => ({
            cells: [
              severityLabel(severity),
              counted(summary.bySeverity[severity], `outcome=fail&severity=${severity}`),
            ],
          })),
        })}
        ${table({
          caption: 'All findings by outcome',
          columns: [{ name: 'Outcome' }, { name: 'Findings', kind: 'number' }],
          rows: outcomes.map((outcome) => ({
            cells: [
              outcomeLabel(outcome),
              counted(summary.byOutcome[outcome], `outcome=${outcome}`),
            ],
          })),
        })}
        ${table({
          caption: 'All findings by owner',
          columns: [{ name: 'Owner' }, { name: 'Findings', kind: 'number' }],
          rows: owners.map((owner) => ({
            cells: [ownerWords[owner], counted(summary.byOwner[owner], `owner=${owner}`)],
          })),
        })}
      </div>
    </div>
    ${failuresByService(failures, report)} ${splitChart(report.responsibilities)}
    <p>
      Score: <strong>${number(summary.score.passed)} of ${number(summary.score.of)}</strong> pass. A
      finding is what one check says of one resource. What could not be read counts against the
      score. What AWS or the organisation manages does not count, nor does what a person must
      judge.${mutedSentence(report)}
    </p>
    <h3>What was scanned</h3>
    ${scanFacts(report)}
  </section> `;
}

/** Keeps a number with the words that it counts. */
function unbroken(sentence: string): string {
  return sentence.replace(/(\d) (of them|could)/g, '$1\u00a0$2').replace('of them', 'of\u00a0them');
}

function mutedSentence({ summary }: ReportHead): string {
  const muted = severities.reduce((sum, severity) => sum + (summary.muted?.[severity] ?? 0), 0);
  if (muted === 0) return '';
  return ` ${plural(muted, 'finding')} ${muted === 1 ? 'is' : 'are'} muted; the counts include them.`;
}
