/** The one state of a control that a report tells, with its reason: from what the checks say, else from what is known of it. */
import { beyond, type FrameworkId } from '../frameworks/index.ts';
import { assuranceOf } from '../responsibilities/assurance.ts';
import type { ControlLine, ControlStanding } from './model.ts';

/** A control of which the standing is known. */
interface Stood {
  readonly framework: FrameworkId;
  readonly control: string;
  readonly standing: ControlStanding;
  /** Whether a check of the scan bears upon it. */
  readonly isServed: boolean;
}

/** What the scan was. */
export interface Scanned {
  /** As in ARNs. */
  readonly partition: string;
  /** Whether checks were left out otherwise than by the framework. */
  readonly isNarrowed: boolean;
}

type Stated = Pick<ControlLine, 'state' | 'reason' | 'noCheck'>;

/** A pass of nothing is no control that is met. */
const byStanding: Readonly<Record<Exclude<ControlStanding, 'not-assessed'>, Stated>> = {
  pass: { state: 'met' },
  fail: { state: 'not-met' },
  supports: {
    state: 'partly-read',
    reason: 'Findings bear upon it and decide it neither way: a person must judge the rest.',
  },
  unknown: { state: 'partly-read', reason: 'Something that it rests on could not be read.' },
  manual: { state: 'to-attest', reason: 'No AWS API tells all of it: a person must look.' },
  'not-applicable': {
    state: 'no-check',
    noCheck: 'nothing-found',
    reason: 'The scope has nothing that it is about.',
  },
};

const nothingFound: Stated = {
  state: 'no-check',
  noCheck: 'nothing-found',
  reason: 'Its checks found nothing in the scope that they apply to.',
};

const leftOut: Stated = {
  state: 'no-check',
  noCheck: 'left-out',
  reason: 'The scan was asked for some of the checks, and none of them bears upon it.',
};

export function stateOf(stood: Stood, { partition, isNarrowed }: Scanned): Stated {
  const { framework, control, standing, isServed } = stood;
  if (standing !== 'not-assessed') return byStanding[standing];
  if (isServed) return nothingFound;
  const { kind, because } = beyond(framework, control);
  if (kind === 'aws') {
    const reason = `${because} To fetch: ${assuranceOf('infrastructure', partition)}`;
    return { state: 'aws', reason };
  }
  if (kind === 'attest') return { state: 'to-attest', reason: because };
  if (kind === 'not-built' && isNarrowed) return leftOut;
  return { state: 'no-check', noCheck: kind, reason: because };
}
