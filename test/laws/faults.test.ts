/**
 * The promise that every other rests on: what could not be read is `unknown`. For every operation that any collector
 * sends, the sample account is judged again with that operation denied, throttled for good, answered by half an answer
 * or by nothing. A fault may turn a verdict into `unknown`; it may turn it into nothing else, and hide nothing.
 *
 * Judged again are the checks whose plan sends the operation. The others cannot meet the fault: a collector that sends
 * what it does not declare is refused, so a check rests on the operations of its plan and on no other.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { checks } from '../../checks/index.ts';
import type { Fault } from '../../src/aws/faults.ts';
import { type CallRecord, seal } from '../../src/aws/evidence/ledger.ts';
import { emptyAnswerCode, truncatedAnswerCode } from '../../src/aws/live/whole-answer.ts';
import { readSample } from '../../src/run/sample.ts';
import type { Evidence } from '../../src/aws/evidence/record.ts';
import { operationsOf, plan } from '../../src/plan/plan.ts';
import type { Finding, Report } from '../../src/report/model.ts';
import { checksThatNeed, checksThatSend } from '../support/checks-by-operation.ts';
import { isAsked } from '../support/not-asked.ts';
import { expectValid } from '../support/report-schema.ts';
import { broken, saidOf, verdictsOf } from '../support/same-verdicts.ts';
import { scanSample } from '../support/scan-sample.ts';

const all = plan(checks);

/** STS answers GetCallerIdentity to everyone; without it there is no scan at all, which the command line says. */
const operations = operationsOf(all).filter(
  (operation) => operation.service !== 'sts' && isAsked(operation),
);

interface NamedFault {
  readonly name: string;
  readonly error: Fault;
  readonly reason: string;
}

const faults: readonly [NamedFault, ...NamedFault[]] = [
  {
    name: 'denied',
    error: {
      code: 'AccessDenied',
      message: 'User is not authorized to perform this',
      status: 403,
    },
    reason: 'denied',
  },
  {
    name: 'throttled for good',
    error: { code: 'ThrottlingException', message: 'Rate exceeded', status: 400 },
    reason: 'throttled',
  },
  {
    name: 'answered by half an answer',
    error: { code: truncatedAnswerCode, message: 'the answer ends in the middle', status: 200 },
    reason: 'failed',
  },
  {
    name: 'answered by status 200 without a body',
    error: { code: emptyAnswerCode, message: 'status 200 without a body', status: 200 },
    reason: 'failed',
  },
];

let evidence: Evidence;
let whole: Report;

beforeAll(async () => {
  evidence = await readSample();
  whole = await scanSample(checks, evidence);
});

it('a check alone says what it says among all', async () => {
  for (const check of checks) {
    const report = await scanSample([check], evidence, whole.scan.regions);
    expect(verdictsOf(report)).toEqual(verdictsOf(before(report)));
  }
});

describe.each(faults)('an operation that is $name', ({ error, reason }) => {
  it.each(operations)('$service:$name', async ({ service, name, action }) => {
    const report = await judgeWith((call) => ({ ...withoutAnswer(call), error }), service, name);

    // A reason is a word of the same list, whichever it is.
    if (error === faults[0].error) expectValid(report);
    expect(broken(before(report), report)).toEqual([]);

    const gaps = report.coverage.gaps.filter(
      (gap) => gap.service === service && gap.operation === name && gap.reason === reason,
    );
    expect(gaps.length, 'gaps that name the operation').toBeGreaterThan(0);
    const users = checksThatNeed(`${service}:${name}`).map(({ id }) => id);
    for (const gap of gaps) {
      expect(gap.iamAction).toBe(action);
      expect(gap.checks).toEqual(expect.arrayContaining(users));
    }
  });
});

describe('an operation whose answer has no members', () => {
  it.each(operations)('$service:$name', async ({ service, name, leavesOutEmpty }) => {
    const empty = (call: CallRecord) => ({ ...withoutAnswer(call), answer: '{}' });
    const report = await judgeWith(empty, service, name);

    expect(newPasses(report), 'what was no pass and passes now').toEqual([]);
    // Such an answer says that there is nothing, and so nothing is said.
    if (leavesOutEmpty) return;
    expect(broken(before(report), report).filter(isNoChange)).toEqual([]);
  });
});

describe('an operation whose answers lose every second member', () => {
  it.each(operations)('$service:$name', async ({ service, name }) => {
    const halved = (call: CallRecord) =>
      call.answer === undefined
        ? call
        : { ...call, answer: JSON.stringify(halve(JSON.parse(call.answer), 0)) };
    const report = await judgeWith(halved, service, name);

    expect(newPasses(report), 'what was no pass and passes now').toEqual([]);
    expect(broken(before(report), report).filter(isNoChange)).toEqual([]);
  });
});

it('the sample account has an answer to every operation that any collector sends', () => {
  const answered = new Set(
    [...evidence.calls.values()].map((call) => `${call.service}:${call.operation}`),
  );
  expect(
    operationsOf(all)
      .filter(isAsked)
      .map(({ service, name }) => `${service}:${name}`)
      .filter((name) => !answered.has(name)),
  ).toEqual([]);
});

async function judgeWith(
  change: (call: CallRecord) => Omit<CallRecord, 'sha256'>,
  service: string,
  operation: string,
): Promise<Report> {
  const calls = new Map(evidence.calls);
  for (const call of evidence.calls.values()) {
    if (call.service !== service || call.operation !== operation) continue;
    const changed = change(call);
    calls.set(call.id, { ...changed, sha256: seal(changed) });
  }
  const some = checksThatSend(`${service}:${operation}`);
  expect(some, 'checks that rest on the operation').not.toEqual([]);
  // That a policy closes a Region shows in the calls of several services: the checks of one are told so.
  const regions = some.length === checks.length ? [] : whole.scan.regions;
  return scanSample(some, { ...evidence, calls }, regions);
}

/** What was said without the fault, by the same checks. */
function before(report: Report): Report {
  return saidOf(whole, report);
}

function withoutAnswer(call: CallRecord): Omit<CallRecord, 'answer' | 'error' | 'sha256'> {
  const { answer: _answer, error: _error, sha256: _sha256, ...rest } = call;
  return rest;
}

/** An empty answer may be a true one that says otherwise: "versioning was never turned on", for one. */
function isNoChange(fault: string): boolean {
  return !/ became /.test(fault);
}

function newPasses(report: Report): string[] {
  const now = byId(report);
  return whole.findings
    .filter(({ outcome }) => ['fail', 'unknown', 'out-of-scope'].includes(outcome))
    .filter(({ id }) => now.get(id)?.outcome === 'pass')
    .map(label);
}

function label(finding: Finding): string {
  return `${finding.check} ${finding.region} ${finding.resource.arn}`;
}

function byId(report: Report): ReadonlyMap<string, Finding> {
  return new Map(report.findings.map((finding) => [finding.id, finding]));
}

/** Drops every second member of the objects inside lists, as a proxy might that rewrites answers. */
function halve(value: unknown, depth: number): unknown {
  if (Array.isArray(value)) return value.map((item) => halve(item, depth + 1));
  if (typeof value !== 'object' || value === null || '$date' in value || '$bytes' in value)
    return value;
  const entries = Object.entries(value);
  const kept = depth === 0 ? entries : entries.filter((_, index) => index % 2 === 0);
  return Object.fromEntries(kept.map(([key, member]) => [key, halve(member, depth + 1)]));
}
