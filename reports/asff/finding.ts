/**
 * One finding in ASFF, within the lengths of Security Hub's API reference: AwsSecurityFinding (title 256, description 1024, id and
 * generator 512, types 50, product fields 50 of 128 and 2048), Recommendation and Note (text 512). It gives none for the id of a
 * resource and for who updated a note; 512 is ours. All of a finding may have 240 kB, which these keep it below by far.
 */
import type {
  CheckLine,
  Finding,
  Outcome,
  ReportReader,
  Severity,
} from '../../src/report/model.ts';
import { printable } from '../../src/text/printable.ts';
import { valueText } from '../../src/text/value.ts';
import { type CureOf, cures } from '../cures.ts';
import { requirementsOf, typesOf } from './frameworks.ts';
import { resourceTypeOf } from './resource-type.ts';

export type ComplianceStatus = 'PASSED' | 'WARNING' | 'FAILED' | 'NOT_AVAILABLE';

export type SeverityLabel = 'CRITICAL' | 'HIGH' | 'MEDIUM' | 'LOW' | 'INFORMATIONAL';

/** As much of AwsSecurityFinding as we write. */
export interface AsffFinding {
  SchemaVersion: '2018-10-08';
  Id: string;
  ProductArn: string;
  ProductName: string;
  CompanyName: string;
  GeneratorId: string;
  AwsAccountId: string;
  Types: string[];
  CreatedAt: string;
  UpdatedAt: string;
  LastObservedAt: string;
  Severity: { Label: SeverityLabel; Original: string };
  Title: string;
  Description: string;
  Remediation?: { Recommendation: { Text: string; Url?: string } };
  ProductFields: Record<string, string>;
  Resources: {
    Type: string;
    Id: string;
    Partition?: AsffPartition;
    Region: string;
    Tags?: Record<string, string>;
  }[];
  Compliance: { Status: ComplianceStatus; RelatedRequirements?: string[] };
  Workflow?: { Status: 'SUPPRESSED' };
  Note?: { Text: string; UpdatedBy: string; UpdatedAt: string };
  RecordState: 'ACTIVE' | 'ARCHIVED';
  /** What providers may change later: the severity and the types outside are kept for the users of Security Hub. */
  FindingProviderFields: {
    Severity: { Label: SeverityLabel; Original: string };
    Types: string[];
  };
  Sample?: true;
}

/** ASFF has no others. */
const partitions = ['aws', 'aws-cn', 'aws-us-gov'] as const;
export type AsffPartition = (typeof partitions)[number];

/** What the id of a finding of ours begins with, in a product that others use too. */
export const idPrefix = 'srm-scan/';

/** The id of a finding: the account is in it, since an aggregating Security Hub holds those of many. */
export function asffId({ account, id }: Pick<Finding, 'account' | 'id'>): string {
  return `${idPrefix}${account}/${id}`;
}

/** The product to which any account may import findings of its own. */
export function productArn(partition: string, region: string, account: string): string {
  return `arn:${partition}:securityhub:${region}:${account}:product/${account}/default`;
}

/** Where partitions keep what has no Region. */
const mainRegions: Readonly<Record<string, string>> = {
  aws: 'us-east-1',
  'aws-cn': 'cn-north-1',
  'aws-us-gov': 'us-gov-west-1',
  'aws-eusc': 'eusc-de-east-1',
};

export function regionOf({ region }: Pick<Finding, 'region'>, partition: string): string {
  return region === 'global' ? (mainRegions[partition] ?? 'us-east-1') : region;
}

/** Findings of a report in ASFF. @returns takes the Region whose Security Hub the finding is for */
export function asffFindings(report: Pick<ReportReader, 'checks' | 'coverage' | 'scan' | 'tool'>) {
  const { scan, tool } = report;
  const cureOf = cures(report);
  const checks = new Map(report.checks.map((check) => [check.id, ofCheck(check)]));
  return (finding: Finding, region: string): AsffFinding => {
    const check = checks.get(finding.check);
    const severity = severityOf(finding);
    const types = check?.types ?? typesOf([]);
    return {
      SchemaVersion: '2018-10-08',
      Id: asffId(finding),
      ProductArn: productArn(scan.partition, region, finding.account),
      ProductName: tool.name,
      CompanyName: tool.name,
      GeneratorId: `${idPrefix}${finding.check}`,
      AwsAccountId: finding.account,
      Types: types,
      CreatedAt: scan.startedAt,
      UpdatedAt: scan.finishedAt,
      LastObservedAt: scan.finishedAt,
      Severity: severity,
      Title: within(256, finding.title),
      Description: within(1024, finding.reasons.join('; ') || finding.title),
      ...remediationOf(finding, check, cureOf),
      ProductFields: productFields(finding, check, tool.version),
      Resources: [resourceOf(finding, scan.partition)],
      Compliance: {
        Status: statuses[finding.outcome],
        ...(check === undefined || check.requirements.length === 0
          ? {}
          : { RelatedRequirements: check.requirements }),
      },
      ...workflowOf(finding, scan.finishedAt),
      RecordState: 'ACTIVE',
      FindingProviderFields: { Severity: severity, Types: types },
      ...(scan.sample ? { Sample: true } : {}),
    };
  };
}

