/** Whether a database cluster gets the minor versions of its engine by itself: the question of two checks. */
import { fail, manual, pass, type Verdict } from '../judge/verdict.ts';
import type { Observed, Read } from '../observe/observed.ts';

interface Cluster {
  readonly name: string;
  readonly autoMinorVersionUpgrade: Observed<boolean>;
  /** The global database that it is part of. */
  readonly globalCluster: string | undefined;
}

/**
 * Aurora upgrades no cluster of a global database by itself, whatever the flag. Amazon Aurora user guide, "Enabling
 * automatic upgrades between minor Aurora MySQL versions", and "Automatic minor version upgrades" for PostgreSQL.
 */
export function judgeClusterUpgrades(
  { name, autoMinorVersionUpgrade, globalCluster }: Cluster,
  read: Read,
): Verdict {
  if (!read(autoMinorVersionUpgrade)) {
    return fail(`AutoMinorVersionUpgrade is false on cluster ${name}`);
  }
  if (globalCluster === undefined)
    return pass(`AutoMinorVersionUpgrade is true on cluster ${name}`);
  return manual(
    `AutoMinorVersionUpgrade is true, but cluster ${name} is part of global database ${globalCluster}, which is never upgraded automatically: show how and when it is`,
  );
}
