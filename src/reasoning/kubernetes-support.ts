/** Whether EKS supports a version of Kubernetes: by what AWS says in the Region, else by its calendar. */
import { type Listing, Observed, type Read } from '../observe/observed.ts';
import { ageOf } from './dated/dated.ts';
import { kubernetesCalendar } from './dated/kubernetes-versions.ts';

export type Support = 'STANDARD_SUPPORT' | 'EXTENDED_SUPPORT' | 'UNSUPPORTED';

/** A version that EKS offers in a Region. */
export interface OfferedVersion {
  readonly version: string;
  readonly support: Observed<Support>;
}

/** How a version is supported, and what that rests on where it is not what AWS says in the Region. */
export interface SupportFound {
  readonly support: Support;
  readonly notes: readonly string[];
}

/**
 * What AWS says decides, and its calendar where AWS says nothing. Cannot tell of a version that neither knows while AWS
 * could not be asked.
 */
export function supportOf(
  version: string,
  offered: Listing<OfferedVersion>,
  { read, now }: { readonly read: Read; readonly now: Date },
): SupportFound {
  const told = offered.items.find((each) => each.version === version);
  if (told && Observed.open(told.support).known) return { support: read(told.support), notes: [] };
  const known = kubernetesCalendar.values.find((each) => each.version === version);
  if (known && (told || offered.gaps.length > 0 || offered.items.length === 0)) {
    const notes = [`by the calendar of ${kubernetesCalendar.asOf}: AWS did not say`];
    const support = supportOn(now, known);
    return { support, notes: [...notes, ...ageOf(kubernetesCalendar, now)] };
  }
  if (told) return { support: read(told.support), notes: [] };
  // All versions were asked for: what is not among them is offered no more.
  read.list(offered);
  return { support: 'UNSUPPORTED', notes: [] };
}

function supportOn(
  now: Date,
  { standardUntil, extendedUntil }: { standardUntil: string; extendedUntil: string },
): Support {
  // Extended support begins, and ends, with the day that the calendar names.
  if (now.getTime() < Date.parse(standardUntil)) return 'STANDARD_SUPPORT';
  return now.getTime() < Date.parse(extendedUntil) ? 'EXTENDED_SUPPORT' : 'UNSUPPORTED';
}

/** How many minor versions the second is behind the first: 3 of `1.34` and `1.31`. Undefined of what is no version. */
export function minorsBehind(first: string, second: string): number | undefined {
  const [ahead, behind] = [first, second].map((text) => /^1\.(\d+)$/.exec(text)?.[1]);
  return ahead === undefined || behind === undefined ? undefined : Number(ahead) - Number(behind);
}
