/**
 * OCSF Compliance Finding, class 2003 (https://schema.ocsf.io/1.6.0/classes/compliance_finding): one event a line, since
 * that is what Firehose, Athena and the collectors of SIEMs take, each event by itself.
 */
import type { CheckLine, Finding, Outcome, ReportReader, Severity } from '../src/report/model.ts';
import { printable, printableCopy } from '../src/text/printable.ts';
import { valueText } from '../src/text/value.ts';
import { uuidOf } from './oscal/uuid.ts';
import { inPieces } from './pieces.ts';
import type { Reporter } from './reporter.ts';

export const ocsf: Reporter = {
  id: 'ocsf',
  file: 'findings.ocsf.ndjson',
  isJson: true,
  render: (report) => inPieces(lines(report)),
};

function* lines(report: ReportReader): Generator<string> {
  const checks = new Map(report.checks.map((check) => [check.id, ofCheck(check)]));
  const scan = ofScan(report);
  for (const finding of report.findings()) {
    yield `${JSON.stringify(eventOf(finding, checks.get(finding.check), scan))}\n`;
  }
}

/** What all events of a report have alike. */
function ofScan({ scan, tool }: ReportReader) {
  const time = Date.parse(scan.finishedAt);
  const { id, alias } = scan.account;
  return {
    id: scan.id,
    time: { time, time_dt: scan.finishedAt },
    seen: { last_seen_time: time, last_seen_time_dt: scan.finishedAt },
    product: { name: tool.name, vendor_name: tool.name, version: tool.version },
    account: {
      uid: id,
      ...(alias === null ? {} : { name: printable(alias) }),
      type: 'AWS Account',
      type_id: 10,
    },
    partition: scan.partition,
    told: { scan: scan.id, status: scan.status, ...(scan.sample ? { sample: true } : {}) },
  };
}

/** What all events of a check have alike. */
function ofCheck(check: CheckLine) {
  const { id, title, severity, claims, fix, link, responsibility } = check;
  return {
    responsibility,
    check: {
      uid: id,
      name: printable(title),
      severity: captions[severity],
      severity_id: severityIds[severity],
    },
    standards: [...new Set(claims.map(({ framework }) => framework))],
    requirements: claims.map(({ framework, control }) => `${framework} ${control}`),
    controls: claims.map(({ framework, control, relation }) => ({ framework, control, relation })),
    remediation: { desc: printable(fix), references: [link] },
  };
}

type OfScan = ReturnType<typeof ofScan>;
type OfCheck = ReturnType<typeof ofCheck>;

function eventOf(finding: Finding, check: OfCheck | undefined, scan: OfScan) {
  const title = printable(finding.title);
  const reasons = finding.reasons.map(printable);
  const severity = severityOf(finding);
  return {
    activity_id: 1,
    activity_name: 'Create',
    category_uid: 2,
    category_name: 'Findings',
    class_uid: 2003,
    class_name: 'Compliance Finding',
    type_uid: 200_301,
    type_name: 'Compliance Finding: Create',
    ...scan.time,
    severity: captions[severity],
    severity_id: severityIds[severity],
    ...statusOf(finding),
    message: `${title}: ${finding.outcome}`,
    metadata: {
      version: '1.6.0',
      profiles: ['cloud', 'datetime'],
      product: scan.product,
      uid: uuidOf('ocsf', scan.id, finding.id),
      correlation_uid: scan.id,
      event_code: finding.check,
    },
    cloud: {
      provider: 'AWS',
      account: scan.account,
      region: finding.region,
      cloud_partition: scan.partition,
    },
    finding_info: {
      uid: finding.id,
      title,
      desc: reasons.join('; '),
      analytic: { uid: finding.check, name: finding.check, type: 'Rule', type_id: 1 },
      ...scan.seen,
    },
    compliance: complianceOf(finding, check, reasons),
    resources: [resourceOf(finding, scan)],
    evidences: finding.evidence.map((call) => ({
      uid: printable(call),
      name: 'AWS API call',
      data: { call: printable(call) },
    })),
    ...(check === undefined ? {} : { remediation: check.remediation }),
    unmapped: { ...scan.told, ...unmapped(finding, check) },
  };
}

function complianceOf(
  { check: id, outcome, parameters = {} }: Finding,
  check: OfCheck | undefined,
  reasons: readonly string[],
) {
  const { status, status_id } = compliance[outcome];
  return {
    control: id,
    status,
    status_id,
    status_code: outcome,
    status_details: reasons,
    ...(check === undefined
      ? {}
      : {
          standards: check.standards,
          requirements: check.requirements,
          checks: [{ ...check.check, status, status_id, standards: check.standards }],
        }),
    control_parameters: Object.entries(parameters).map(([name, value]) => ({
      name,
      value: printable(valueText(value)),
    })),
  };
}

function resourceOf({ resource, region }: Finding, { partition }: OfScan) {
  const { arn, name, type } = resource;
  return {
    uid: printable(arn),
    name: printable(name),
    type,
    region,
    cloud_partition: partition,
  };
}

/** What OCSF has no place for. */
function unmapped(finding: Finding, check: OfCheck | undefined) {
  const { outcome, owner, latent, kind, service, muted, regraded } = finding;
  const line = check?.responsibility;
  return {
    outcome,
    owner,
    service,
    ...(line === undefined ? {} : { responsibility: line.replace(/^[^.]+/, service) }),
    ...(regraded === undefined ? {} : { regraded }),
    ...(latent ? { latent } : {}),
    ...(kind === undefined ? {} : { kind: printable(kind) }),
    ...(muted === undefined ? {} : { muted: printableCopy(muted) }),
    ...(check === undefined ? {} : { controls: check.controls }),
  };
}

/** A pass of a critical check is no critical event; how grave what could not be read would be, nobody knows. */
function severityOf({ outcome, severity }: Finding): Severity | 'unknown' {
  if (outcome === 'fail') return severity;
  return outcome === 'unknown' ? 'unknown' : 'informational';
}

const severityIds: Readonly<Record<Severity | 'unknown', number>> = {
  unknown: 0,
  informational: 1,
  low: 2,
  medium: 3,
  high: 4,
  critical: 5,
};

const captions: Readonly<Record<Severity | 'unknown', string>> = {
  unknown: 'Unknown',
  informational: 'Informational',
  low: 'Low',
  medium: 'Medium',
  high: 'High',
  critical: 'Critical',
};

/** Of the finding as work to do: new or suppressed. What asks for no work has no status. */
function statusOf({ outcome, muted }: Finding) {
  if (muted !== undefined) return { status: 'Suppressed', status_id: 3 };
  const isOpen = outcome === 'fail' || outcome === 'unknown' || outcome === 'manual';
  return isOpen ? { status: 'New', status_id: 1 } : {};
}

/**
 * OCSF knows pass, fail, and a warning where the check "did not yield a result due to missing information" (object compliance,
 * status_id 2): what could not be read. What is none of these is told in our word.
 */
const compliance: Readonly<
  Record<Outcome, { readonly status: string; readonly status_id: number }>
> = {
  pass: { status: 'Pass', status_id: 1 },
  fail: { status: 'Fail', status_id: 3 },
  unknown: { status: 'Warning', status_id: 2 },
  manual: { status: 'Manual', status_id: 99 },
  'not-applicable': { status: 'Not applicable', status_id: 99 },
  'out-of-scope': { status: 'Out of scope', status_id: 99 },
};