function ofCheck({ severity, claims, fix, link, responsibility }: CheckLine) {
  return {
    severity,
    responsibility,
    types: typesOf(claims),
    requirements: requirementsOf(claims),
    remediation: { Recommendation: { Text: within(512, fix), Url: link } },
  };
}

/** The fix of the check, whatever came of it, as Security Hub's own findings have it; but of what could not be read its cure. */
function remediationOf(
  finding: Finding,
  check: OfCheck | undefined,
  cureOf: CureOf,
): Pick<AsffFinding, 'Remediation'> {
  if (finding.outcome === 'unknown') {
    return { Remediation: { Recommendation: { Text: within(512, cureOf(finding)) } } };
  }
  return check === undefined ? {} : { Remediation: check.remediation };
}

/** What could not be read, and what a person must answer, is a warning: "some information is missing". */
const statuses: Readonly<Record<Outcome, ComplianceStatus>> = {
  pass: 'PASSED',
  fail: 'FAILED',
  unknown: 'WARNING',
  manual: 'WARNING',
  'not-applicable': 'NOT_AVAILABLE',
  'out-of-scope': 'NOT_AVAILABLE',
};

/** Only a failure is graver than information. */
function severityOf({ outcome, severity }: Finding): AsffFinding['Severity'] {
  return { Label: outcome === 'fail' ? labels[severity] : 'INFORMATIONAL', Original: severity };
}

const labels: Readonly<Record<Severity, SeverityLabel>> = {
  critical: 'CRITICAL',
  high: 'HIGH',
  medium: 'MEDIUM',
  low: 'LOW',
  informational: 'INFORMATIONAL',
};

/** Security Hub keeps what its users change here: a mute reaches findings that are new to it. */
function workflowOf({ muted }: Finding, at: string): Pick<AsffFinding, 'Workflow' | 'Note'> {
  if (muted === undefined) return {};
  const { reason, owner, until } = muted;
  return {
    Workflow: { Status: 'SUPPRESSED' },
    Note: {
      Text: within(512, `Muted until ${until}: ${reason}`),
      UpdatedBy: within(512, owner),
      UpdatedAt: at,
    },
  };
}

function resourceOf({ resource, region, account }: Finding, partition: string) {
  const type = resourceTypeOf(resource.type);
  const known = partitions.find((each) => each === partition);
  return {
    Type: type,
    // As Security Hub names an account.
    Id: type === 'AwsAccount' ? `AWS::::Account:${account}` : within(512, resource.arn),
    ...(known === undefined ? {} : { Partition: known }),
    Region: regionOf({ region }, partition),
  };
}

type OfCheck = ReturnType<typeof ofCheck>;

function productFields(
  finding: Finding,
  check: OfCheck | undefined,
  version: string,
): Record<string, string> {
  const { outcome, owner, latent, kind, regraded, parameters = {}, resource, evidence } = finding;
  const fields: Readonly<Record<string, string | undefined>> = {
    FindingId: finding.id,
    Check: finding.check,
    Outcome: outcome,
    Owner: owner,
    Region: finding.region,
    Service: finding.service,
    Responsibility: check?.responsibility.replace(/^[^.]+/, finding.service),
    ResourceType: resource.type,
    ResourceName: resource.name,
    Latent: latent ? 'true' : undefined,
    Kind: kind,
    SeverityBecause: regraded?.because,
    Parameters: Object.entries(parameters)
      .map(([name, value]) => `${name}=${valueText(value)}`)
      .join('; '),
    Evidence: evidence.join(' '),
    Version: version,
  };
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value = '']) => {
      const text = within(2048, value);
      return text === '' ? [] : [[`${idPrefix}${name}`, text]];
    }),
  );
}

/** Text that can be seen, of so many characters at most; one of blanks alone would be refused. */
function within(most: number, text: string): string {
  const shown = printable(text);
  const cut = shown.length <= most ? shown : `${wholePairs(shown.slice(0, most - 1))}…`;
  return /\S/.test(cut) || cut === '' ? cut : printableBlanks(cut);
}

/** Half of a pair at the end would be no text. */
function wholePairs(text: string): string {
  return text.replace(/[\ud800-\udbff]$/, '');
}

function printableBlanks(text: string): string {
  return `<${text.length} blanks>`;
}
