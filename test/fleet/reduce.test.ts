/** The report of a fleet says what its summaries say, added up. */
import { describe, expect, it } from 'vitest';
import { accountAt, summaryAt } from '../../bench/summaries.ts';
import { fleetShape } from '../../src/fleet/model.ts';
import { createFleet } from '../../src/fleet/reduce.ts';
import type { FailOn } from '../../src/fleet/standing.ts';
import type { AccountSummary } from '../../src/fleet/summary.ts';
import type { UnscannedReason } from '../../src/fleet/unscanned.ts';
import { readingOf } from '../support/organization-reading.ts';

const catalogue = new Map([['s3-bucket-versioning', { title: 'versions are kept' }]]);

function fleetOf(
  summaries: readonly AccountSummary[],
  { failOn = 'high', allowUnknown = false }: { failOn?: FailOn; allowUnknown?: boolean } = {},
) {
  const tool = { name: 'srm-scan', version: '0.1.0' } as const;
  const fleet = createFleet({ failOn, allowUnknown, tool, catalogue });
  for (const summary of summaries) fleet.add(summary, `${summary.scan.account.id}/report.html`);
  return fleet;
}

const many = Array.from({ length: 40 }, (_, number) => summaryAt(number));

function unscanned(account: string, reason: UnscannedReason) {
  const at = '2026-11-22T03:17:00.000Z';
  return {
    schema: 'srm-scan/unscanned/1' as const,
    account,
    reason,
    cause: 'AccessDenied',
    cure: 'Trust it.',
    at,
  };
}

/** An account in which only what is given was found. */
function account(
  number: number,
  checks: AccountSummary['checks'],
  bySeverity: Partial<AccountSummary['summary']['bySeverity']> = {},
  muted?: Partial<AccountSummary['summary']['bySeverity']>,
): AccountSummary {
  const none = { critical: 0, high: 0, medium: 0, low: 0, informational: 0 };
  const summary = summaryAt(number);
  const calls = { planned: 9, ok: 9, denied: 0, throttled: 0, failed: 0, skipped: 0 };
  return {
    ...summary,
    scan: { ...summary.scan, status: 'complete' },
    completeness: { calls, gaps: 0, faults: 0, reasons: {}, permissions: [] },
    checks,
    summary: {
      byOutcome: { ...summary.summary.byOutcome, unknown: 0 },
      bySeverity: { ...none, ...bySeverity },
      ...(muted && { muted: { ...none, ...muted } }),
      score: { passed: 1, of: 2 },
    },
  };
}

describe('accounts that are no active ones', () => {
  const [gone, begun, untold] = ['777777777777', '888888888888', '999999999999'] as const;
  const letIn = {
    kinds: ['AWS::IAM::Role'],
    unread: 0,
    accounts: [gone, begun, untold].map((id) => ({ account: id, count: 1, resources: [] })),
    further: 0,
  };

  it.each([true, false])('are closed, or were never activated; scanned before: %s', (before) => {
    const told = { ...summaryAt(1), letIn };
    const { scan, ...rest } = summaryAt(2);
    const closing = { ...rest, scan: { ...scan, account: { ...scan.account, id: gone } } };
    const fleet = fleetOf(before ? [told, closing] : [told]);
    fleet.addUnscanned({ ...unscanned(gone, 'suspended'), state: 'PENDING_CLOSURE' });
    fleet.addUnscanned({ ...unscanned(begun, 'suspended'), state: 'PENDING_ACTIVATION' });
    // As an earlier version kept it.
    fleet.addUnscanned(unscanned(untold, 'suspended'));
    fleet.addOrganization(readingOf());
    const rows = fleet.report().organization?.letIn?.map((row) => [row.account, row.whose]);
    expect(rows).toEqual([
      [gone, 'closed'],
      [untold, 'left-out'],
      [begun, 'outside'],
    ]);
  });
});

