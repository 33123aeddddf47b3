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

/**
 * "The findings of 24 accounts were sent to Security Hub; of 1 not all was taken." Undefined where nothing was to be sent.
 */
export function sentSentence({ accounts }: Pick<FleetReport, 'accounts'>): string | undefined {
  const sent = accounts.flatMap((account) => account.sent ?? []);
  if (sent.length === 0) return undefined;
  const unsent = unsentOf({ accounts }).length;
  const all = unsent === 0 ? 'all of it was taken' : `of ${unsent} not all was taken`;
  return `The findings of ${plural(sent.length, 'account')} were sent to Security Hub; ${all}.`;
}

/** Accounts whose findings were not all taken, and why. */
export function unsentOf({ accounts }: Pick<FleetReport, 'accounts'>) {
  return accounts.flatMap(({ id, sent }) =>
    sent?.why === undefined ? [] : [{ account: id, region: sent.region, why: sent.why }],
  );
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
