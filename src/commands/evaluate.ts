/** `srm-scan evaluate`: the same scan, answered by kept evidence. */
import { readEvidence } from '../aws/evidence/read.ts';
import type { Check } from '../judge/check.ts';
import type { Selection } from '../plan/asked.ts';
import { checkOfSetting, select } from '../plan/selection.ts';
import { findKept } from '../run/manifest/kept.ts';
import { requestOf } from '../run/request.ts';
import { readPublicKey } from '../run/signing/check.ts';
import { unconfigured, withNamedConfig } from './config.ts';
import { everyCheck } from './every-check.ts';
import { judgeKept } from './judge-kept.ts';
import { UserError } from '../text/user-error.ts';
import { filesGiven, livingWith } from './living.ts';
import { endingOf, type ReportOptions } from './report-options.ts';
import { selectionOf } from './selection-options.ts';

interface EvaluateOptions extends ReportOptions {
  readonly config?: string;
  readonly allowUnsealed?: true;
  readonly key?: string;
}

export async function evaluateCommand(path: string, options: EvaluateOptions): Promise<number> {
  const openEnding = endingOf(options);
  const key = options.key === undefined ? undefined : await readPublicKey(options.key);
  const { path: file, manifest } = await findKept(path, key);
  const evidence = await readEvidence(file);
  if (evidence.seal?.head === null && !options.allowUnsealed) throw unsealed(file);
  const typed = { ...selectionOf(options), settings: options.set };
  const { config } = options;
  const all = await everyCheck(options);
  const {
    selection: own,
    files,
    materials,
  } = config === undefined ? unconfigured(typed) : await withNamedConfig(typed, config, all);
  const request = {
    ...requestOf(all, likeTheScan(evidence.start.selection, own, all)),
    ...(await livingWith(filesGiven(options, files), all, materials)),
    ...(options.tags && { tags: options.tags }),
  };
  return judgeKept(evidence, request, await openEnding(), manifest);
}

/** What was not read nobody can judge. */
function regionsOf({ regions, activeRegions, excludeRegions }: Selection) {
  return { regions, ...(activeRegions && { activeRegions }), excludeRegions };
}

/** A chain that was stripped looks like none: who judges such a file must say that it is to be believed. */
function unsealed(file: string): UserError {
  return new UserError(
    `${file} has no chain: srm-scan 0.1.0 wrote so, and so looks a file whose seal was taken off. Nothing would show that its selection, Regions or calls were changed; to judge it all the same add --allow-unsealed`,
  );
}

/**
 * Without a selection of its own it judges what the scan judged, less what it leaves out; settings of its own come on top
 * of the scan's.
 */
function likeTheScan(scanned: Selection, own: Selection, all: readonly Check[]): Selection {
  const chosen = own.checks.length + own.services.length + own.frameworks.length > 0;
  const selection: Selection =
    chosen || own.severity !== null
      ? { ...own, ...regionsOf(scanned) }
      : {
          ...scanned,
          excludeChecks: [...scanned.excludeChecks, ...own.excludeChecks],
          excludeServices: [...scanned.excludeServices, ...own.excludeServices],
        };
  // The scan's settings of checks that are not judged here are of no concern; those that were typed here are.
  const judged = new Set(select(all, selection).checks.map(({ id }) => id));
  const kept = scanned.settings.filter((setting) => judged.has(checkOfSetting(setting) ?? ''));
  return { ...selection, settings: [...kept, ...own.settings] };
}