describe('the report of a fleet', () => {
  it('is the same in whatever order the summaries come', () => {
    expect(fleetOf(many.toReversed()).report()).toEqual(fleetOf(many).report());
  });

  it('keeps to its own shape, by which it is read back', () => {
    const report = fleetOf(many).report();
    expect(fleetShape.parse(JSON.parse(JSON.stringify(report)))).toEqual(report);
  });

  it('adds up findings, calls and requests', () => {
    const { totals, requests, accounts } = fleetOf(many).report();
    const sum = (of: (summary: AccountSummary) => number) =>
      many.reduce((total, each) => total + of(each), 0);
    expect(totals.byOutcome.fail).toBe(sum(({ summary }) => summary.byOutcome.fail));
    expect(totals.bySeverity.high).toBe(sum(({ summary }) => summary.bySeverity.high));
    expect(totals.score.of).toBe(sum(({ summary }) => summary.score.of));
    expect(totals.calls.planned).toBe(sum(({ completeness }) => completeness.calls.planned));
    expect(requests['s3']).toBe(sum((each) => each.requests['s3'] ?? 0));
    expect(accounts).toHaveLength(40);
    const { fails, unread, good } = totals.standings;
    expect(fails + unread + good).toBe(40);
  });

  it('says of each account which Regions were left out, and in how many parts it was read', () => {
    const [plain] = many;
    if (!plain) throw new Error('there is none');
    const own = summaryAt(40);
    const inactiveRegions = ['eu-north-1', 'sa-east-1'];
    const read = { ...own, scan: { ...own.scan, inactiveRegions, parts: 3 } };
    const report = fleetOf([plain, read]).report();
    const [there, other] = [own, plain].map(({ scan }) =>
      report.accounts.find(({ id }) => id === scan.account.id),
    );
    expect(there).toMatchObject({ inactiveRegions, parts: 3 });
    expect(other).not.toHaveProperty('inactiveRegions');
    expect(other).not.toHaveProperty('parts');
    expect(fleetShape.parse(JSON.parse(JSON.stringify(report)))).toEqual(report);
  });

  it('counts each account once for each check', () => {
    for (const { id, accounts, failing } of fleetOf(many).report().checks) {
      const counts = Object.values(accounts);
      expect(
        counts.reduce((total, count) => total + count, 0),
        id,
      ).toBe(40);
      const fails = many.filter(({ checks }) => checks[id]?.fail !== undefined);
      expect(failing, id).toEqual(fails.map(({ scan }) => scan.account.id).toSorted());
    }
  });

  it('lists a control for each account that tells its state', () => {
    const [framework] = fleetOf(many).report().frameworks;
    for (const { control, met, ...line } of framework?.controls ?? []) {
      const of = many.map(({ controls }) => controls[framework?.id ?? '']);
      expect(met, control).toBe(of.filter((states) => states?.met.includes(control)).length);
      expect(line['not-met'], control).toBe(
        of.filter((states) => states?.['not-met'].includes(control)).length,
      );
    }
  });

  it('refuses two summaries of one account, which would count twice', () => {
    const fleet = fleetOf(many);
    expect(() => fleet.add(summaryAt(3), null)).toThrow(/two summaries/);
  });
});

