/** The data of fleet.html, from the report. */
import { type FleetReport, severities } from '../../src/fleet/model.ts';
import { printable } from '../../src/text/printable.ts';
import type { Wire } from './wire.ts';

const standingNumbers = { fails: 0, unread: 1, good: 2 } as const;

export function wireOf({ accounts, checks }: FleetReport): Wire {
  const places = new Map(accounts.map(({ id }, at) => [id, at]));
  return {
    rows: accounts.map((account) => [
      account.id,
      printable(account.alias ?? ''),
      standingNumbers[account.standing],
      account.status === 'partial' ? 1 : 0,
      severities.map((severity) => account.bySeverity[severity]),
      account.muted,
      account.unknown,
      account.score.passed,
      account.score.of,
      account.gaps,
      account.report ?? '',
    ]),
    checks: checks
      .filter(({ failing }) => failing.length > 0)
      .map(({ id, failing }) => [id, bitsOf(failing, places)]),
  };
}

function bitsOf(failing: readonly string[], places: ReadonlyMap<string, number>): string {
  const bits = Buffer.alloc(Math.ceil(places.size / 8));
  for (const id of failing) {
    const at = places.get(id);
    if (at !== undefined) bits[at >> 3] = (bits[at >> 3] ?? 0) | (1 << (at & 7));
  }
  return bits.toString('base64');
}
