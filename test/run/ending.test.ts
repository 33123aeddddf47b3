/** F63: a scan that is ended reports what was judged, whatever it was doing, and hides nothing. */
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { checks as allChecks } from '../../checks/index.ts';
import type { Evidence } from '../../src/aws/evidence/record.ts';
import type { Check } from '../../src/judge/check.ts';
import { everything } from '../../src/plan/asked.ts';
import type { Report } from '../../src/report/model.ts';
import { judgingAfterEnd } from '../../src/run/judging-end.ts';
import { exitCodeOf } from '../../src/run/outcome.ts';
import { readSample } from '../../src/run/sample.ts';
import { scan } from '../../src/run/scan.ts';
import { liveSource } from '../../src/run/source.ts';
import { replaySource, type ReplayOptions } from '../../src/run/replay-source.ts';
import { documentOf } from '../support/report-document.ts';
import { expectValid } from '../support/report-schema.ts';

const checks = allChecks.filter(({ service }) => service === 's3' || service === 'ec2');
let evidence: Evidence;
let whole: Report;

beforeAll(async () => {
  evidence = await readSample();
  whole = await judged(checks);
});
afterEach(() => {
  vi.useRealTimers();
});

async function judged(wanted: readonly Check[], options: ReplayOptions = {}): Promise<Report> {
  const request = { checks: wanted, selection: everything, params: {} };
  const report = documentOf(await scan(request, replaySource(evidence, options)));
  expectValid(report);
  return report;
}

/** The checks, one of which does something before it judges its second resource. */
function doing(place: number, act: () => void): readonly Check[] {
  return checks.map((check, index) => {
    if (index !== place) return check;
    return {
      ...check,
      *judge(world) {
        for (const [number, judgement] of [...check.judge(world)].entries()) {
          if (number === 1) act();
          yield judgement;
        }
      },
    };
  });
}

function findingsOf(report: Report, check: Check | undefined) {
  return report.findings.filter((finding) => finding.check === check?.id);
}

describe('a scan that is ended while it judges', () => {
  it('keeps what it judged, and says of every other check that it was not done', async () => {
    const ctrlC = new AbortController();
    const why = 'the scan was interrupted (SIGINT)';
    const half = doing(3, () => ctrlC.abort(new Error(why)));
    const report = await judged(half, { signal: ctrlC.signal });

    expect(report.scan).toMatchObject({ status: 'partial', endedBy: why });
    for (const done of checks.slice(0, 3)) {
      expect(findingsOf(report, done)).toEqual(findingsOf(whole, done));
    }
    const unfinished = { outcome: 'unknown', reasons: [expect.stringContaining(why)] };
    expect(findingsOf(report, checks[3])).toHaveLength(2);
    expect(findingsOf(report, checks[3])).toContainEqual(expect.objectContaining(unfinished));
    for (const left of checks.slice(4))
      expect(findingsOf(report, left)).toMatchObject([unfinished]);
    expect(checks.length).toBeGreaterThan(8);
  });

  it('lost no call, and so has no gap; the exit code tells', async () => {
    const ctrlC = new AbortController();
    const report = await judged(
      doing(0, () => ctrlC.abort(new Error('enough'))),
      { signal: ctrlC.signal },
    );
    expect(report.coverage).toEqual(whole.coverage);
    expect(exitCodeOf(report, 'none')).toBe(3);
  });

  it('tells how far the judging is', async () => {
    const told: string[] = [];
    await judged(checks, { onJudged: (done, of) => told.push(`${done}/${of}`) });
    expect(told).toEqual(checks.map((_, index) => `${index + 1}/${checks.length}`));
  });
});

describe('a scan that is ended while it reads', () => {
  it('judges what it had read', async () => {
    const ctrlC = new AbortController();
    const report = await judged(checks, {
      signal: ctrlC.signal,
      progress: () => ctrlC.abort(new Error('enough')),
    });
    expect(report.scan).toMatchObject({ status: 'partial', endedBy: 'enough' });
    const { calls, gaps } = report.coverage;
    expect(calls.ok).toBeGreaterThan(0);
    expect(calls.skipped).toBeGreaterThan(0);
    expect(gaps.map(({ reason }) => reason)).toContain('interrupted');
    const said = report.findings.flatMap(({ reasons }) => reasons).join('\n');
    expect(said).not.toContain('before this check had judged everything');
    expect(exitCodeOf(report, 'none')).toBe(3);
  });

  it('has a time for it, and no more', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    const judgedAfter = (milliseconds: number) => {
      const deadline = new AbortController();
      const progress = () => deadline.abort(new Error('the deadline was reached'));
      const slow = doing(2, () => vi.advanceTimersByTime(milliseconds));
      return judged(slow, { signal: deadline.signal, progress });
    };
    const late = await judgedAfter(judgingAfterEnd);
    expect(late.scan.endedBy).toBe('the deadline was reached');
    const said = findingsOf(late, checks[4]).flatMap(({ reasons }) => reasons);
    expect(said).toEqual([expect.stringContaining('took longer than was left')]);

    const inTime = await judgedAfter(judgingAfterEnd - 1);
    expect(JSON.stringify(inTime.findings)).not.toContain('took longer than was left');
  });
});

describe('the deadline of a live scan', () => {
  it('holds after the reading has ended, until the source is closed', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const options = { rate: 0.5, regions: ['eu-west-1'], deadline: 60_000 };
    const [running, closed] = [await liveSource(options), await liveSource(options)];
    expect(running.ended().status).toBe('complete');
    closed.close();
    vi.advanceTimersByTime(60_000);
    expect(running.signal?.reason).toMatchObject({ message: 'the deadline was reached' });
    expect(closed.signal?.aborted).toBe(false);
    running.close();
  });
});
