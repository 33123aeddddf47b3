/** What the report of a run is made of, in the bucket: each object by its hash, as it was read, for the manifest. */
import type { AccountSummary } from '../../fleet/summary.ts';
import { digestOfBytes } from '../manifest/digest.ts';
import type { FleetRun } from '../manifest/fleet-shape.ts';
import type { Bound } from '../manifest/make-fleet.ts';
import type { ManifestFile } from '../manifest/shape.ts';
import { knownOf, strayAmong } from '../manifest/stray.ts';
import { knownIn } from '../manifest/verify-fleet.ts';
import type { FleetStore, RunKeys } from './store.ts';

export interface RunReader {
  /** The text of an object of the run; undefined where there is none. */
  text(key: string): Promise<string | undefined>;
  /** Of an account whose summary counts. */
  addRun(summary: AccountSummary): void;
  /** @param keys all that begin as those of accounts do */
  bound(keys: readonly string[]): Bound;
}

export function readRun(
  store: Pick<FleetStore, 'readBytes'>,
  { base: prefix }: Pick<RunKeys, 'base'>,
): RunReader {
  const base = '../..';
  const sources: ManifestFile[] = [];
  const runs: FleetRun[] = [];
  return {
    text: async (key) => {
      const bytes = await store.readBytes(key);
      if (bytes === undefined) return undefined;
      sources.push({ name: key.slice(prefix.length), ...digestOfBytes(bytes) });
      return new TextDecoder().decode(bytes);
    },
    addRun: ({ scan, reports, manifest }) => {
      const account = scan.account.id;
      // A function of an earlier release did not tell of the manifest that it left.
      const [, folder] = /^([\w-]{1,64})\//.exec(manifest?.name ?? reports[0] ?? '') ?? [];
      if (folder === undefined) return;
      runs.push({
        account,
        folder: `account=${account}/${folder}`,
        manifest: manifest ? { size: manifest.size, sha256: manifest.sha256 } : null,
      });
    },
    bound: (keys) => {
      const known = knownOf(knownIn({ base, files: [], sources, runs }));
      const beside = strayAmong(
        keys.map((key) => key.slice(prefix.length)),
        known,
      );
      return { base, sources, runs, beside };
    },
  };
}
