/** A check as a control of HDF, and its findings as the results of it. */
import type {
  CheckLine,
  CheckTally,
  Finding,
  Gap,
  ReportReader,
  Severity,
} from '../../src/report/model.ts';
import { printable, printableData } from '../../src/text/printable.ts';
import type { CureOf } from '../cures.ts';

/** As Heimdall grades them: critical from 0.9, high from 0.7, medium from 0.4, low from 0.1. */
const impacts: Readonly<Record<Severity, number>> = {
  critical: 0.9,
  high: 0.7,
  medium: 0.5,
  low: 0.3,
  informational: 0.1,
};

/** Heimdall has no informational. */
const severityTags: Readonly<Record<Severity, string>> = {
  critical: 'critical',
  high: 'high',
  medium: 'medium',
  low: 'low',
  informational: 'low',
};

/** What Heimdall makes of a control: it looks for these in this order. */
export type ControlStatus = 'failed' | 'error' | 'not-applicable' | 'passed' | 'skipped';

export function statusOf(tally: CheckTally | undefined): ControlStatus {
  const { fail = 0, unknown = 0, pass = 0, manual = 0 } = tally?.counts ?? {};
  if (fail > 0) return 'failed';
  if (unknown > 0) return 'error';
  if (pass > 0) return 'passed';
  return manual > 0 ? 'skipped' : 'not-applicable';
}

/** All of a control but its results. */
export function controlOf(
  check: CheckLine,
  tally: CheckTally | undefined,
  waiver: object | undefined,
) {
  const { id, title, why, fix, link, severity, service, responsibility, claims } = check;
  const nist = claims.flatMap(({ framework, control }) =>
    framework === 'nist-800-53-r5' ? [control] : [],
  );
  return {
    id: printable(id),
    title: printable(title),
    desc: printable(why),
    descriptions: [
      { label: 'default', data: printable(why) },
      { label: 'fix', data: printable(fix) },
    ],
    // Heimdall takes a control without impact for one that is not applicable, whatever its results are.
    impact: statusOf(tally) === 'not-applicable' ? 0 : impacts[severity],
    refs: [{ url: printable(link) }],
    tags: {
      // Without a tag Heimdall files it under UM-1, unmapped.
      ...(nist.length === 0 ? {} : { nist: [...nist, 'Rev_5'] }),
      severity: severityTags[severity],
      service: printable(service),
      responsibility: printable(responsibility),
      controls: printableData(
        claims.map(({ framework, control, relation }) => ({ framework, control, relation })),
      ),
      ...(check.parameters === undefined ? {} : { parameters: printableData(check.parameters) }),
    },
    source_location: {},
    ...(waiver === undefined ? {} : { waiver_data: waiver }),
  };
}

/**
 * A finding as a result. `error` is for what could not be read; but Heimdall shows a control with one error as an error whatever
 * failed, so beside failures it is `skipped`, with the reason.
 */
export function resultOf(
  finding: Finding,
  tally: CheckTally | undefined,
  time: string,
  cureOf: CureOf,
) {
  const { outcome, title, resource, region, reasons, muted, id, severity } = finding;
  const why = printable(reasons.join('; '));
  const place = region === 'global' ? '' : ` in ${region}`;
  const told = {
    code_desc: printable(`${resource.name}${place}: ${title}`),
    start_time: time,
    resource: printable(resource.type),
    resource_id: printable(resource.arn),
    finding_id: id,
    outcome,
    severity,
  };
  switch (outcome) {
    case 'pass':
      return { status: 'passed', ...told, message: why };
    case 'fail':
      return { status: 'failed', ...told, message: `${mutedWords(muted)}${why}` };
    case 'unknown': {
      const message = `could not be read: ${why}. ${printable(cureOf(finding))}`;
      return (tally?.counts.fail ?? 0) > 0
        ? { status: 'skipped', ...told, skip_message: message }
        : { status: 'error', ...told, message };
    }
    case 'manual':
      return { status: 'skipped', ...told, skip_message: `a person must judge: ${why}` };
    case 'not-applicable':
      return { status: 'skipped', ...told, skip_message: `not applicable: ${why}` };
    case 'out-of-scope':
      return { status: 'skipped', ...told, skip_message: `not the customer’s: ${why}` };
  }
}

function mutedWords(muted: Finding['muted']): string {
  if (muted === undefined) return '';
  return printable(`muted until ${muted.until} by ${muted.owner} (${muted.reason}): `);
}

/**
 * What owners accept of a check. A waiver of HDF is of a whole control and makes it "not applicable" where it says that it was
 * skipped for it; a mute is of single failures and makes none of them anything else, so nothing was skipped.
 */
export function waiverOf(muted: NonNullable<Finding['muted']>, count: number, of: number) {
  return printableData({
    expiration_date: muted.until,
    justification: muted.reason,
    message: `${count} of ${of} failures are muted, the first by ${muted.owner}`,
    run: true,
    skipped_due_to_waiver: false,
  });
}

/** Beside the checks: what was not read, since a Region that is closed leaves no finding. */
export function coverageControl({ coverage, scan }: ReportReader) {
  const { planned, ok } = coverage.calls;
  const told = { start_time: scan.startedAt, resource: 'AWS API call' };
  const gaps = coverage.gaps.map((gap) => ({ status: 'error', ...told, ...gapWords(gap) }));
  const ended = scan.status === 'complete' ? [] : [partialResult(scan)];
  const whole = {
    status: 'passed',
    ...told,
    code_desc: `${ok} of ${planned} calls gave an answer`,
  };
  return {
    id: 'srm-scan.coverage',
    title: 'Everything that was asked for was read',
    desc: 'What was not read is neither right nor wrong, and a Region of which nothing was read has no findings at all.',
    impact: 0.5,
    refs: [],
    tags: { severity: 'medium' },
    source_location: {},
    results: gaps.length + ended.length === 0 ? [whole] : [...ended, ...gaps],
  };
}

function gapWords({ service, operation, regions, reason, cause, cure }: Gap) {
  const call = service === '*' ? 'every call' : `${service}:${operation}`;
  return {
    code_desc: printable(`${call} in ${regions.join(', ')}`),
    message: printable(`${reason}: ${cause} ${cure}`),
  };
}

function partialResult({ startedAt, endedBy }: ReportReader['scan']) {
  return {
    status: 'error',
    start_time: startedAt,
    code_desc: 'The scan came to its end',
    message: printable(`it ended before: ${endedBy ?? 'it is not known why'}`),
  };
}
