/**
 * A scan of one service sends nothing that its own printed policy does not grant, and reads with that all that a scan of
 * everything reads of the service.
 */
import { describe, expect, it } from 'vitest';
import { checks } from '../../checks/index.ts';
import { everything } from '../../src/plan/asked.ts';
import { actionsOf, operationsOf, plan } from '../../src/plan/plan.ts';
import type { Report } from '../../src/report/model.ts';
import { requestOf } from '../../src/run/request.ts';
import { readSample } from '../../src/run/sample.ts';
import { scan } from '../../src/run/scan.ts';
import { replaySource } from '../../src/run/replay-source.ts';
import { documentOf } from '../support/report-document.ts';

const sample = await readSample();

async function reportOf(services: readonly string[]): Promise<Report> {
  return documentOf(
    await scan(requestOf(checks, { ...everything, services }), replaySource(sample)),
  );
}

const whole = await reportOf([]);
const outcomes = new Map(whole.findings.map(({ id, outcome }) => [id, outcome]));
const actionOf = new Map(
  operationsOf(plan(checks)).map(({ service, name, action }) => [`${service}:${name}`, action]),
);
const services = [...new Set(checks.map(({ service }) => service))];

describe.each(services)('a scan of %s alone', (service) => {
  const chosen = checks.filter((check) => check.service === service);
  const granted = ['sts:GetCallerIdentity', ...actionsOf(plan(chosen))];

  it('sends what its policy grants, and judges as the whole scan does', async () => {
    const report = await reportOf([service]);
    const sent = new Set(report.calls.map((call) => `${call.service}:${call.operation}`));
    expect([...sent].filter((name) => !granted.includes(actionOf.get(name) ?? name))).toEqual([]);
    expect(report.findings.length).toBeGreaterThan(0);
    const others = report.findings.filter(({ id, outcome }) => outcomes.get(id) !== outcome);
    expect(others.map(({ check, region, outcome }) => `${check} ${region} ${outcome}`)).toEqual([]);
  });
});