describe('the standing of an account', () => {
  const low = account(1, { 'a-check': { fail: { low: 2 } } }, { low: 2 });
  const high = account(2, { 'a-check': { fail: { high: 2 } } }, { high: 2 });
  const accepted = account(
    3,
    { 'a-check': { fail: { high: 2 }, muted: 2 } },
    { high: 2 },
    { high: 2 },
  );
  const partly = account(
    4,
    { 'a-check': { fail: { high: 2 }, muted: 1 } },
    { high: 2 },
    { high: 1 },
  );
  const gap = { ...low, completeness: { ...low.completeness, gaps: 1 } };
  const fault = { ...low, completeness: { ...low.completeness, gaps: 1, faults: 1 } };

  const standing = (summary: AccountSummary, ...options: Parameters<typeof fleetOf>[1][]) =>
    fleetOf([summary], ...options).report().accounts[0]?.standing;

  it('follows from the failures at the bar, less those that are accepted', () => {
    expect(standing(low)).toBe('good');
    expect(standing(low, { failOn: 'low' })).toBe('fails');
    expect(standing(high)).toBe('fails');
    expect(standing(high, { failOn: 'none' })).toBe('good');
    expect(standing(accepted)).toBe('good');
    expect(standing(partly)).toBe('fails');
  });

  it('is not good where something was not read, unless that is allowed', () => {
    expect(standing(gap)).toBe('unread');
    expect(standing(gap, { allowUnknown: true })).toBe('good');
    expect(standing(fault, { allowUnknown: true })).toBe('unread');
    const partial = { ...low, scan: { ...low.scan, status: 'partial' as const } };
    expect(standing(partial, { allowUnknown: true })).toBe('unread');
  });

  it('a check whose failures are all accepted fails in no account, and is last among those that fail', () => {
    const { checks } = fleetOf([
      { ...accepted, checks: { ...accepted.checks, 'b-check': { fail: { low: 1 } } } },
    ]).report();
    expect(checks.map(({ id, accounts }) => [id, accounts.fail, accounts.muted])).toEqual([
      ['b-check', 1, 0],
      ['a-check', 0, 1],
    ]);
    expect(checks[1]?.failing).toEqual([]);
  });
});

describe('accounts that were not scanned', () => {
  it('are told with cause and cure, and those left out are counted apart', () => {
    const fleet = fleetOf(many.slice(0, 2));
    fleet.addUnscanned(unscanned(accountAt(50), 'refused'));
    fleet.addUnscanned(unscanned(accountAt(51), 'suspended'));
    const { totals, unscanned: told } = fleet.report();
    expect(totals).toMatchObject({ accounts: 4, unscanned: 1, suspended: 1 });
    expect(told[0]).toEqual({
      account: accountAt(50),
      reason: 'refused',
      cause: 'AccessDenied',
      cure: 'Trust it.',
    });
  });

  it('count as scanned where there is a summary of them', () => {
    const fleet = fleetOf(many.slice(0, 2));
    fleet.addUnscanned(unscanned(accountAt(1), 'timed-out'));
    expect(fleet.report().unscanned).toEqual([]);
  });
});

describe('the trend', () => {
  const clean = { 'a-check': { pass: 2 } };
  const broken = { 'a-check': { fail: { high: 1 }, pass: 1 } };

  it('compares accounts that were scanned both times, and names the others', () => {
    const former = fleetOf([
      account(1, clean),
      account(2, broken, { high: 1 }),
      account(3, clean),
      account(4, clean),
    ]).report();
    const later = fleetOf([
      account(1, broken, { high: 1 }),
      account(2, clean),
      account(5, broken, { high: 1 }),
    ]);
    later.addUnscanned(unscanned(accountAt(3), 'refused'));
    const { trend } = later.report(former);
    expect(trend).toMatchObject({
      alike: true,
      newAccounts: [accountAt(5)],
      goneAccounts: [accountAt(4)],
      noLongerScanned: [accountAt(3)],
      worse: [accountAt(1)],
      better: [accountAt(2)],
      failures: { high: { from: 1, to: 1 } },
      checks: [],
    });
  });

  it('tells checks that fail in more accounts', () => {
    const former = fleetOf([account(1, clean), account(2, clean)]).report();
    const { trend } = fleetOf([account(1, broken, { high: 1 }), account(2, clean)]).report(former);
    expect(trend?.checks).toEqual([{ id: 'a-check', from: 0, to: 1 }]);
  });

  it('says where the two were not measured alike', () => {
    const former = fleetOf([account(1, clean)]).report();
    const other = { ...account(1, clean), selection: 'f'.repeat(64) };
    expect(fleetOf([other]).report(former).trend?.alike).toBe(false);
  });
});
