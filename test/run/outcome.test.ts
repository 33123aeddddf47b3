import { describe, expect, it } from 'vitest';
import { severities, type Severity } from '../../src/judge/terms.ts';
import type { ReportHead } from '../../src/report/model.ts';
import { exitCodeOf, parseFailOn } from '../../src/run/outcome.ts';
import { sampleReport } from '../support/sample-report.ts';

const none = { critical: 0, high: 0, medium: 0, low: 0, informational: 0 };

interface Case {
  readonly failed?: Partial<Record<Severity, number>>;
  readonly muted?: Partial<Record<Severity, number>>;
  readonly unknown?: number;
  readonly gap?: boolean;
  readonly fault?: boolean;
  readonly partial?: boolean;
}

function headOf({
  failed,
  muted,
  unknown = 0,
  gap = false,
  fault = false,
  partial = false,
}: Case): ReportHead {
  const { scan, coverage, summary, ...head } = sampleReport();
  const some = coverage.gaps.slice(0, 1);
  const gaps = fault ? some.map((each) => ({ ...each, reason: 'fault' as const })) : some;
  return {
    ...head,
    scan: { ...scan, status: partial ? 'partial' : 'complete' },
    coverage: { ...coverage, gaps: gap || fault ? gaps : [] },
    summary: {
      byOutcome: { ...summary.byOutcome, unknown },
      bySeverity: { ...none, ...failed },
      byOwner: summary.byOwner,
      score: summary.score,
      ...(muted ? { muted: { ...none, ...muted } } : {}),
    },
  };
}

describe('the exit code', () => {
  it.each(severities.map((severity, rank) => [severity, rank] as const))(
    'is 1 for a failure that is %s where that is the level, or a lighter one is',
    (severity, rank) => {
      const head = headOf({ failed: { [severity]: 1 } });
      for (const [levelRank, level] of severities.entries()) {
        expect(exitCodeOf(head, level)).toBe(rank <= levelRank ? 1 : 0);
      }
      expect(exitCodeOf(head, 'none')).toBe(0);
    },
  );

  it('passes over failures that were all muted, and over no others', () => {
    expect(exitCodeOf(headOf({ failed: { high: 2 }, muted: { high: 2 } }), 'high')).toBe(0);
    expect(exitCodeOf(headOf({ failed: { high: 3 }, muted: { high: 2 } }), 'high')).toBe(1);
    expect(exitCodeOf(headOf({ failed: { critical: 1 }, muted: { high: 2 } }), 'high')).toBe(1);
  });

  it.each([{ unknown: 1 }, { gap: true }, { partial: true }])('is 3 with %j', (how) => {
    expect(exitCodeOf(headOf(how), 'high')).toBe(3);
    expect(exitCodeOf(headOf(how), 'none')).toBe(3);
    expect(exitCodeOf(headOf({ ...how, failed: { high: 1 } }), 'high')).toBe(1);
  });

  it.each([{ unknown: 1 }, { gap: true }])('F52: is 0 with %j that is allowed', (how) => {
    expect(exitCodeOf(headOf(how), 'high', true)).toBe(0);
    expect(exitCodeOf(headOf({ ...how, failed: { high: 1 } }), 'high', true)).toBe(1);
  });

  // Nobody can know of these beforehand, and so nobody can have accepted them.
  it.each([{ partial: true }, { fault: true }])('F52: is 3 with %j, allowed or not', (how) => {
    expect(exitCodeOf(headOf(how), 'none', true)).toBe(3);
  });

  it('is 0 where nothing failed and everything was read', () => {
    expect(exitCodeOf(headOf({}), 'informational')).toBe(0);
  });
});

describe('the level of --fail-on', () => {
  it('is a severity in any case of letters, or none', () => {
    expect(['HIGH', 'informational', 'None'].map(parseFailOn)).toEqual([
      'high',
      'informational',
      'none',
    ]);
    expect(() => parseFailOn('hihg')).toThrow('high');
  });
});
