/** What a fleet came to, on the terminal. */
import { type FleetAccount, type FleetReport } from '../../src/fleet/model.ts';
import { type Paint, painter } from '../../src/text/paint.ts';
import { printable } from '../../src/text/printable.ts';
import { cutEnd, wrap } from '../../src/text/wrap.ts';
import { count } from '../terminal/count.ts';
import { requestsSentence } from '../terminal/requests.ts';
import { outcomeWords } from '../html/words.ts';
import type { TerminalOptions } from '../terminal.ts';
import {
  failuresText,
  fleetSentence,
  organizationSentence,
  reasonWords,
  sentSentences,
  standingWords,
  unsentOf,
} from './words.ts';

/** Lines of each kind before "and n more". */
const most = 20;
const mostChecks = 10;

export function fleetText(report: FleetReport, options: TerminalOptions): string {
  const width = Math.max(40, options.width);
  const paint = painter(options.colour);
  const { totals, accounts, unscanned, requests } = report;
  const { passed, of } = totals.score;
  const sections = [
    [
      paint(`srm-scan ${report.tool.version}: ${count(totals.accounts, 'account')}`, 'bold'),
      ...wrap(fleetSentence(report), { width }),
      ...wrap(`${passed} of ${of} of the customer's findings pass.`, { width }),
    ],
    listed(
      'Accounts, the worst first',
      accounts.map((each) => accountLine(each, width, paint)),
      most,
      paint,
    ),
    listed(
      'Not scanned',
      unscanned.map((each) => unscannedLines(each, width)),
      most,
      paint,
    ),
    sentLines(report, width, paint),
    organizationLines(report, width, paint),
    listed('Checks that fail in most accounts', checkLines(report, width), mostChecks, paint),
    wrap(requestsSentence(requests, 'of each account by service in fleet.json'), { width }),
    options.paths.length === 0
      ? []
      : ['Written', ...options.paths.map((path) => `  ${printable(path)}`)],
  ];
  return `\n${sections
    .filter((section) => section.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

/** One account: `✕ Fails 111122223333 (alias)  80 of 120 pass; 2 critical, 3 high`, on further lines where it is too long. */
function accountLine(account: FleetAccount, width: number, paint: Paint): string {
  const { word, sign } = standingWords[account.standing];
  const alias = account.alias === null ? '' : ` (${printable(account.alias)})`;
  const failures = failuresText(account.bySeverity);
  const { passed, of } = account.score;
  const gaps = account.gaps > 0 ? `; ${count(account.gaps, 'gap')}` : '';
  const partial = account.status === 'partial' ? 'PARTIAL; ' : '';
  const name = cutEnd(`${account.id}${alias}`, 34).padEnd(12);
  const rest = `${partial}${passed} of ${of} pass${gaps}; ${failures === '' ? 'nothing fails' : failures}; ${count(account.requests, 'request')}`;
  const head = `${sign} ${word.padEnd(12)} ${name}  `;
  const colour = { fails: 'red', unread: 'yellow', good: undefined } as const;
  const style = colour[account.standing];
  const lines =
    head.length + rest.length + 2 <= width
      ? [`  ${head}${rest}`]
      : [`  ${head.trimEnd()}`, ...wrap(rest, { width, indent: 4 })];
  return lines.map((line) => (style === undefined ? line : paint(line, style))).join('\n');
}

/** Why an account was not scanned, and what to do. */
function unscannedLines(
  { account, reason, cause, cure }: FleetReport['unscanned'][number],
  width: number,
): string {
  const head = `${account} ${reasonWords[reason]}: ${printable(cause)}`;
  return [
    ...wrap(head, { width, indent: 2, hang: 2 }),
    ...(cure === '' ? [] : wrap(printable(cure), { width, indent: 4 })),
  ].join('\n');
}

/** What came of sending the findings, where that was asked for. */
function sentLines(report: FleetReport, width: number, paint: Paint): readonly string[] {
  const told = sentSentences(report);
  if (told.length === 0) return [];
  const without = unsentOf(report).map(({ account, to, why }) =>
    wrap(`${account} ${to}: ${printable(why)}`, { width, indent: 2, hang: 2 }).join('\n'),
  );
  return [
    ...told.flatMap((sentence) => wrap(sentence, { width })),
    ...listed('Not all was taken', without, most, paint),
  ];
}

/** What fails of the organisation itself, and what could not be told. */
function organizationLines(
  { organization }: FleetReport,
  width: number,
  paint: Paint,
): readonly string[] {
  if (organization === undefined) return [];
  const open = organization.judgements.filter(
    ({ outcome }) => outcome === 'fail' || outcome === 'unknown',
  );
  return [
    paint('Organisation', 'bold'),
    ...wrap(organizationSentence(organization), { width, indent: 2 }),
    ...open.flatMap(({ outcome, title, reasons }) => {
      const { word, sign } = outcomeWords[outcome];
      const head = `${sign} ${word}  ${title}`;
      return [
        ...wrap(head, { width, indent: 2, hang: 2 }),
        ...wrap(printable(reasons.slice(0, 1).join()), { width, indent: 4 }),
      ];
    }),
  ];
}

function checkLines({ checks }: FleetReport, width: number): string[] {
  return checks
    .filter(({ accounts }) => accounts.fail > 0)
    .map(({ id, worst, accounts, findings }) => {
      const label = (worst === 'informational' ? 'info' : (worst ?? '')).padEnd(8);
      const numbers = `${count(accounts.fail, 'account')}, ${count(findings.fail - findings.muted, 'finding')}`;
      return `  ${label} ${cutEnd(printable(id), width - 13 - numbers.length)}  ${numbers}`;
    });
}

function listed(title: string, lines: readonly string[], at: number, paint: Paint): string[] {
  if (lines.length === 0) return [];
  const more = lines.length - at;
  return [paint(title, 'bold'), ...lines.slice(0, at), ...(more > 0 ? [`  and ${more} more`] : [])];
}
