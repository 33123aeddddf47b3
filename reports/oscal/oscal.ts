/**
 * OSCAL assessment results (https://pages.nist.gov/OSCAL/): findings are observations with their evidence, controls are
 * findings, and the responsibilities stand with the services. docs/oscal.md says what is where.
 */
import type { CallLine, ReportReader } from '../../src/report/model.ts';
import { valueText } from '../../src/text/value.ts';
import { cures } from '../cures.ts';
import { inPieces } from '../pieces.ts';
import { formats } from '../formats.ts';
import type { Reporter } from '../reporter.ts';
import { attestationStatements, attestors } from './attestations.ts';
import {
  controlFinding,
  controlObservation,
  createDeciding,
  type Deciding,
  isDecided,
  reviewedControls,
} from './controls.ts';
import {
  callUuid,
  findingObservation,
  gapObservation,
  inventoryItem,
  observationUuid,
  originOf,
  resourceUuid,
  toolId,
} from './observations.ts';
import { responsibilityObservations, serviceComponents } from './responsibilities.ts';
import { oscalVersion, partiesOf, property, props } from './terms.ts';
import { markdown } from './text.ts';
import { uuidOf } from './uuid.ts';
import { createUuidSet } from './uuid-list.ts';

export const oscal: Reporter = {
  ...formats.oscal,
  render: (report) => inPieces(parts(report)),
};

function* parts(report: ReportReader): Generator<string> {
  const { scan, tool, coverage } = report;
  const run = uuidOf(
    'run',
    scan.id,
    tool.version,
    JSON.stringify([scan.selection, scan.parameters]),
  );
  const plan = uuidOf('plan', run);
  const customer = uuidOf('account', scan.account.id);
  const checks = new Map(report.checks.map((check) => [check.id, check]));
  const cureOf = cures(report);
  const origin = originOf(report);
  const deciding = createDeciding(report.controls);
  yield '{"assessment-results":{\n';
  yield membersOf({
    uuid: uuidOf('assessment-results', run),
    metadata: {
      title: markdown(`Assessment of AWS account ${nameOf(report)}`),
      'last-modified': scan.finishedAt,
      version: tool.version,
      'oscal-version': oscalVersion,
      ...props({ sample: scan.sample ? 'true' : undefined }),
      ...partiesOf(
        { uuid: customer, name: `Owner of AWS account ${nameOf(report)}` },
        attestors(report),
      ),
      ...(scan.sample
        ? { remarks: 'The account is a sample: nothing here is about an account of anybody.' }
        : {}),
    },
    'import-ap': { href: `#${plan}` },
  });
  yield ',\n"results":[{\n';
  yield membersOf({
    uuid: uuidOf('result', run),
    title: markdown(`Scan ${scan.id}`),
    description: markdown(
      `srm-scan ${tool.version} read the configuration of AWS account ${nameOf(report)} as ${scan.principal}.`,
    ),
    start: scan.startedAt,
    end: scan.finishedAt,
    ...scanProps(report),
  });
  yield ',\n"local-definitions":{\n';
  yield* listed('components', [accountComponent(report), ...serviceComponents(report)], '');
  yield* listed('inventory-items', inventory(report));
  yield `,\n${membersOf({ 'assessment-assets': assets(report) })}},\n`;
  yield membersOf({ 'reviewed-controls': reviewedControls(report) });
  yield* listed('attestations', attestationStatements(report));
  yield* listed('observations', observations());
  yield* findings(report, deciding);
  yield '}],\n"back-matter":{';
  yield* listed('resources', resources(report, plan), '');
  yield '}}}\n';

  function* observations() {
    for (const finding of report.findings()) {
      const uuid = observationUuid(finding);
      deciding.note(finding, uuid);
      yield findingObservation(finding, checks.get(finding.check), origin, uuid, cureOf);
    }
    yield* responsibilityObservations(report, origin);
    for (const gap of coverage.gaps) yield gapObservation(gap, scan.account.id, origin);
    for (const line of report.controls) {
      if (!isDecided(line)) yield controlObservation(line, scan.account.id, origin, checks);
    }
  }
}

/** One finding for each control that is decided. The observations that it names may be as many as there are findings. */
function* findings(report: ReportReader, deciding: Deciding): Generator<string> {
  const checks = new Map(report.checks.map((check) => [check.id, check]));
  let before = ',\n"findings":[\n';
  for (const line of report.controls.filter(isDecided)) {
    yield `${before}{${membersOf(controlFinding(line, report.scan.account.id, checks))}`;
    yield* listed('related-observations', related(deciding.of(line)));
    yield '}';
    before = ',\n';
  }
  if (before === ',\n') yield '\n]';
}

function* related(uuids: Iterable<string>) {
  for (const uuid of uuids) yield { 'observation-uuid': uuid };
}

