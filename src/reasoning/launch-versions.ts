/** How the versions of a launch template that launches use are judged together. */
import { failFor } from '../judge/fail-when.ts';
import type { Verdict } from '../judge/verdict.ts';
import type { Observed, Read } from '../observe/observed.ts';

interface Version {
  readonly number: number;
  readonly isDefault: boolean;
}

interface Template<V extends Version> {
  readonly versions: readonly V[];
  /** Unreadable where a version may be missing. */
  readonly whole: Observed<true>;
}

/**
 * Fails with every fault of either version; passes, saying `otherwise`, where neither has one.
 *
 * @param faultsOf in words that follow "the default version 3"
 */
export function judgeVersions<V extends Version>(
  { versions, whole }: Template<V>,
  read: Read,
  faultsOf: (version: V) => readonly string[],
  otherwise: string,
): Verdict {
  const finders = versions.map((version) => () => {
    const which = version.isDefault ? 'default' : 'latest';
    return faultsOf(version).map((fault) => `the ${which} version ${version.number} ${fault}`);
  });
  const isWhole = () => {
    read(whole);
    return [];
  };
  return failFor([...finders, isWhole], otherwise);
}
