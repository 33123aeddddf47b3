/** The real matrix, with what the sample's findings make of it. */
import type { Finding, ResponsibilityLine } from '../../src/report/model.ts';
import { responsibilityLines } from '../../src/report/responsibilities.ts';
import { type FoundUse, tallyOf } from '../../src/report/tally.ts';
import { sampleChecks } from './sample-checks.ts';

const uses: Readonly<Record<string, FoundUse>> = {
  neptune: 'no',
  emr: 'no',
  rds: 'unknown',
};

export function linesOf(findings: readonly Finding[]): readonly ResponsibilityLine[] {
  const checks = new Map(sampleChecks.map((check) => [check.id, check]));
  const found = tallyOf(
    findings.flatMap((finding) => {
      const check = checks.get(finding.check);
      if (check === undefined) return [];
      const { responsibility: duty, service: of } = check;
      const isMuted = finding.muted !== undefined;
      const isLatent = finding.latent === true;
      return { ...finding, duty, of, type: finding.resource.type, kind: '', isMuted, isLatent };
    }),
  );
  const inUse = new Map([...found.inUse, ...Object.entries(uses)]);
  return responsibilityLines({
    found: { ...found, inUse },
    checks: sampleChecks,
    touched: new Set(),
    short: new Set(),
    partition: 'aws',
  });
}
