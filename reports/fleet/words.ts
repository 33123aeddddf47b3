/** What the report of a fleet calls things, and what it says in a sentence. */
import {
  type FleetReport,
  type Severity,
  severities,
  type Standing,
  type UnscannedReason,
} from '../../src/fleet/model.ts';
import { plural } from '../html/words.ts';

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
