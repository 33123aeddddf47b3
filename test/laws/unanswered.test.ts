/**
 * K6: what only the owner can name is asked of him. Every parameter that is empty by default is filled, and what that
 * changes was a question before, never "not applicable", whatever check is added.
 */
import { expect, it } from 'vitest';
import { checks } from '../../checks/index.ts';
import { everything } from '../../src/plan/asked.ts';
import type { Report } from '../../src/report/model.ts';
import { requestOf } from '../../src/run/request.ts';
import { readSample } from '../../src/run/sample.ts';
import { scan } from '../../src/run/scan.ts';
import { replaySource } from '../../src/run/replay-source.ts';
import { documentOf } from '../support/report-document.ts';

/** Among them are lists of exceptions, which a check can do without. */
const empty = checks.flatMap(({ id, params }) =>
  Object.entries(params).flatMap(([name, value]) =>
    Array.isArray(value) && value.length === 0
      ? [{ check: id, name, setting: `${id}.${name}=` }]
      : [],
  ),
);

const sample = await readSample();

async function reportWith(settings: readonly string[]): Promise<Report> {
  const request = requestOf(checks, { ...everything, settings });
  return documentOf(await scan(request, replaySource(sample)));
}

/** Of each kind of list one item that nothing of the sample is. */
const candidates = [
  '161',
  'eu-central-1',
  '999999999999',
  'eni-0000000000000000f',
  'AWS::GameLift::Fleet',
  'no=such',
];
const byId = new Map(checks.map((check) => [check.id, check]));

const usual = await reportWith([]);
const named = await reportWith(
  empty.map(({ check, setting, name }) => {
    const rule = byId.get(check)?.items[name];
    return `${setting}${candidates.find((each) => rule?.accepts(each))}`;
  }),
);

const after = new Map(named.findings.map(({ id, outcome }) => [id, outcome]));
const changed = usual.findings.filter(({ id, outcome }) => after.get(id) !== outcome);

it('F16 a finding that waits for the owner is manual, and says what to set', () => {
  expect(new Set(changed.map(({ outcome }) => outcome))).toEqual(new Set(['manual']));
  const silent = changed.filter(
    ({ check, reasons }) =>
      !empty.some((each) => each.check === check && reasons.join().includes(each.setting)),
  );
  expect(silent).toEqual([]);
});

it.each([['account-unapproved-regions-disabled', 'account.data-and-data-location']])(
  'F16 %s leaves its line to be attested until it is answered',
  (check, id) => {
    expect(changed.map((finding) => finding.check)).toContain(check);
    const statusIn = ({ responsibilities }: Report) =>
      responsibilities.find((line) => line.id === id)?.status;
    expect(statusIn(usual)).toBe('attestation');
    expect(statusIn(named)).toBe('partly-assessed');
  },
);
