/** With `--framework`, every control of a framework has exactly one state in the report, with its reason. */
import { describe, expect, it } from 'vitest';
import { checks } from '../../checks/index.ts';
import { countsByState } from '../../reports/control-counts.ts';
import { summaryText } from '../../reports/terminal.ts';
import { beyondRules, isOf } from '../../src/frameworks/beyond/index.ts';
import { crosswalks } from '../../src/frameworks/crosswalks/index.ts';
import { findControl, frameworks } from '../../src/frameworks/index.ts';
import { everything, type Selection } from '../../src/plan/asked.ts';
import { controlStates, noCheckKinds } from '../../src/report/model.ts';
import { requestOf } from '../../src/run/request.ts';
import { readSample } from '../../src/run/sample.ts';
import { scan } from '../../src/run/scan.ts';
import { replaySource } from '../../src/run/replay-source.ts';
import { documentOf } from '../support/report-document.ts';
import { expectValid } from '../support/report-schema.ts';

const evidence = await readSample();
const scanned = (selection: Partial<Selection>) =>
  scan(requestOf(checks, { ...everything, ...selection }), replaySource(evidence));

/** Of one framework; several tests look at it. */
const ofFrameworks = new Map<string, ReturnType<typeof scanned>>();
function scannedFor(id: string): ReturnType<typeof scanned> {
  const known = ofFrameworks.get(id) ?? scanned({ frameworks: [id] });
  ofFrameworks.set(id, known);
  return known;
}

describe.each(frameworks.map((framework) => [framework.id, framework] as const))(
  '%s',
  (id, all) => {
    it('is listed whole, each control once and in one state', async () => {
      const report = await scannedFor(id);
      expectValid(documentOf(report));
      const { controls } = report;
      expect(controls.map(({ control }) => control)).toEqual(
        all.controls.map(({ id: own }) => own),
      );
      for (const { control, state, standing, reason, noCheck } of controls) {
        expect(controlStates, control).toContain(state);
        expect(state === 'met', control).toBe(standing === 'pass');
        expect(state === 'not-met', control).toBe(standing === 'fail');
        expect(noCheck !== undefined, control).toBe(state === 'no-check');
        if (noCheck !== undefined) expect(noCheckKinds).toContain(noCheck);
        const isDecided = state === 'met' || state === 'not-met';
        if (isDecided) expect(reason, control).toBeUndefined();
        else expect(reason, control).toMatch(/^\S.{20,}[./]$/);
        if (state === 'aws') expect(reason).toContain('from AWS Artifact');
      }
      const text = summaryText(report, { width: 100, colour: false, paths: [] });
      const told = text.replaceAll(/\s+/g, ' ');
      expect(told).toContain(`${id}, ${controls.length} controls: ${countsByState(controls)}.`);
      expect(text.split('\n').length).toBeLessThan(120);
    });

    it('has no rule of what is beyond checks that is of no control, or twice', () => {
      const starts = beyondRules[id].flatMap(({ of }) => of);
      const idle = starts.filter((start) => !all.controls.some(({ id: own }) => isOf(own, start)));
      expect(idle).toEqual([]);
      expect(new Set(starts).size).toBe(starts.length);
      for (const { because } of beyondRules[id]) expect(because).toMatch(/^[A-Z].*\.$/);
    });

    it('is reached through a mapping by controls that there are, and never decided by it', async () => {
      const crosswalk = crosswalks[id];
      if (!crosswalk) return;
      for (const [control, row] of Object.entries(crosswalk.rows)) {
        expect(findControl(id, control), control).toBeDefined();
        const unknown = row.split(' ').filter((each) => !findControl('nist-800-53-r5', each));
        expect(unknown, control).toEqual([]);
      }
      const { controls, checks: lines } = await scannedFor(id);
      const states = controls.map(({ state }) => state);
      expect(states).toContain('partly-read');
      expect(states.filter((state) => state === 'met' || state === 'not-met')).toEqual([]);
      const claims = lines.flatMap((line) =>
        line.claims.filter(({ framework }) => framework === id),
      );
      expect(claims.length).toBeGreaterThan(0);
      for (const { relation, source, via = [] } of claims) {
        expect(relation).toBe('intersects-with');
        expect(source).toBe(crosswalk.source);
        expect(via.length).toBeGreaterThan(0);
      }
    });
  },
);

it('a plain scan tells no framework through a mapping, and counts no states on the terminal', async () => {
  const report = await scanned({});
  const told = new Set<string>(report.controls.map(({ framework }) => framework));
  expect(Object.keys(crosswalks).filter((id) => told.has(id))).toEqual([]);
  expect(report.controls.every(({ checks: own }) => own.length > 0)).toBe(true);
  const text = summaryText(report, { width: 100, colour: false, paths: [] });
  expect(text).not.toMatch(/^Controls$/m);
});

it('a control whose checks were left out is not said to have none', async () => {
  const narrowed = await scanned({ frameworks: ['fsbp'], services: ['s3'] });
  const ofRds = narrowed.controls.find(({ control }) => control === 'RDS.3');
  expect(ofRds).toMatchObject({ state: 'no-check', noCheck: 'left-out' });
});
