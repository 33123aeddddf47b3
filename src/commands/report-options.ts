/** What scan and evaluate share of their options. */
import { parseFailOn } from '../run/outcome.ts';
import { openOutput, parseFormats } from '../run/outputs/output.ts';
import { openSigner, parseSign } from '../run/signing/signer.ts';
import type { BaselineFile } from './baseline.ts';
import type { Ending } from './finish.ts';
import type { LivingFiles } from './living.ts';
import type { MannerOptions } from './manner.ts';
import type { SelectionOptions } from './selection-options.ts';

export interface ReportOptions extends SelectionOptions, MannerOptions, LivingFiles {
  readonly format: readonly string[];
  readonly output: string;
  readonly failOn: string;
  readonly allowUnknown?: true;
  readonly tags?: true;
  readonly baseline?: string;
  readonly failOnNew?: true;
  readonly set: readonly string[];
  readonly sign?: string;
  /** Whose credentials sign by AWS KMS. */
  readonly profile?: string;
}

/** Reads the options at once; the output is opened when all the rest is known to be right. */
export function endingOf(options: ReportOptions): () => Promise<Ending> {
  const failOn = parseFailOn(options.failOn);
  const reporters = parseFormats(options.format);
  const { quiet, verbose, color, allowUnknown = false, checksDir, profile, failOnNew } = options;
  const key = options.sign === undefined ? undefined : parseSign(options.sign);
  const manner = { color, ...(quiet ? { quiet } : {}), ...(verbose ? { verbose } : {}) };
  return async () => {
    const baseline = await baselineAt(options.baseline);
    const toBaseline = { ...(baseline && { baseline }), ...(failOnNew && { failOnNew }) };
    const signer = key && (await openSigner(key, profile));
    const opened = await openOutput(options.output, reporters);
    const own = checksDir === undefined ? {} : { checksDir };
    const output = { ...opened, ...own, ...(signer && { signer }) };
    return { output, manner, failOn, allowUnknown, ...toBaseline, ...own };
  };
}

/** Where there is none, nothing of it is loaded. */
async function baselineAt(path: string | undefined): Promise<BaselineFile | undefined> {
  if (path === undefined) return undefined;
  const { openBaselineFile } = await import('./baseline.ts');
  return openBaselineFile(path);
}
