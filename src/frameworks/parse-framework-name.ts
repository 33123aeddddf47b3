import { editDistance, longestName } from '../text/nearest.ts';
import { catalogues } from './catalogues.ts';
import type { FrameworkId } from './catalogues.ts';

export type ParsedFrameworkName =
  | { readonly known: true; readonly id: FrameworkId }
  | {
      readonly known: false;
      /** Frameworks that may have been meant, the likeliest first; empty where none is near. */
      readonly nearMisses: readonly FrameworkId[];
    };

/** Letters and digits only, so that `CIS AWS v7.0`, `cis_aws_7.0` and `cis-aws-7.0` are one. */
function normalize(name: string): string {
  return name
    .toLowerCase()
    .replace(/\bv(?=\d)/g, '')
    .replace(/[^a-z0-9]/g, '');
}

const namesOfFrameworks: readonly {
  readonly id: FrameworkId;
  readonly names: readonly string[];
}[] = catalogues.map(({ id, aliases }) => ({ id, names: [id, ...aliases].map(normalize) }));

/**
 * Reads the name of a framework as people type it: the id, or an alias such as `cis` (the newest
 * CIS Benchmark), `cis-6.0`, `fsbp`, `nist` or `pci`. A version that is not in the catalogues is
 * never taken for another one: `cis-1.4` is unknown, and the versions there are its near misses.
 */
export function parseFrameworkName(text: string): ParsedFrameworkName {
  const wanted = normalize(text);
  const match = namesOfFrameworks.find(({ names }) => names.includes(wanted));
  if (match !== undefined) return { known: true, id: match.id };

  if (wanted.length > longestName) return { known: false, nearMisses: [] };
  const nearMisses = namesOfFrameworks
    .map(({ id, names }) => ({
      id,
      distance: Math.min(...names.map((name) => distanceIfNear(wanted, name))),
    }))
    .filter(({ distance }) => Number.isFinite(distance))
    .toSorted((a, b) => a.distance - b.distance)
    .map(({ id }) => id);
  return { known: false, nearMisses };
}

const SHORTEST_TELLING_PART = 3;

/**
 * How many letters apart a name is from what was typed, or infinity where the two are not alike:
 * neither begins like the other, nor contains it, nor is a slip of the fingers away.
 */
function distanceIfNear(wanted: string, name: string): number {
  const [shorter, longer] = wanted.length < name.length ? [wanted, name] : [name, wanted];
  const distance = editDistance(wanted, name);
  if (distance <= Math.floor(shorter.length / 2)) return distance;

  const beginsAlike = longer.startsWith(shorter.slice(0, SHORTEST_TELLING_PART));
  const telling = shorter.length >= SHORTEST_TELLING_PART;
  return telling && (beginsAlike || longer.includes(shorter)) ? distance : Infinity;
}
