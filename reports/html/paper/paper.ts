/**
 * The report on paper: a short version that can be signed and filed. It is plain HTML, so that it prints without the page's
 * script, and without the page: report.pdf is made of it alone.
 */
import {
  outcomes,
  type ReportHead,
  type ReportReader,
  severities,
} from '../../../src/report/model.ts';
import { partialBanner, sampleBanner } from '../banners.ts';
import { completenessSentence } from '../completeness.ts';
import { outcomeLabel, severityLabel } from '../labels.ts';
import { foreign, html, type Markup } from '../markup.ts';
import { scanFacts } from '../scan-facts.ts';
import { table } from '../table.ts';
import { outcomeMeanings } from '../terms.ts';
import { verdictSentence } from '../verdict.ts';
import { number, time } from '../words.ts';
import { attestations } from './attestations.ts';
import { controls } from './controls.ts';
import { failures, gravest } from './failures.ts';
import { completeness, gaps } from './gaps.ts';
import { short } from './group-view.ts';
import { type Group, openGroups } from './groups.ts';
import { mutes } from './mutes.ts';
import { responsibilities } from './responsibilities.ts';
import { signOff } from './sign-off.ts';

interface Section {
  readonly id: string;
  readonly title: string;
  readonly body: Markup;
}

export function paper(report: ReportReader): Markup {
  const { fail, unknown, manual } = openGroups(report);
  const sections: readonly Section[] = [
    { id: 'verdict', title: 'Verdict', body: verdict(fail, report) },
    { id: 'scope', title: 'Scope and parameters', body: scanFacts(report) },
    { id: 'completeness', title: 'Completeness', body: completeness(report) },
    { id: 'duties', title: 'Responsibilities', body: responsibilities(report) },
    { id: 'controls', title: 'Controls', body: controls(report) },
    { id: 'failures', title: 'Failures', body: failures(fail, report) },
    { id: 'gaps', title: 'What could not be read', body: gaps(unknown, report) },
    { id: 'attestations', title: 'Attestations', body: attestations(manual, report) },
    { id: 'muted', title: 'Muted failures', body: mutes(report) },
    { id: 'sign-off', title: 'Sign-off', body: signOff(report) },
  ];
  return compact(
    html`<article id="paper">
      ${opening(report)}
      <nav aria-label="Contents on paper">
        <ol id="paper-contents">
          ${sections.map(
            ({ id, title }) =>
              html`<li>
                <a href="#paper-${id}">${title}</a><span data-sheet-of="paper-${id}"></span>
              </li> `,
          )}
        </ol>
      </nav>
      ${sections.map(
        ({ id, title, body }, index) =>
          html`<section id="paper-${id}">
            <h2>${index + 1}. ${title}</h2>
            ${body}
          </section> `,
      )}
      <div id="paper-annexes"></div>
    </article> `,
  );
}

/** Without the line ends and indents of the templates; no other text has any, since `printable` writes them out. */
function compact({ markup }: Markup): Markup {
  return { markup: markup.replaceAll(/\s*\n\s*/g, ' ') };
}

function opening({ scan, tool, checks }: ReportHead): Markup {
  const { id, alias } = scan.account;
  return html`<p class="kind">AWS shared responsibility report</p>
    <h1>Account ${alias === null ? id : short(`${id} (${alias})`)}</h1>
    <p>
      Scanned ${time(scan.startedAt)} by ${tool.name} ${tool.version} with ${checks.length} checks.
      All that was found is in report.json of the same scan, ${foreign(scan.id)}.
    </p>
    ${sampleBanner(scan)}${partialBanner({ scan })}`;
}

function verdict(fail: readonly Group[], report: ReportReader): Markup {
  const { summary } = report;
  const { passed, of } = summary.score;
  const hasMuted = summary.muted !== undefined;
  return html`<p class="sentence">${verdictSentence(report)}</p>
    <p>
      ${
        isWhole(report)
          ? completenessSentence(report)
          : html`Not everything was read: <a href="#paper-completeness">Completeness</a> and
              <a href="#paper-gaps">What could not be read</a> tell what was not.`
      }
      Score: ${number(passed)} of ${number(of)} pass. A finding is what one check says of one
      resource. What could not be read counts against the score; what AWS or the organisation
      manages does not count, nor does what a person must judge.
    </p>
    ${gravest(fail, report)}
    <div class="pair">
      ${table({
        caption: 'The customer’s failures by severity',
        columns: [
          { name: 'Severity' },
          { name: 'Failures', kind: 'number' },
          ...(hasMuted ? ([{ name: 'Of them muted', kind: 'number' }] as const) : []),
        ],
        rows: severities.map((severity) => ({
          cells: [
            severityLabel(severity),
            number(summary.bySeverity[severity]),
            ...(hasMuted ? [number(summary.muted?.[severity] ?? 0)] : []),
          ],
        })),
      })}
      ${table({
        caption: 'All findings by outcome',
        columns: [
          { name: 'Outcome' },
          { name: 'Findings', kind: 'number' },
          { name: 'What it means' },
        ],
        rows: outcomes.map((outcome) => ({
          cells: [
            outcomeLabel(outcome),
            number(summary.byOutcome[outcome]),
            outcomeMeanings[outcome],
          ],
        })),
      })}
    </div>`;
}

function isWhole({ coverage, scan }: ReportHead): boolean {
  const { planned, ok } = coverage.calls;
  return scan.status === 'complete' && coverage.gaps.length === 0 && ok === planned;
}
