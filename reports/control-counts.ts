/** The controls of chosen frameworks, counted by state: what every report tells of them first. */
import {
  type ControlLine,
  type ControlState,
  controlStates,
  type NoCheckKind,
  noCheckKinds,
  type ReportHead,
} from '../src/report/model.ts';

export const stateWords: Readonly<Record<ControlState, string>> = {
  met: 'met',
  'not-met': 'not met',
  'partly-read': 'partly read',
  'to-attest': 'to be attested',
  aws: 'of AWS alone',
  'no-check': 'without a check',
};

export const noCheckWords: Readonly<Record<NoCheckKind, string>> = {
  procedural: 'procedural',
  'not-readable': 'not readable through an API',
  'not-built': 'not built',
  'nothing-found': 'nothing to judge',
  'left-out': 'left out of the scan',
};

/** The lines of one framework. */
export interface Counted {
  readonly framework: string;
  readonly lines: readonly ControlLine[];
}

/** Of those that were chosen; a plain scan has chosen none. */
export function chosenFrameworks({
  scan,
  controls,
}: Pick<ReportHead, 'scan' | 'controls'>): readonly Counted[] {
  return scan.selection.frameworks.map((framework) => ({
    framework,
    lines: controls.filter((line) => line.framework === framework),
  }));
}

/** `3 met, 12 not met, 9 without a check (8 procedural, 1 not built)`; a state that there is none of is left out. */
export function countsByState(lines: readonly ControlLine[]): string {
  return controlStates
    .flatMap((state) => {
      const own = lines.filter((line) => line.state === state);
      if (own.length === 0) return [];
      const kinds = noCheckKinds.flatMap((kind) => {
        const ofKind = own.filter(({ noCheck }) => noCheck === kind).length;
        return ofKind === 0 ? [] : [`${ofKind} ${noCheckWords[kind]}`];
      });
      const detail = kinds.length === 0 ? '' : ` (${kinds.join(', ')})`;
      return [`${own.length} ${stateWords[state]}${detail}`];
    })
    .join(', ');
}
