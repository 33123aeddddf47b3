/** What the report of a fleet calls things, and what it says in a sentence. */
import {
  type FleetOrganization,
  type FleetReport,
  type Severity,
  severities,
  type Standing,
  type UnscannedReason,
} from '../../src/fleet/model.ts';
import { number, plural } from '../html/words.ts';

export const standingWords: Readonly<
  Record<Standing, { readonly word: string; readonly sign: string }>
> = {
  fails: { word: 'Fails', sign: '✕' },
  unread: { word: 'Not all read', sign: '?' },
  good: { word: 'Good', sign: '✓' },
};

export const reasonWords: Readonly<Record<UnscannedReason, string>> = {
  refused: 'refused',
  'timed-out': 'timed out',
  failed: 'failed',
  'not-reached': 'not reached',
  suspended: 'suspended, left out',
};

/** "2 of 25 accounts fail; 1 was not read in full; 3 could not be scanned, and 1 is suspended and was left out." */
export function fleetSentence({ totals }: Pick<FleetReport, 'totals'>): string {
  const { accounts, standings, unscanned, suspended } = totals;
  if (accounts === unscanned + suspended) {
    return `None of ${plural(accounts, 'account')} could be scanned.`;
  }
  const said = [
    `${standings.fails} of ${plural(accounts, 'account')} ${standings.fails === 1 ? 'fails' : 'fail'}`,
    ...(standings.unread > 0
      ? [`${standings.unread} more ${standings.unread === 1 ? 'was' : 'were'} not read in full`]
      : []),
    ...(unscanned > 0 ? [`${unscanned} could not be scanned`] : []),
    ...(suspended > 0
      ? [`${suspended} ${suspended === 1 ? 'is' : 'are'} suspended and left out`]
      : []),
  ];
  return `${said.join('; ')}.`;
}

/** "The findings of 24 accounts were sent to Security Hub; of 1 not all was taken.", and the same of Security Lake; of what was asked for. */
export function sentSentences(report: Pick<FleetReport, 'accounts'>): readonly string[] {
  const { accounts } = report;
  const without = unsentOf(report);
  const told = (to: 'Security Hub' | 'Security Lake', asked: number) => {
    if (asked === 0) return [];
    const unsent = without.filter((each) => each.to === to).length;
    const all = unsent === 0 ? 'all of it was taken' : `of ${number(unsent)} not all was taken`;
    return [`The findings of ${plural(asked, 'account')} were sent to ${to}; ${all}.`];
  };
  return [
    ...told('Security Hub', accounts.filter(({ sent }) => sent).length),
    ...told('Security Lake', accounts.filter(({ lake }) => lake).length),
  ];
}

/** Accounts whose findings were not all taken, by what, and why. */
export function unsentOf({ accounts }: Pick<FleetReport, 'accounts'>) {
  return accounts.flatMap(({ id: account, sent, lake }) => [
    ...(sent?.why === undefined ? [] : [{ account, to: 'Security Hub', why: sent.why }]),
    ...(lake?.why === undefined ? [] : [{ account, to: 'Security Lake', why: lake.why }]),
  ]);
}

/** What counts as failing, in a sentence. */
export function barSentence({
  fleet: { failOn, allowUnknown },
}: Pick<FleetReport, 'fleet'>): string {
  const fails =
    failOn === 'none'
      ? 'No failure makes an account fail.'
      : `An account fails where something fails at ${failOn}${failOn === 'critical' ? '' : ' or graver'} that its owners do not accept.`;
  return allowUnknown ? `${fails} What could not be read is accepted.` : fails;
}

/** `3 critical, 10 high`; empty where nothing fails. */
export function failuresText(bySeverity: Readonly<Record<Severity, number>>): string {
  return severities
    .filter((severity) => bySeverity[severity] > 0)
    .map((severity) => `${bySeverity[severity]} ${severity}`)
    .join(', ');
}

/** Ids that are named before "and n more"; fleet.json has them all. */
const mostNamed = 12;

/** `3: 111122223333, 444455556666, …`. */
export function idsText(ids: readonly string[]): string {
  if (ids.length === 0) return 'none';
  const rest = ids.length - mostNamed;
  return `${number(ids.length)}: ${ids.slice(0, mostNamed).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

/** "Of 12 things that the organisation decides 3 fail and 1 could not be read." */
export function organizationSentence({ judgements }: FleetOrganization): string {
  const count = (outcome: string) => judgements.filter((each) => each.outcome === outcome).length;
  const [fails, unread] = [count('fail'), count('unknown')];
  const said = [
    `${fails === 0 ? 'none' : fails} ${fails > 1 ? 'fail' : 'fails'}`,
    ...(unread > 0 ? [`${unread} could not be told`] : []),
  ];
  return `Of ${judgements.length} things that the organisation decides ${said.join('; ')}.`;
}
