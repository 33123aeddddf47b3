/**
 * Accounts change while they are listed: an item may slide from one page to the next and be shown on both. It is one
 * item all the same, is asked about once and judged once.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { checks } from '../../checks/index.ts';
import { canonicalAgain } from '../../src/aws/evidence/canonical.ts';
import { type CallRecord, seal } from '../../src/aws/evidence/ledger.ts';
import { operationsOf, plan } from '../../src/plan/plan.ts';
import type { Report } from '../../src/report/model.ts';
import { readSample } from '../../src/run/sample.ts';
import { verdictsOf } from '../support/same-verdicts.ts';
import { scanSample } from '../support/scan-sample.ts';

const lists = new Set(
  operationsOf(plan(checks))
    .filter((operation) => 'pages' in operation || operation.name === 'DescribeTrails')
    .map(({ service, name }) => `${service}:${name}`),
);

describe('F13: an account whose every list shows every item twice', () => {
  let whole: Report;
  let twice: Report;
  let doubled: readonly CallRecord[] = [];

  beforeAll(async () => {
    const evidence = await readSample();
    whole = await scanSample(checks, evidence);
    const calls = new Map([...evidence.calls].map(([id, call]) => [id, shownTwice(call)]));
    doubled = [...calls.values()].filter((call) => call !== evidence.calls.get(call.id));
    twice = await scanSample(checks, { ...evidence, calls });
  });

  it('has the same verdicts, each once', () => {
    expect(doubled.map(({ operation }) => operation)).toEqual(
      expect.arrayContaining(['ListBuckets', 'ListUsers', 'ListKeys', 'DescribeInstances']),
    );
    const ids = twice.findings.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(verdictsOf(twice)).toEqual(verdictsOf(whole));
  });

  it('takes the same calls and leaves the same gaps', () => {
    expect(twice.calls.map(({ id }) => id)).toEqual(whole.calls.map(({ id }) => id));
    expect(twice.coverage).toEqual(whole.coverage);
  });
});

function shownTwice(call: CallRecord): CallRecord {
  if (call.answer === undefined || !lists.has(`${call.service}:${call.operation}`)) return call;
  const answer: unknown = JSON.parse(call.answer);
  if (typeof answer !== 'object' || answer === null) return call;
  const doubled = Object.entries(answer).map(([name, value]): [string, unknown] => [
    name,
    Array.isArray(value) ? [...value, ...value] : value,
  ]);
  const exchange = { answer: canonicalAgain(Object.fromEntries(doubled)) };
  return { ...call, ...exchange, sha256: seal(exchange) };
}
