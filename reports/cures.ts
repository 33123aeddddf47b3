/**
 * What would let a finding be decided that is unknown: the cures of the gaps that its reasons name. The fix of its check is for
 * a failure, and whether it is one nobody knows.
 */
import type { Finding, Gap, ReportHead } from '../src/report/model.ts';
import { callWords, partsOfLostCall } from '../src/text/call-words.ts';

/** What is to be known of a gap. */
export type GapTold = Pick<Gap, 'service' | 'operation' | 'regions' | 'reason' | 'cause' | 'cure'>;

/** Takes a finding that is unknown; its cure in sentences. */
export type CureOf = (finding: Pick<Finding, 'check' | 'reasons'>) => string;

/** What to do about a finding: the fix of its check where it failed, its cure where it is unknown; undefined of all else. */
export function remedyOf(
  finding: Pick<Finding, 'check' | 'outcome' | 'reasons'>,
  fix: string | undefined,
  cureOf: CureOf,
): string | undefined {
  if (finding.outcome === 'unknown') return cureOf(finding);
  return finding.outcome === 'fail' ? fix : undefined;
}

export function cures({ coverage, scan }: Pick<ReportHead, 'coverage' | 'scan'>): CureOf {
  return curesOf(coverage.gaps, scan);
}

export function curesOf(
  gaps: readonly GapTold[],
  { status }: Pick<ReportHead['scan'], 'status'>,
): CureOf {
  const byCall = new Map<string, GapTold[]>();
  for (const gap of gaps) {
    for (const region of gap.regions) {
      const call = callWords({ ...gap, region });
      byCall.set(call, [...(byCall.get(call) ?? []), gap]);
    }
  }
  const whole = gaps.filter(({ service }) => service === '*');
  const faults = gaps.filter(({ reason }) => reason === 'fault');
  const behind = (reason: string, check: string): readonly GapTold[] => {
    const { call, detail } = partsOfLostCall(reason);
    const own = byCall.get(call);
    if (own) return ofCode(own, detail);
    const broken = faults.filter(({ operation }) => operation === check);
    return broken.length > 0 ? broken : whole.filter(({ regions }) => namesOne(reason, regions));
  };
  const otherwise =
    status === 'partial'
      ? 'Scan again to the end: fewer Regions or services, or a later --deadline.'
      : 'Scan again, and leave out nothing that the reason names.';
  return ({ check, reasons }) => {
    const told = new Set(
      reasons.flatMap((reason) => behind(reason, check)).map(({ cure }) => cure),
    );
    return told.size === 0 ? otherwise : [...told].join(' ');
  };
}

/** Of gaps that one call has for several causes: those of the error that came. */
function ofCode(gaps: readonly GapTold[], detail: string): readonly GapTold[] {
  const code = detail.slice(0, detail.indexOf(': ') + 1);
  const same = code === '' ? [] : gaps.filter(({ cause }) => cause.includes(code));
  return same.length === 0 ? gaps : same;
}

function namesOne(reason: string, regions: readonly string[]): boolean {
  const words = new Set(reason.split(/[^a-z0-9-]+/));
  return regions.some((region) => words.has(region));
}
