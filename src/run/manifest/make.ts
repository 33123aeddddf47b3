/** Makes the manifest of a run. */
import { canonical, sha256 } from '../../aws/evidence/canonical.ts';
import type { ReportReader } from '../../report/model.ts';
import { ruleSetHash, type RuleSet } from './rules.ts';
import { type Manifest, type ManifestFile, manifestSchema } from './shape.ts';
import { verdictsOf } from './verdicts.ts';

/** @param files those of the run, by name */
export function manifestOf(
  report: ReportReader,
  files: readonly ManifestFile[],
  { engine, ruleOf }: RuleSet,
): Manifest {
  const { tool, scan } = report;
  const verdicts = verdictsOf(report);
  const checks = report.checks
    .flatMap((check) => {
      const of = verdicts.get(check.id);
      if (!of) return [];
      const { findings, sha256: hash } = of;
      return [{ id: check.id, rule: ruleOf(check), findings, verdicts: hash }];
    })
    .toSorted((one, other) => (one.id < other.id ? -1 : 1));
  const set = scan.parameters.map(({ check, parameter, value }) => ({ check, parameter, value }));
  return {
    schema: manifestSchema,
    tool,
    scan: {
      id: scan.id,
      ...(scan.sample && { sample: scan.sample }),
      account: scan.account.id,
      partition: scan.partition,
      startedAt: scan.startedAt,
      finishedAt: scan.finishedAt,
      status: scan.status,
      ...(scan.endedBy === undefined ? {} : { endedBy: scan.endedBy }),
      ...(scan.evidence && { evidence: scan.evidence }),
    },
    scope: {
      regions: scan.regions,
      skippedRegions: [...scan.skippedRegions],
      selection: { ...scan.selection },
    },
    rules: { sha256: ruleSetHash(engine, checks), engine },
    parameters: { sha256: sha256(canonical(set)), set },
    ...(scan.materials && { materials: [...scan.materials] }),
    files,
    checks,
  };
}
