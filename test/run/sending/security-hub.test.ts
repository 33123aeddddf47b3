import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { connect } from '../../../src/aws/live/connection.ts';
import type { Finding, Report } from '../../../src/report/model.ts';
import { sendToSecurityHub } from '../../../src/run/sending/security-hub.ts';
import { fakeSecurityHub } from '../../support/fake-security-hub.ts';
import { hostileReport } from '../../support/hostile-report.ts';
import { type Loopback, startLoopback } from '../../support/loopback-aws.ts';
import { readerOf } from '../../support/report-document.ts';
import { sampleReport } from '../../support/sample-report.ts';

let hub = fakeSecurityHub();
let aws: Loopback;
beforeAll(async () => {
  aws = await startLoopback((call) => hub.answer(call));
});
afterAll(() => aws.close());
beforeEach(() => {
  hub = fakeSecurityHub();
});

const day = 24 * 3600 * 1000;

/** The same scan so many days later, without gaps unless it is told otherwise. */
function later(report: Report, days: number): Report {
  const finishedAt = new Date(Date.parse(report.scan.finishedAt) + days * day).toISOString();
  const coverage = { ...report.coverage, gaps: [] };
  return { ...report, coverage, scan: { ...report.scan, finishedAt } };
}

function send(report: Report, signal?: AbortSignal) {
  const credentials = () => Promise.resolve({ accessKeyId: 'AKIA', secretAccessKey: 'x' });
  const config = { ...connect({ credentials }).config('eu-west-1'), endpoint: aws.endpoint };
  return sendToSecurityHub(readerOf(report), config, signal);
}

function isOpen({ outcome }: Finding): boolean {
  return outcome === 'fail' || outcome === 'unknown' || outcome === 'manual';
}

const report = later(sampleReport({ buckets: 160 }), 0);
const open = report.findings.filter(isOpen);

