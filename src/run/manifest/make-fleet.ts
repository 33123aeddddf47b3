/** Makes the manifest of a fleet. */
import type { FleetReport } from '../../fleet/model.ts';
import { cutEnd } from '../../text/wrap.ts';
import { type FleetManifest, fleetManifestSchema } from './fleet-shape.ts';
import type { ManifestFile } from './shape.ts';

/** Characters of a cause. The whole of it is in the report. */
const longest = 300;

/** What a report of a fleet was made of. */
export type Bound = Pick<FleetManifest, 'base' | 'sources' | 'runs' | 'beside'>;

/** @param files the report, in its forms */
export function fleetManifestOf(
  report: FleetReport,
  files: readonly ManifestFile[],
  { base, sources, runs, beside }: Bound,
): FleetManifest {
  const { tool, fleet, totals, judgedBy, unscanned } = report;
  const { accounts, complete, partial, suspended } = totals;
  const { sample, startedAt, finishedAt, failOn, allowUnknown } = fleet;
  return {
    schema: fleetManifestSchema,
    tool,
    fleet: {
      ...(sample && { sample }),
      startedAt,
      finishedAt,
      failOn,
      allowUnknown,
      accounts,
      complete,
      partial,
      unscanned: totals.unscanned,
      suspended,
    },
    judgedBy,
    base,
    files: inOrder(files, ({ name }) => name),
    sources: inOrder(sources, ({ name }) => name),
    runs: inOrder(runs, ({ folder }) => folder),
    unscanned: unscanned.map(({ account, reason, cause }) => ({
      account,
      reason,
      cause: cutEnd(cause, longest),
    })),
    beside: inOrder(beside, (path) => path),
  };
}

function inOrder<T>(items: readonly T[], nameOf: (item: T) => string): readonly T[] {
  return items.toSorted((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1));
}