/** A member that is a list, one element a line; OSCAL wants none that is empty. @param before what separates it */
function* listed(name: string, elements: Iterable<unknown>, before = ',\n'): Generator<string> {
  let separator = `${before}"${name}":[\n`;
  const opening = separator;
  for (const element of elements) {
    yield separator + JSON.stringify(element);
    separator = ',\n';
  }
  if (separator !== opening) yield '\n]';
}

/** The members of an object, without its braces. */
function membersOf(members: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(members).slice(1, -1);
}

function nameOf({ scan }: ReportReader): string {
  const { id, alias } = scan.account;
  return alias === null ? id : `${id} (${alias})`;
}

function scanProps({ scan, coverage, summary }: ReportReader) {
  const { calls } = coverage;
  return {
    props: [
      ...property('status', scan.status),
      ...property('ended-by', scan.endedBy ?? ''),
      ...property('partition', scan.partition),
      ...scan.regions.flatMap((region) => property('region', region)),
      ...scan.skippedRegions.flatMap(({ region, reason }) =>
        property('skipped-region', region, { remarks: markdown(reason) }),
      ),
      ...(scan.activity?.regions ?? []).flatMap(({ region, state, because }) =>
        property('region-activity', region, { class: state, remarks: markdown(because) }),
      ),
      ...(scan.activity?.leftOut ?? []).flatMap(({ regions, checks }) =>
        regions.flatMap((region) =>
          property('left-out', region, { remarks: markdown(checks.join(', ')) }),
        ),
      ),
      ...Object.entries(calls).flatMap(([name, count]) =>
        property('calls', String(count), { class: name }),
      ),
      ...Object.entries(summary.byOutcome).flatMap(([outcome, count]) =>
        property('findings', String(count), { class: outcome }),
      ),
      ...property('evidence-head', scan.evidence?.head ?? ''),
    ],
  };
}

function accountComponent(report: ReportReader) {
  const { account, partition } = report.scan;
  return {
    uuid: uuidOf('system', account.id),
    type: 'this-system',
    title: markdown(`AWS account ${nameOf(report)}`),
    description: 'The account whose configuration was read.',
    ...props({ account: account.id, alias: account.alias ?? '', partition }),
    status: { state: 'operational' },
  };
}

function* inventory(report: ReportReader) {
  const isNew = createUuidSet();
  for (const finding of report.findings()) {
    const uuid = resourceUuid(finding);
    if (isNew(uuid)) yield inventoryItem(finding, uuid);
  }
}

function assets({ tool, scan }: ReportReader) {
  return {
    components: [
      {
        uuid: toolId,
        type: 'software',
        title: tool.name,
        description: 'Reads the configuration of an AWS account and judges it. It only reads.',
        ...props({ version: tool.version }),
        status: { state: 'operational' },
      },
    ],
    'assessment-platforms': [
      {
        uuid: uuidOf('platform', scan.principal),
        title: markdown(`srm-scan as ${scan.principal}`),
        'uses-components': [{ 'component-uuid': toolId }],
      },
    ],
  };
}

/** What was asked for, which is the plan of the assessment, and each call with the hash of its answer. */
function* resources(report: ReportReader, plan: string) {
  const { selection, parameters } = report.scan;
  yield {
    uuid: plan,
    title: 'What the scan was asked for',
    description:
      'There is no assessment plan beside this: the checks, and what was chosen of them, are the plan.',
    props: [
      ...Object.entries(selection).flatMap(([name, chosen]) =>
        [chosen ?? []]
          .flat()
          .flatMap((value) => property('selected', String(value), { class: name })),
      ),
      ...parameters.flatMap(({ check, parameter, value, from }) =>
        property('parameter', `${check}.${parameter}=${valueText(value)}`, { class: from }),
      ),
      ...report.checks.flatMap(({ id }) => property('check', id)),
      ...(report.mutes ?? []).flatMap(({ check, reason, owner, until, state, resource = '*' }) =>
        property('mute', `${check} ${resource} until ${until}`, {
          class: state,
          remarks: markdown(`${owner}: ${reason}`),
        }),
      ),
      ...property('tool', `srm-scan ${report.tool.version}`),
    ],
  };
  for (const call of report.calls()) yield callResource(call);
}

function callResource(call: CallLine) {
  const { id, service, operation, region, at, requestId, attempts, sha256, status, error } = call;
  return {
    uuid: callUuid(id),
    title: markdown(id),
    description: markdown(
      `The answer of AWS to ${service} ${operation} in ${region} at ${at}; the hash is of its canonical form.`,
    ),
    ...props({
      call: id,
      service,
      operation,
      region,
      at,
      'request-id': requestId ?? '',
      attempts,
      sha256,
      status,
      'error-code': error?.code,
      'error-message': error?.message,
      input: call.input === undefined ? undefined : JSON.stringify(call.input),
    }),
  };
}
