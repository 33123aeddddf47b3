/**
 * Controls: what was reviewed, and what came of each that the findings decide. OSCAL's finding is satisfied or not, with
 * nothing between; a control that is not decided has an observation with its state and reason, and no finding.
 */
import type { CheckLine, ControlLine, Finding, ReportReader } from '../../src/report/model.ts';
import { type Origin, relationOf } from './observations.ts';
import { controlId, property, props } from './terms.ts';
import { markdown } from './text.ts';
import { uuidOf } from './uuid.ts';
import { createUuidList, type UuidList } from './uuid-list.ts';

/**
 * The checks, which are controls of our own catalogue (`srm-scan checks --format oscal`), and the controls of the frameworks
 * that were chosen; where none was, those that the checks bear upon.
 */
export function reviewedControls({ controls, checks }: Pick<ReportReader, 'controls' | 'checks'>) {
  const named = controls.length > 0 ? controls : checks.flatMap(({ claims }) => claims);
  const byFramework = new Map<string, Set<string>>();
  for (const { framework, control } of named) {
    const known = byFramework.get(framework) ?? new Set();
    byFramework.set(framework, known.add(control));
  }
  const how = controls.length > 0 ? 'as chosen' : 'those that the checks bear upon';
  return {
    'control-selections': [
      {
        description: 'The checks of srm-scan that were asked for.',
        ...props({ framework: 'srm-scan' }),
        // OSCAL wants one at least, and "all" would be said of none.
        'include-controls': (checks.length > 0 ? checks : [{ id: '_none' }]).map(({ id }) => ({
          'control-id': id,
        })),
      },
      ...[...byFramework].map(([framework, ids]) => ({
        description: markdown(`Controls of ${framework}, ${how}.`),
        ...props({ framework }),
        'include-controls': [...ids].map((control) => ({
          'control-id': controlId(framework, control),
        })),
      })),
    ],
  };
}

/** Of each check, the observations that passed and those that failed, for the findings of controls. */
export interface Deciding {
  note(finding: Finding, observation: Buffer): void;
  of(line: ControlLine): Iterable<string>;
}

/** Notes nothing of checks that no decided control names. */
export function createDeciding(controls: readonly ControlLine[]): Deciding {
  const wanted = new Map<string, UuidList>();
  for (const line of controls) {
    const outcome = deciding[line.state];
    if (outcome === undefined) continue;
    for (const { check } of line.checks) {
      const key = `${outcome} ${check}`;
      if (!wanted.has(key)) wanted.set(key, createUuidList());
    }
  }
  return {
    note: ({ outcome, check }, observation) => {
      wanted.get(`${outcome} ${check}`)?.add(observation);
    },
    of: function* of({ state, checks }) {
      for (const { check, relation } of checks) {
        if (state === 'not-met' && !failCounts.has(relation)) continue;
        yield* wanted.get(`${deciding[state] ?? ''} ${check}`)?.all() ?? [];
      }
    },
  };
}

/** The outcome of the findings by which a control is decided. */
const deciding: Readonly<Partial<Record<ControlLine['state'], Finding['outcome']>>> = {
  met: 'pass',
  'not-met': 'fail',
};

/** A fail of a check that asks for more than the control, or for other things, is none of the control. */
const failCounts: ReadonlySet<string> = new Set(['equal', 'subset-of']);

/** The beginning of a finding, which lacks its related observations. */
export function controlFinding(
  line: ControlLine,
  account: string,
  checks: ReadonlyMap<string, CheckLine>,
) {
  const id = controlId(line.framework, line.control);
  const isMet = line.state === 'met';
  return {
    uuid: uuidOf('control', account, line.framework, line.control),
    title: markdown(titleOf(line)),
    description: markdown(
      isMet
        ? 'Every finding that decides the control passed.'
        : (line.reason ?? 'Findings that decide the control failed.'),
    ),
    props: propsOf(line, checks),
    target: {
      type: 'statement-id',
      'target-id': `${id}_smt`,
      ...props({ control: id }),
      status: { state: isMet ? 'satisfied' : 'not-satisfied' },
    },
  };
}

/** Whether the findings decide the control. */
export function isDecided({ state }: ControlLine): boolean {
  return deciding[state] !== undefined;
}

export function controlObservation(
  line: ControlLine,
  account: string,
  origin: Origin,
  checks: ReadonlyMap<string, CheckLine>,
) {
  return {
    uuid: uuidOf('control', account, line.framework, line.control),
    title: markdown(titleOf(line)),
    description: markdown(line.reason ?? 'The findings do not decide the control.'),
    props: propsOf(line, checks),
    ...origin,
    types: ['control-objective'],
  };
}

function titleOf({ framework, control, title }: ControlLine): string {
  return `${framework} ${control}: ${title}`;
}

function propsOf(line: ControlLine, checks: ReadonlyMap<string, CheckLine>) {
  const { framework, control, state, standing, noCheck = '', accepted = 0 } = line;
  return [
    ...property('framework', framework),
    ...property('control', control),
    ...property('control-id', controlId(framework, control)),
    ...property('state', state),
    ...property('standing', standing),
    ...property('no-check', noCheck),
    ...property('accepted', accepted === 0 ? '' : String(accepted)),
    ...line.checks.flatMap(({ check, relation }) => {
      const claims = checks.get(check)?.claims ?? [];
      const claim = claims.find((each) => each.framework === framework && each.control === control);
      return relationOf(check, relation, claim?.because);
    }),
  ];
}
