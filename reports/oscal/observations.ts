/** What was observed: each finding of the scan with its resource and its evidence, and each gap. */
import type { CheckLine, Finding, Gap, ReportReader } from '../../src/report/model.ts';
import { valueText } from '../../src/text/value.ts';
import { type CureOf, remedyOf } from '../cures.ts';
import { props, property } from './terms.ts';
import { markdown } from './text.ts';
import { uuidBytes, uuidOf, uuidText } from './uuid.ts';

/** What every observation of a report has in common. */
export interface Origin {
  readonly methods: readonly string[];
  readonly origins: readonly unknown[];
  readonly collected: string;
}

/**
 * The scan only reads, which SP 800-53A calls to examine. `collected` is when the reading had ended; when each call was
 * answered stands with the call.
 */
export function originOf({ scan }: Pick<ReportReader, 'scan'>): Origin {
  return {
    methods: ['EXAMINE'],
    origins: [{ actors: [{ type: 'tool', 'actor-uuid': toolId }] }],
    collected: scan.finishedAt,
  };
}

export const toolId = uuidOf('tool');

/** The observation of a finding: it stays the same from scan to scan, as the finding's id does. */
export function observationUuid({ id }: Pick<Finding, 'id'>): Buffer {
  return uuidBytes('finding', id);
}

export function resourceUuid({ account, resource }: Finding): Buffer {
  return uuidBytes('resource', account, resource.type, resource.arn);
}

/** The resource of a finding, for the inventory. */
export function inventoryItem(finding: Finding, uuid: Buffer) {
  const { type, arn, name } = finding.resource;
  return {
    uuid: uuidText(uuid, 0),
    description: markdown(`${type}: ${name}`),
    ...props({
      arn,
      'resource-type': type,
      'resource-name': name,
      region: finding.region,
    }),
  };
}

export function findingObservation(
  finding: Finding,
  check: CheckLine | undefined,
  origin: Origin,
  uuid: Buffer,
  cureOf: CureOf,
) {
  const remedy = remedyOf(finding, check?.fix, cureOf);
  const { muted, parameters = {}, regraded, resource } = finding;
  const values = props({
    'finding-id': finding.id,
    check: finding.check,
    outcome: finding.outcome,
    severity: finding.severity,
    'severity-of-check': regraded?.from,
    'severity-because': regraded?.because,
    owner: finding.owner,
    account: finding.account,
    region: finding.region,
    responsibility: responsibilityOf(finding, check),
    latent: finding.latent ? 'true' : undefined,
    kind: finding.kind,
    parameter: Object.entries(parameters).map(([name, value]) => `${name}=${valueText(value)}`),
    'muted-until': muted?.until,
    'muted-by': muted?.owner,
    'muted-because': muted?.reason,
  });
  return {
    uuid: uuidText(uuid, 0),
    title: markdown(`${finding.title}: ${finding.outcome}`),
    description: markdown(finding.reasons.join('; ')),
    ...values,
    ...origin,
    types: ['finding'],
    subjects: [
      {
        'subject-uuid': uuidText(resourceUuid(finding), 0),
        type: 'inventory-item',
        title: markdown(`${resource.type} ${resource.name}`),
      },
    ],
    ...(finding.evidence.length === 0
      ? {}
      : { 'relevant-evidence': finding.evidence.map(evidenceOf) }),
    ...(remedy === undefined ? {} : { remarks: markdown(remedy) }),
  };
}

function evidenceOf(call: string) {
  return { href: `#${callUuid(call)}`, description: markdown(call) };
}

/** The resource of the back matter that stands for a call. */
export function callUuid(id: string): string {
  return uuidOf('call', id);
}

/** The line of the service that is assessed, which need not be the check's own. */
function responsibilityOf({ service }: Finding, check: CheckLine | undefined): string | undefined {
  return check?.responsibility.replace(/^[^.]+/, service);
}

/** What could not be read, as an observation: whoever reads the findings must see what is not among them. */
export function gapObservation(gap: Gap, account: string, origin: Origin) {
  const { service, operation, reason, cause, cure, regions } = gap;
  return {
    uuid: uuidOf('gap', account, service, operation, reason, cause, ...regions),
    title: markdown(`Not read: ${service} ${operation}, ${reason}`),
    description: markdown(`${cause} ${cure}`),
    ...props({
      service,
      operation,
      reason,
      region: regions,
      calls: gap.count,
      'iam-action': gap.iamAction,
      check: gap.checks,
    }),
    ...origin,
    types: ['gap'],
  };
}

/** Where a check is named beside a control: how the two stand to each other. */
export function relationOf(check: string, relation: string, because?: string) {
  return property('relation', relation, {
    class: check,
    ...(because === undefined ? {} : { remarks: markdown(because) }),
  });
}
