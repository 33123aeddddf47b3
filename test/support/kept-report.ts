/** Reports that were kept, edited into what another scan would have left. */
import * as z from 'zod';

const finding = z.looseObject({
  id: z.string(),
  check: z.string(),
  outcome: z.string(),
  severity: z.string(),
  region: z.string(),
  latent: z.literal(true).optional(),
  resource: z.object({ arn: z.string(), type: z.string(), name: z.string() }),
  reasons: z.array(z.string()),
  evidence: z.array(z.string()),
  muted: z.object({ reason: z.string(), owner: z.string(), until: z.string() }).optional(),
});
const gap = z.looseObject({
  service: z.string(),
  operation: z.string(),
  region: z.string(),
  regions: z.array(z.string()),
  reason: z.string(),
});
const report = z.looseObject({
  schema: z.string(),
  tool: z.looseObject({ version: z.string() }),
  scan: z.looseObject({
    startedAt: z.string(),
    status: z.string(),
    account: z.looseObject({ id: z.string(), alias: z.string().nullable() }),
    regions: z.array(z.string()),
    selection: z.record(z.string(), z.unknown()),
  }),
  coverage: z.looseObject({ gaps: z.array(gap) }),
  summary: z.looseObject({
    bySeverity: z.record(z.string(), z.number()),
    byOutcome: z.record(z.string(), z.number()),
    score: z.object({ passed: z.number(), of: z.number() }),
    muted: z.record(z.string(), z.number()).optional(),
  }),
  checks: z.array(z.looseObject({ id: z.string(), parameters: z.unknown().optional() })),
  calls: z.array(z.looseObject({ id: z.string(), sha256: z.string() })),
  findings: z.array(finding),
});
export type KeptReport = z.output<typeof report>;
export type KeptFinding = z.output<typeof finding>;

/** A copy of its own. @param text of a report.json */
export function keptReport(text: string): KeptReport {
  return report.parse(JSON.parse(text));
}

export function findingOf({ findings }: KeptReport, arn: string): KeptFinding {
  const found = findings.find(({ resource }) => resource.arn === arn);
  if (!found) throw new Error(`the report has no ${arn}`);
  return found;
}

/** The resource passes, and its answers are others. */
export function passNow(of: KeptReport, arn: string): void {
  const closed = findingOf(of, arn);
  closed.outcome = 'pass';
  closed.reasons = ['nothing opens it'];
  answerOtherwise(of, arn);
}

/** What AWS answered about the resource is not what it answered in the other report. */
export function answerOtherwise(of: KeptReport, arn: string): void {
  const { evidence } = findingOf(of, arn);
  for (const call of of.calls) if (evidence.includes(call.id)) call.sha256 = 'f'.repeat(64);
}
