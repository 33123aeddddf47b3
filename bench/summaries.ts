/** Summaries of accounts that nobody has: as many as are wanted, each like a real one in size, no two alike. */
import { createHash } from 'node:crypto';
import { checks } from '../checks/index.ts';
import { frameworks } from '../src/frameworks/index.ts';
import { type AccountSummary, summarySchema } from '../src/fleet/summary.ts';
import { severities } from '../src/judge/terms.ts';

const hash = (text: string) => createHash('sha256').update(text).digest('hex');
const day = '2026-11-22';

/** Twelve digits. */
export function accountAt(number: number): string {
  return String(100_000_000_000 + number * 7919).padStart(12, '0');
}

/** The name of the folder that its run would have. */
export function runAt(number: number): string {
  return `${accountAt(number)}-${day}T03-17-00Z`;
}

/** The account of that number: always the same. */
export function summaryAt(number: number): AccountSummary {
  const random = sequence(number);
  const lines = checks.map(({ id, severity }) => [id, lineOf(severity, random)] as const);
  const bySeverity = { critical: 0, high: 0, medium: 0, low: 0, informational: 0 };
  const byOutcome = {
    fail: 0,
    unknown: 0,
    manual: 0,
    pass: 0,
    'not-applicable': 0,
    'out-of-scope': 0,
  };
  for (const [, { fail = {}, pass = 0, unknown = 0, ...others }] of lines) {
    for (const severity of severities) {
      bySeverity[severity] += fail[severity] ?? 0;
      byOutcome.fail += fail[severity] ?? 0;
    }
    byOutcome.pass += pass;
    byOutcome.unknown += unknown;
    byOutcome['not-applicable'] += others['not-applicable'] ?? 0;
  }
  const isPartial = number % 97 === 96;
  const denied = byOutcome.unknown > 0 ? 2 : 0;
  return {
    schema: summarySchema,
    tool: { name: 'srm-scan', version: '0.1.0' },
    rules: hash('rules'),
    selection: hash('everything'),
    scan: {
      id: hash(accountAt(number)).slice(0, 16),
      account: { id: accountAt(number), alias: number % 3 === 0 ? null : `team-${number}` },
      partition: 'aws',
      startedAt: `${day}T03:17:00.000Z`,
      finishedAt: `${day}T03:18:${String(number % 60).padStart(2, '0')}.000Z`,
      status: isPartial ? 'partial' : 'complete',
      ...(isPartial && { endedBy: 'the deadline was reached' }),
      regions: 17,
      skippedRegions: 0,
    },
    completeness: {
      calls: { planned: 1200, ok: 1200 - denied, denied, throttled: 0, failed: 0, skipped: 0 },
      gaps: denied,
      faults: 0,
      reasons: denied > 0 ? { denied } : {},
      permissions: denied > 0 ? ['s3:GetBucketPolicy', 'kms:ListKeys'] : [],
    },
    summary: {
      byOutcome,
      bySeverity,
      score: {
        passed: byOutcome.pass,
        of: byOutcome.pass + byOutcome.fail + byOutcome.unknown,
      },
    },
    checks: Object.fromEntries(lines),
    controls: Object.fromEntries(
      frameworks.map(({ id, controls }) => [id, statesOf(controls, random)]),
    ),
    responsibilities: {
      aws: { 'out-of-scope': 60 },
      customer: { assessed: 40, 'not-assessed': 3 },
      shared: { 'partly-assessed': 50, attestation: 20 },
    },
    requests: { s3: 300 + (number % 40), ec2: 500, iam: 60, kms: 40, sts: 1 },
    reports: ['report.html', 'report.json'],
  };
}

function lineOf(
  severity: (typeof severities)[number],
  random: () => number,
): AccountSummary['checks'][string] {
  const draw = random();
  if (draw < 0.4) return { 'not-applicable': 1 };
  if (draw < 0.75) return { pass: 1 + Math.floor(random() * 40) };
  if (draw < 0.98)
    return { fail: { [severity]: 1 + Math.floor(random() * 9) }, pass: Math.floor(random() * 30) };
  return { unknown: 1 };
}

function statesOf(
  controls: readonly { readonly id: string }[],
  random: () => number,
): AccountSummary['controls'][string] {
  const states: AccountSummary['controls'][string] = {
    met: [],
    'not-met': [],
    'partly-read': [],
    'to-attest': [],
    aws: 0,
    'no-check': 0,
  };
  for (const { id } of controls) {
    const draw = random();
    if (draw < 0.2) states.met.push(id);
    else if (draw < 0.5) states['not-met'].push(id);
    else if (draw < 0.55) states['partly-read'].push(id);
    else states['no-check'] += 1;
  }
  return states;
}

/** Numbers from 0 to 1 that follow from the seed. Mulberry32, of Tommy Ettinger, in the public domain. */
function sequence(seed: number): () => number {
  let state = Math.imul(seed + 1, 0x9e3779b1);
  return () => {
    state = Math.trunc(state + 0x6d2b79f5);
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
