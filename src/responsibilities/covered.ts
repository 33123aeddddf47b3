/** By what a line of the matrix is covered, by one rule; docs/responsibilities-notes.md has it in words. */
import { gapOf } from './gaps.ts';
import type { LayerId } from './layers.ts';
import type { Reading } from './reading-terms.ts';
import type { ServiceId } from './services.ts';
import type { ResponsibilityOwner } from './terms.ts';

export type Covered = 'aws' | 'check' | 'attestation' | 'nothing-yet';

interface Line {
  readonly service: ServiceId;
  readonly layer: LayerId;
  readonly owner: ResponsibilityOwner;
  /** Of the question that stands on it; see `Responsibility`. */
  readonly asked?: 'all' | 'rest';
}

export interface Coverage {
  readonly covered: Covered;
  /** What an API tells of the line and no check reads. */
  readonly unread: readonly string[];
  /** The reason for `nothing-yet`, and there alone. */
  readonly why?: string;
}

/** The first that fits. A line with a check names what is left of it itself; one without has a gap, unless no API tells of it. */
export function coveredBy({ service, layer, owner, asked }: Line, reading: Reading): Coverage {
  if (owner === 'aws') return { covered: 'aws', unread: [] };
  if (reading.parts.length > 0) return { covered: 'check', unread: reading.unread };
  if (asked === 'all') return { covered: 'attestation', unread: reading.unread };
  const gap = gapOf(service, layer);
  const unread = reading.unread.length > 0 || gap === undefined ? reading.unread : [gap.unread];
  if (asked === 'rest') return { covered: 'attestation', unread };
  const would = gap === undefined ? '' : `; ${gap.api} would tell`;
  return { covered: 'nothing-yet', unread, why: `No check reads ${unread.join(', ')}${would}.` };
}

/** How many lines are covered by what. `lines` is `aws` and `customers`; the last three are `customers`. */
export interface CoveredCounts {
  readonly lines: number;
  readonly aws: number;
  /** Of which the customer has a part. */
  readonly customers: number;
  readonly check: number;
  readonly attestation: number;
  readonly nothingYet: number;
  /** Of `check` and `attestation`: lines of which something that an API tells is read by no check. */
  readonly partlyUnread: number;
}

export function countCovered(
  lines: readonly { readonly covered: Covered; readonly unread: readonly string[] }[],
): CoveredCounts {
  const count = (covered: Covered) => lines.filter((line) => line.covered === covered).length;
  const aws = count('aws');
  const isPartly = ({ covered, unread }: (typeof lines)[number]) =>
    (covered === 'check' || covered === 'attestation') && unread.length > 0;
  return {
    lines: lines.length,
    aws,
    customers: lines.length - aws,
    check: count('check'),
    attestation: count('attestation'),
    nothingYet: count('nothing-yet'),
    partlyUnread: lines.filter(isPartly).length,
  };
}
