/**
 * OCSF Compliance Finding, class 2003 (https://schema.ocsf.io/1.6.0/classes/compliance_finding): one event a line, since
 * that is what Firehose, Athena and the collectors of SIEMs take, each event by itself.
 */
import {
  type CheckLine,
  type Finding,
  type Outcome,
  outcomes,
  type ReportReader,
  type Severity,
} from '../src/report/model.ts';
import { printable, printableData } from '../src/text/printable.ts';
import { valueText } from '../src/text/value.ts';
import { type CureOf, cures } from './cures.ts';
import { uuidOf } from './oscal/uuid.ts';
import { inPieces, members } from './pieces.ts';
import { formats } from './formats.ts';
import type { Reporter } from './reporter.ts';

export const ocsf: Reporter = {
  ...formats.ocsf,
  render: (report) => inPieces(eventLines(report)),
};

/** The events, each a line of JSON. */
function* eventLines(report: ReportReader): Generator<string> {
  for (const event of eventsOf(report)) yield `${eventText(event)}\n`;
}

/** Members that many events have alike: as they are, and as JSON, which is made once. */
export interface Shared {
  readonly value: Readonly<Record<string, unknown>>;
  readonly json: string;
}

function shared(value: Shared['value']): Shared {
  return { value, json: members(value) };
}

/** An event, or an object in it: what it shares with others, and what it has of its own. */
interface Part<Own extends object = object> {
  readonly alike: readonly Shared[];
  readonly own: Own;
}

/** An event in its parts, so that what is alike in many is one thing in memory. */
export type OcsfEvent = ReturnType<typeof eventOf>;

export function* eventsOf(report: ReportReader): Generator<OcsfEvent> {
  const checks = new Map(report.checks.map((check) => [check.id, ofCheck(check)]));
  const scan = ofScan(report);
  const cureOf = cures(report);
  for (const finding of report.findings()) {
    yield eventOf(finding, checks.get(finding.check), scan, cureOf);
  }
}

/** What all events of a report have alike. */
function ofScan({ scan, tool }: ReportReader) {
  const time = Date.parse(scan.finishedAt);
  const { id, alias } = scan.account;
  return {
    id: scan.id,
    partition: scan.partition,
    event: shared({
      activity_id: 1,
      activity_name: 'Create',
      category_uid: 2,
      category_name: 'Findings',
      class_uid: 2003,
      class_name: 'Compliance Finding',
      type_uid: 200_301,
      type_name: 'Compliance Finding: Create',
      time,
      time_dt: scan.finishedAt,
    }),
    metadata: shared({
      version: '1.6.0',
      profiles: ['cloud', 'datetime'],
      product: { name: tool.name, vendor_name: tool.name, version: tool.version },
      correlation_uid: scan.id,
    }),
    cloud: shared({
      provider: 'AWS',
      account: {
        uid: id,
        ...(alias === null ? {} : { name: printable(alias) }),
        type: 'AWS Account',
        type_id: 10,
      },
      cloud_partition: scan.partition,
    }),
    seen: shared({ last_seen_time: time, last_seen_time_dt: scan.finishedAt }),
    told: shared({
      scan: scan.id,
      status: scan.status,
      ...(scan.sample ? { sample: true } : {}),
    }),
  };
}

/** What all events of a check have alike. */
function ofCheck(check: CheckLine) {
  const { id, title, severity, claims, fix, link, responsibility } = check;
  const standards = [...new Set(claims.map(({ framework }) => framework))];
  const requirements = claims.map(({ framework, control }) => `${framework} ${control}`);
  const controls = claims.map(({ framework, control, relation }) => ({
    framework,
    control,
    relation,
  }));
  const own = {
    uid: id,
    name: printable(title),
    severity: captions[severity],
    severity_id: severityIds[severity],
  };
  const compliances = outcomes.map(
    (outcome) =>
      [
        outcome,
        shared({
          standards,
          requirements,
          checks: [{ ...own, ...compliance[outcome], standards }],
        }),
      ] as const,
  );
  return {
    responsibility,
    compliance: new Map(compliances),
    remediation: shared({ desc: printable(fix), references: [link] }),
    controls: shared({ controls }),
  };
}

type OfScan = ReturnType<typeof ofScan>;
type OfCheck = ReturnType<typeof ofCheck>;

function eventOf(finding: Finding, check: OfCheck | undefined, scan: OfScan, cureOf: CureOf) {
  const title = printable(finding.title);
  const reasons = finding.reasons.map(printable);
  const severity = severityOf(finding);
  const event = {
    severity: captions[severity],
    severity_id: severityIds[severity],
    ...statusOf(finding),
    message: `${title}: ${finding.outcome}`,
    resources: [resourceOf(finding, scan)] as const,
    evidences: finding.evidence.map((call) => ({
      uid: printable(call),
      name: 'AWS API call',
      data: { call: printable(call) },
    })),
  };
  const metadata = { uid: uuidOf('ocsf', scan.id, finding.id), event_code: finding.check };
  const info = {
    uid: finding.id,
    title,
    desc: reasons.join('; '),
    analytic: { uid: finding.check, name: finding.check, type: 'Rule', type_id: 1 },
  };
  const judged = check?.compliance.get(finding.outcome);
  return {
    event: partOf(event, scan.event),
    metadata: partOf(metadata, scan.metadata),
    cloud: partOf({ region: finding.region }, scan.cloud),
    finding_info: partOf(info, scan.seen),
    compliance: partOf(complianceOf(finding, reasons), judged),
    ...remediationOf(finding, check, cureOf),
    unmapped: partOf(unmapped(finding, check), scan.told, check?.controls),
  };
}

function partOf<Own extends object>(
  own: Own,
  ...alike: readonly (Shared | undefined)[]
): Part<Own> {
  return { alike: alike.filter((each) => each !== undefined), own };
}

/** Of what could not be read the cure, and of all else the fix of the check. */
function remediationOf(
  finding: Finding,
  check: OfCheck | undefined,
  cureOf: CureOf,
): { readonly remediation?: Part } {
  if (finding.outcome === 'unknown') {
    return { remediation: partOf({ desc: printable(cureOf(finding)) }) };
  }
  return check === undefined ? {} : { remediation: partOf({}, check.remediation) };
}

function eventText({ event, ...objects }: OcsfEvent): string {
  const named = Object.entries(objects).map(([name, part]) => `"${name}":{${membersOf(part)}}`);
  return `{${[membersOf(event), ...named].join(',')}}`;
}

function membersOf({ alike, own }: Part): string {
  return [...alike.map(({ json }) => json), members(own)].filter((json) => json !== '').join(',');
}

function complianceOf(
  { check: id, outcome, parameters = {} }: Finding,
  reasons: readonly string[],
) {
  return {
    control: id,
    ...compliance[outcome],
    status_code: outcome,
    status_details: reasons,
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
    ...(muted === undefined ? {} : { muted: printableData(muted) }),
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
