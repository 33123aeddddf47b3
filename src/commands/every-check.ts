/** The checks that a command speaks of: those of srm-scan, and the user's own beside them. */
import { checks } from '../../checks/index.ts';
import { loadChecks } from '../custom/load.ts';
import type { Check } from '../judge/check.ts';

export interface ChecksDirOption {
  readonly checksDir?: string;
}

export async function everyCheck({ checksDir }: ChecksDirOption): Promise<readonly Check[]> {
  if (checksDir === undefined) return checks;
  return [...checks, ...(await loadChecks(checksDir, checks))];
}