describe('sending to Security Hub', () => {
  it('takes what is open, 100 at once, and nothing else', async () => {
    const sent = await send(report);
    expect(sent).toMatchObject({ imported: open.length, archived: 0, refused: [] });
    expect(open.length).toBeGreaterThan(200);
    expect(hub.batches.slice(0, -1).every((size) => size === 100)).toBe(true);
    expect(hub.batches.reduce((sum, size) => sum + size)).toBe(open.length);
  });

  it('finds what is there over many pages, and sends none of it again', async () => {
    await send(report);
    hub.batches.length = 0;
    expect(await send(later(report, 1))).toMatchObject({ imported: 0, unchanged: open.length });
    expect(hub.batches).toEqual([]);
  });

  it('sends again what another version says in the same words only after a month', async () => {
    await send(report);
    const newer = { ...report, tool: { ...report.tool, version: '9.9.9' } };
    expect(await send(later(newer, 29))).toMatchObject({ imported: 0 });
    expect(await send(later(newer, 31))).toMatchObject({ imported: open.length });
  });

  it('sends what changed, and keeps when it was first told', async () => {
    await send(report);
    const [first] = open;
    if (!first) throw new Error('nothing is open');
    const findings = report.findings.map((finding) =>
      finding.id === first.id ? { ...finding, reasons: ['another reason'] } : finding,
    );
    const changed = { ...report, scan: { ...report.scan, startedAt: '2026-12-01T00:00:00.000Z' } };
    expect(await send(later({ ...changed, findings }, 1))).toMatchObject({ imported: 1 });
    const stored = hub.findings.get(`srm-scan/${first.account}/${first.id}`);
    expect(stored).toMatchObject({
      Description: 'another reason',
      CreatedAt: report.scan.startedAt,
    });
  });

  describe('a resource that is not in the scan any more', () => {
    const [lost] = report.findings.filter(({ outcome }) => outcome === 'fail');
    if (!lost) throw new Error('nothing failed');
    const without = later(
      { ...report, findings: report.findings.filter(({ id }) => id !== lost.id) },
      1,
    );
    const state = () => hub.findings.get(`srm-scan/${lost.account}/${lost.id}`)?.RecordState;

    it('is archived where the scan read all that its check needs', async () => {
      await send(report);
      expect(await send(without)).toMatchObject({ archived: 1 });
      expect(state()).toBe('ARCHIVED');
    });

    const [gap] = sampleReport().coverage.gaps;
    if (!gap) throw new Error('no gap');
    it.each<[string, Report]>([
      [
        'the scan ended early',
        { ...without, scan: { ...without.scan, status: 'partial', endedBy: 'the deadline' } },
      ],
      [
        'something that its check needs was not read',
        { ...without, coverage: { ...without.coverage, gaps: [{ ...gap, checks: [lost.check] }] } },
      ],
      [
        'its check was not asked for',
        { ...without, checks: without.checks.filter(({ id }) => id !== lost.check) },
      ],
      [
        'its check was left out of a Region that is not active',
        {
          ...without,
          scan: {
            ...without.scan,
            activity: { regions: [], leftOut: [{ regions: [lost.region], checks: [lost.check] }] },
          },
        },
      ],
      ['its Region was not read', { ...without, scan: { ...without.scan, regions: [] } }],
    ])('stays where %s', async (_, partly) => {
      await send(report);
      await send(partly);
      expect(state()).toBe('ACTIVE');
    });
  });

  it('leaves the findings of others alone', async () => {
    await send(report);
    const [mine] = hub.findings.values();
    if (!mine) throw new Error('nothing was taken');
    const foreign = { ...mine, Id: 'another-tool/1', GeneratorId: 'another-tool' };
    hub.findings.set(foreign.Id, foreign);
    await send(later({ ...report, findings: [] }, 1));
    expect(hub.findings.get(foreign.Id)).toEqual(foreign);
  });

  describe('what is refused of a batch for a passing reason', () => {
    const few = later(sampleReport(), 0);
    const ids = few.findings.filter(isOpen).map(({ account, id }) => `srm-scan/${account}/${id}`);
    const [one = '', two = '', three = ''] = ids;

    it('is sent again, alone, until it is taken', async () => {
      hub.stumbles.set(one, ['ThrottlingException']);
      hub.stumbles.set(two, ['InternalException', 'ServiceUnavailable']);
      hub.stumbles.set(three, ['LimitExceededException']);
      expect(await send(few)).toMatchObject({ imported: ids.length, archived: 0, refused: [] });
      expect(hub.batches).toEqual([ids.length, 3, 1]);
      for (const id of ids) expect(hub.findings.has(id), id).toBe(true);
    });

    it('is told where it is refused as often as a call of the scan is tried', async () => {
      hub.stumbles.set(one, ['InternalFailure', 'InternalFailure', 'InternalFailure']);
      hub.stumbles.set(two, ['InternalFailure']);
      const sent = await send(few);
      expect(sent).toMatchObject({ imported: ids.length - 1 });
      expect(sent.refused).toEqual([
        { why: 'InternalFailure: the finding was not taken', ids: [one] },
      ]);
      expect(hub.batches).toEqual([ids.length, 2, 1]);
    });

    it('is told, and not sent again, where it would be refused again', async () => {
      hub.stumbles.set(one, ['InvalidInput', 'ThrottlingException']);
      hub.stumbles.set(two, ['SomethingUnheardOf']);
      const sent = await send(few);
      expect(sent.refused.flatMap((each) => each.ids).toSorted()).toEqual([one, two].toSorted());
      expect(hub.batches).toEqual([ids.length]);
    });

    it('is told where the sending ends while it is sent again', async () => {
      hub.stumbles.set(one, ['ThrottlingException', 'ThrottlingException']);
      const end = new AbortController();
      const { answer } = hub;
      let batches = 0;
      const ending = (call: Parameters<typeof answer>[0]) => {
        if (call.operation === 'POST /findings/import') batches += 1;
        if (batches === 2) end.abort(new Error('time is up'));
        return answer(call);
      };
      hub = { ...hub, answer: ending };
      const sent = await send(few, end.signal);
      expect(sent.endedBy).toBe('time is up');
      expect(sent).toMatchObject({ imported: ids.length - 1 });
      expect(sent.refused.map((each) => each.ids)).toEqual([[one]]);
    });
  });

  it('sends hostile names as text that the schema takes', async () => {
    const hostile = hostileReport();
    const sent = await send(hostile);
    expect(sent).toMatchObject({ imported: hostile.findings.filter(isOpen).length, refused: [] });
    expect(sent.endedBy).toBeUndefined();
  });
});
