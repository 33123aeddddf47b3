/**
 * What a scan changes in Security Hub: new and changed findings are imported, those that are no more are archived, and what
 * could not be read changes nothing.
 */
import { createHash } from 'node:crypto';
import type { AsffFinding, ComplianceStatus } from '../../../reports/asff/finding.ts';
import type { Finding, ReportReader } from '../../report/model.ts';

/** A finding of ours that is active in Security Hub, as much of it as sending needs. */
export interface Known {
  readonly digest: string | undefined;
  readonly status: ComplianceStatus | undefined;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly check: string;
  readonly region: string | undefined;
  readonly title: string;
  readonly description: string;
  readonly resources: readonly { readonly Type: string; readonly Id: string }[];
}

export type Change = 'import' | 'archive' | 'unchanged' | 'not-read' | 'nothing';

/** Among the product fields, what tells whether a finding changed. */
export const digestField = 'srm-scan/Digest';

/** Security Hub deletes a finding that nobody updated for 90 days. */
const refreshAfter = 30 * 24 * 3600 * 1000;

/** Of all that it says but when it was said, and by which version. */
export function digestOf(finding: AsffFinding): string {
  const { CreatedAt: _created, UpdatedAt: _updated, LastObservedAt: _seen, ...lasting } = finding;
  const { 'srm-scan/Version': _version, ...fields } = finding.ProductFields;
  return createHash('sha256')
    .update(JSON.stringify({ ...lasting, Note: undefined, ProductFields: fields }))
    .digest('hex')
    .slice(0, 32);
}

/** Failures, what could not be read and what a person must answer are kept there; all else is archived where it was kept. */
export function changeOf(
  finding: Finding,
  asff: Pick<AsffFinding, 'UpdatedAt'>,
  digest: string,
  known: Known | undefined,
): Change {
  const { outcome } = finding;
  const isOpen = outcome === 'fail' || outcome === 'unknown' || outcome === 'manual';
  if (!isOpen) return known ? 'archive' : 'nothing';
  if (!known) return 'import';
  // It failed when it was last read.
  if (outcome === 'unknown' && known.status === 'FAILED') return 'not-read';
  const age = Date.parse(asff.UpdatedAt) - Date.parse(known.updatedAt);
  return known.digest === digest && age < refreshAfter ? 'unchanged' : 'import';
}

/**
 * Whether a finding that the scan does not have any more is of a resource that is gone: its check was asked for, its Region
 * was read, the check was not left out there, and nothing that it needs was missed.
 */
export function isGone(
  { check, region }: Pick<Known, 'check' | 'region'>,
  { scan, checks, coverage }: Pick<ReportReader, 'scan' | 'checks' | 'coverage'>,
): boolean {
  if (scan.status !== 'complete' || region === undefined) return false;
  if (region !== 'global' && !scan.regions.includes(region)) return false;
  const leftOut = scan.activity?.leftOut ?? [];
  if (leftOut.some((group) => group.regions.includes(region) && group.checks.includes(check))) {
    return false;
  }
  if (coverage.gaps.some((gap) => gap.checks.includes(check))) return false;
  return checks.some(({ id }) => id === check);
}
