/** What a benchmark must not show on any machine. */
import { isDeepStrictEqual } from 'node:util';
import type { Measured, Scenario } from './measure.ts';

/** One line for each fault, with the scenarios that show it; none when all is well. */
export function faultsOf(
  scenarios: readonly Scenario[],
  measured: ReadonlyMap<string, readonly Measured[]>,
): string[] {
  const shownBy = new Map<string, Set<string>>();
  for (const { name, sameAs } of scenarios) {
    const reference = sameAs === undefined ? undefined : measured.get(sameAs)?.[0];
    for (const one of measured.get(name) ?? []) {
      const faults = [
        ...one.repeated.map((question) => `asked twice: ${question}`),
        ...one.unanswered.map((operation) => `the account could not answer: ${operation}`),
        ...lost(one),
      ];
      if (reference && !isSame(one, reference)) faults.push(`not the findings of "${sameAs}"`);
      for (const fault of faults) shownBy.set(fault, (shownBy.get(fault) ?? new Set()).add(name));
    }
  }
  return [...shownBy].map(([fault, names]) => `${fault} (${[...names].join('; ')})`);
}

function lost({ report }: Measured): string[] {
  return (report?.coverage.gaps ?? []).map(
    ({ service, operation, region, cause }) => `lost: ${service}:${operation} ${region}: ${cause}`,
  );
}

function isSame(one: Measured, other: Measured): boolean {
  return (
    one.figures.distinct === other.figures.distinct &&
    isDeepStrictEqual(one.report?.summary.byOutcome, other.report?.summary.byOutcome)
  );
}
