/**
 * F67: what is of another type than AWS's own schema says is not known. Each case changes the type of all values of one kind
 * in every answer of one operation of the sample account, and leaves what they say: no verdict becomes nicer by it, and
 * nothing of the scanner breaks.
 */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { checks } from '../../checks/index.ts';
import { answerShapes } from '../../scripts/answer-shapes.ts';
import { seal } from '../../src/aws/evidence/ledger.ts';
import type { CallRecord } from '../../src/aws/evidence/ledger.ts';
import type { Report } from '../../src/report/model.ts';
import { readSample } from '../../src/run/sample.ts';
import { checksThatSend } from '../support/checks-by-operation.ts';
import { broken, saidOf } from '../support/same-verdicts.ts';
import { scanSample } from '../support/scan-sample.ts';

const evidence = await readSample();
/** All that were answered; an error has no members. */
const operations = [
  ...new Set(
    [...evidence.calls.values()].flatMap((call) =>
      call.answer === undefined ? [] : [`${call.service}:${call.operation}`],
    ),
  ),
].toSorted();

let whole: Report;
beforeAll(async () => {
  whole = await scanSample(checks, evidence);
});

it('the types are those of the SDK’s schemas', async () => {
  const path = new URL('../../src/aws/answers/shapes.generated.ts', import.meta.url);
  expect(readFileSync(path, 'utf8'), 'run `npm run generate`').toBe(await answerShapes());
});

type Change = (value: unknown) => unknown;

/** How a value of each kind looks when it comes as another type. */
const changes: Readonly<Record<string, Change>> = {
  'true and false as text': (value) => (typeof value === 'boolean' ? String(value) : value),
  'true and false as an empty text': (value) => (typeof value === 'boolean' ? '' : value),
  'numbers as text': (value) => (typeof value === 'number' ? String(value) : value),
  'lists as structures': (value) => (Array.isArray(value) ? { member: value } : value),
  'texts as numbers': (value) => (typeof value === 'string' ? 0 : value),
};

function changed(value: unknown, change: Change): unknown {
  if (Array.isArray(value)) return change(value.map((item) => changed(item, change)));
  if (typeof value !== 'object' || value === null) return change(value);
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      name.startsWith('$') ? member : changed(member, change),
    ]),
  );
}

function withChange(call: CallRecord, change: Change): CallRecord {
  if (call.answer === undefined) return call;
  const answer = JSON.stringify(changed(JSON.parse(call.answer), change));
  return { ...call, answer, sha256: seal({ answer }) };
}

describe.each(operations)('%s', (name) => {
  const own = [...evidence.calls.values()].filter(
    ({ service, operation }) => `${service}:${operation}` === name,
  );
  const some = checksThatSend(name);
  const kinds = Object.entries(changes).filter(([, change]) =>
    own.some((call) => call.answer !== withChange(call, change).answer),
  );

  it.each(kinds)('%s', async (_, change) => {
    const { regions } = whole.scan;
    const calls = new Map(evidence.calls);
    for (const call of own) calls.set(call.id, withChange(call, change));
    const report = await scanSample(some, { ...evidence, calls }, regions).catch(startless);
    if (!report) return;
    expect(broken(saidOf(whole, report), report)).toEqual([]);
    expect(report.coverage.gaps.filter(({ reason }) => reason === 'fault')).toEqual([]);
  });
});

/** Who cannot be told who asks has no report at all. */
function startless(error: unknown): undefined {
  expect(String(error)).toMatch(/the answer has|there is nothing to scan/);
}
