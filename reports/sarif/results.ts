/** A failed finding as a result, section 3.27. */
import type { Finding } from '../../src/report/model.ts';
import { printable, printableData } from '../../src/text/printable.ts';
import { levels } from './rules.ts';
import { messageText, uriSegment } from './text.ts';

interface RuleReference {
  readonly ruleId: string;
  /** Left out where the report has no line of the check. */
  readonly ruleIndex?: number;
}

export function resultOf(finding: Finding, rule: RuleReference) {
  const { id, severity, resource, region, reasons, title, muted } = finding;
  const where = region === 'global' ? '' : ` in ${region}`;
  const text = `${resource.name}${where}: ${reasons.join('; ')}. What should hold: ${title}.`;
  return {
    ...rule,
    level: levels[severity],
    message: { text: messageText(text) },
    locations: [locationOf(finding)],
    // GitHub knows an alert again by the first.
    partialFingerprints: { primaryLocationLineHash: id, 'srmScanFinding/v1': id },
    // If one result says whether it is suppressed, all must (section 3.27.23).
    suppressions: muted === undefined ? [] : [suppressionOf(muted)],
    properties: propertiesOf(finding),
  };
}

/** A resource has no file, but GitHub refuses a result without one: the place is a path that no repository has. */
function locationOf({ account, region, resource }: Finding) {
  const { arn, name, type } = resource;
  const uri = ['aws', ...[account, region, type, name].map(uriSegment)].join('/');
  return {
    physicalLocation: {
      artifactLocation: { uri },
      region: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 },
    },
    logicalLocations: [
      { name: printable(name), fullyQualifiedName: printable(arn), kind: 'resource' },
    ],
  };
}

function suppressionOf({ reason, owner, until }: NonNullable<Finding['muted']>) {
  return {
    kind: 'external',
    status: 'accepted',
    justification: printable(reason),
    properties: { owner: printable(owner), until },
  };
}

function propertiesOf(finding: Finding) {
  const { check, severity, service, owner, account, region, resource, evidence } = finding;
  const { latent, kind, regraded, parameters } = finding;
  return printableData({
    check,
    severity,
    service,
    owner,
    account,
    region,
    resourceType: resource.type,
    evidence,
    ...(latent ? { latent } : {}),
    ...(kind === undefined ? {} : { kind }),
    ...(regraded === undefined ? {} : { regraded }),
    ...(parameters === undefined ? {} : { parameters }),
  });
}
