/**
 * K4: a scan of one Region says of what it judges what a scan of all says, or `unknown`. What is so in the Regions that were
 * left out, it does not know: "nowhere in the account" it may not conclude.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { checks } from '../../checks/index.ts';
import type { Evidence } from '../../src/aws/evidence/record.ts';
import type { Report } from '../../src/report/model.ts';
import { readSample } from '../../src/run/sample.ts';
import { scanSample } from '../support/scan-sample.ts';

const regions = ['ap-south-1', 'eu-central-1', 'eu-west-1', 'us-east-1'];

let evidence: Evidence;
let whole: Report;
beforeAll(async () => {
  evidence = await readSample();
  whole = await scanSample(checks, evidence);
});

describe('a scan of one Region of several', () => {
  it.each(regions)(
    'says nothing else in %s than a scan of all, but that it does not know',
    async (region) => {
      const report = await scanSample(checks, evidence, [region]);
      const before = new Map(whole.findings.map((finding) => [finding.id, finding]));
      const others = report.findings.flatMap(({ id, check, outcome, reasons }) => {
        const was = before.get(id)?.outcome;
        if (was === undefined || was === outcome || outcome === 'unknown') return [];
        return [`${check}: ${was} became ${outcome}: ${reasons.join('; ')}`];
      });
      expect(others).toEqual([]);
    },
  );

  it('F9 does not know whether AWS Config records the IAM types somewhere else, and names where', async () => {
    const report = await scanSample(checks, evidence, ['eu-west-1']);
    const found = report.findings.filter(({ check }) => check === 'config-recorder-enabled');
    expect(found).toMatchObject([{ outcome: 'unknown', region: 'eu-west-1' }]);
    expect(found[0]?.reasons.join()).toMatch(/left out of this scan: .*eu-central-1/);
    expect(report.coverage.gaps.filter(({ service }) => service === 'config')).toEqual([]);
  });
});
