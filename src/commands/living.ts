/** `--mute` and `--attest`: what owners accept and persons attest. Where neither is given, nothing of it is loaded. */
import type { Check } from '../judge/check.ts';
import type { Material } from '../report/model.ts';
import type { ScanRequest } from '../run/request.ts';

/** Files that the command line names, or the configuration. */
export interface LivingFiles {
  readonly mute?: string | undefined;
  readonly attest?: string | undefined;
}

/** The command line goes before the configuration. */
export function filesGiven(typed: LivingFiles, configured: LivingFiles): LivingFiles {
  return {
    mute: typed.mute ?? configured.mute,
    attest: typed.attest ?? configured.attest,
  };
}

/**
 * What the files hold, all of it known to be right, and the files themselves.
 *
 * @param before files that were read already
 */
export async function livingWith(
  { mute, attest }: LivingFiles,
  checks: readonly Check[],
  before: readonly Material[] = [],
): Promise<Pick<ScanRequest, 'mutes' | 'attestations' | 'materials'>> {
  const mutes = mute === undefined ? undefined : await mutesIn(mute, checks);
  const attestations = attest === undefined ? undefined : await attestationsIn(attest);
  return {
    ...(mutes && { mutes: mutes.value }),
    ...(attestations && { attestations: attestations.value }),
    materials: [
      ...before,
      ...(mutes ? [{ kind: 'mute', ...mutes.file } as const] : []),
      ...(attestations ? [{ kind: 'attest', ...attestations.file } as const] : []),
    ],
  };
}

async function mutesIn(path: string, checks: readonly Check[]) {
  const { readMutes } = await import('../configuration/mutes.ts');
  return readMutes(path, checks);
}

async function attestationsIn(path: string) {
  const { readAttestations } = await import('../configuration/attestations.ts');
  return readAttestations(path);
}
