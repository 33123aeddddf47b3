/** The responsibility matrix with what the scan found: a line for every layer of every service, none missing. */
import type { Evaluation } from '../judge/evaluate.ts';
import type { Tallies } from './tally.ts';
import type { ResponsibilityLine, ResponsibilityStatus } from './model.ts';
import {
  type Responsibility,
  responsibilities,
  type ServiceId,
} from '../responsibilities/index.ts';

/** Every account has them, whatever else it uses. */
const alwaysInUse: ReadonlySet<ServiceId> = new Set(['iam', 'account']);

/** What a scan found, by responsibility and by service. */
interface Found {
  readonly assessed: Tallies['assessed'];
  readonly inUse: Evaluation['inUse'];
}

export function responsibilityLines({ assessed, inUse }: Found): readonly ResponsibilityLine[] {
  return responsibilities.map((row) => {
    const { checks, counts } = assessed.get(row.id) ?? { checks: [], counts: {} };
    const used = alwaysInUse.has(row.service)
      ? 'yes'
      : (inUse.get(row.service) ?? 'not-looked-for');
    return { ...row, ...statusOf(row, checks, counts), inUse: used, checks, counts };
  });
}

function statusOf(
  row: Responsibility,
  checks: readonly string[],
  counts: ResponsibilityLine['counts'],
): { readonly status: ResponsibilityStatus; readonly note: string } {
  if (row.owner === 'aws') {
    return { status: 'out-of-scope', note: 'AWS does this; its assurance report covers it.' };
  }
  const unknown = counts.unknown ?? 0;
  const known = Object.values(counts).reduce((sum, count) => sum + count, 0) - unknown;
  if (known > 0 && unknown === 0 && row.attestation === undefined) {
    return { status: 'assessed', note: `Assessed by ${plural(checks.length, 'check')}.` };
  }
  if (known > 0) {
    const rest =
      unknown > 0
        ? `${plural(unknown, 'finding')} could not be read`
        : 'a person must attest the rest';
    return { status: 'partly-assessed', note: `Assessed in part: ${rest}.` };
  }
  if (row.attestation !== undefined) {
    return { status: 'attestation', note: 'No AWS API shows this; a person must attest it.' };
  }
  if (unknown > 0) return { status: 'not-assessed', note: 'Nothing of it could be read.' };
  return { status: 'not-assessed', note: 'No check of this scan covers it.' };
}

function plural(count: number, noun: string): string {
  return count === 1 ? `1 ${noun}` : `${count} ${noun}s`;
}
