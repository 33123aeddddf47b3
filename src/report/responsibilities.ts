/**
 * The responsibility matrix with what the scan found: a line for every layer of every service, none missing. Each
 * statement of a line follows from the findings by a rule of docs/soundness.md.
 */
import {
  assuranceOf,
  readingOf,
  type Responsibility,
  responsibilities,
  type ServiceId,
} from '../responsibilities/index.ts';
import { lineOfKinds } from './kinds.ts';
import type { Found } from './found.ts';
import type { InUse, PartRead, ResponsibilityLine } from './model.ts';
import type { Assessed } from './tally.ts';

/** Every account has them, whatever else it uses. */
const alwaysInUse: ReadonlySet<ServiceId> = new Set(['iam', 'account']);

export function responsibilityLines(scan: Found): readonly ResponsibilityLine[] {
  return responsibilities().map((row) => lineOf(row, scan));
}

const nothingFound: Assessed = { checks: [], counts: {}, byCheck: new Map() };
/** Nothing is asked of what AWS does. */
const nothingRead: ReturnType<typeof readingOf> = { parts: [], unread: [] };

function lineOf(row: Responsibility, scan: Found): ResponsibilityLine {
  const { found, partition } = scan;
  const inUse = useOf(row.service, scan);
  const split = lineOfKinds(row, scan, inUse);
  const { service, layer, attestation, wanted } = row;
  const assessed = found.assessed.get(row.id) ?? nothingFound;
  const { owner, awsPart, customerPart } = split;
  const isAws = owner === 'aws';
  const reading = isAws ? nothingRead : readingOf(service, layer);
  const reads = reading.parts.map((part) => readOf(part, assessed, scan.short));
  const attested = scan.attested?.get(row.id);
  const { status, note } =
    split.open ?? statusOf(row, { owner, reads, unread: reading.unread }, assessed, inUse);
  const line: ResponsibilityLine = {
    id: row.id,
    service,
    serviceName: row.serviceName,
    category: row.category,
    layer,
    layerName: row.layerName,
    owner,
    awsPart,
    customerPart,
    assurance: assuranceOf(owner === row.owner ? row.assuranceId : split.assuranceId, partition),
    source: row.source,
    status,
    note,
    inUse,
    reads,
    unread: reading.unread,
    checks: assessed.checks,
    counts: assessed.counts,
  };
  const ofKinds = split.kinds === undefined ? line : { ...line, kinds: split.kinds };
  if (attestation === undefined || wanted === undefined || isAws) return ofKinds;
  return { ...ofKinds, attestation, wanted, ...(attested && { attested }) };
}

function useOf(service: ServiceId, { found, touched }: Found): InUse {
  if (alwaysInUse.has(service)) return 'yes';
  return found.inUse.get(service) ?? (touched.has(service) ? 'unknown' : 'not-looked-for');
}

/** What came of the checks that read one part. */
function readOf(
  { part, checks }: { readonly part: string; readonly checks: readonly string[] },
  { byCheck }: Assessed,
  short: ReadonlySet<string>,
): PartRead {
  const counts = checks.map((check) => byCheck.get(check));
  const has = (...outcomes: readonly ('pass' | 'fail' | 'unknown' | 'manual')[]) =>
    counts.some((count) => outcomes.some((outcome) => (count?.[outcome] ?? 0) > 0));
  const isShort = checks.some((check) => byCheck.has(check) && short.has(check));
  const state =
    isShort || has('unknown', 'manual')
      ? 'unknown'
      : counts.includes(undefined)
        ? 'not-asked'
        : has('pass', 'fail')
          ? 'read'
          : 'nothing';
  return { part, checks, state };
}

type Status = Pick<ResponsibilityLine, 'status' | 'note'>;

function statusOf(
  {
    attestation,
    asked,
    serviceName,
  }: Pick<Responsibility, 'attestation' | 'asked' | 'serviceName'>,
  { owner, reads, unread }: Pick<ResponsibilityLine, 'owner' | 'reads' | 'unread'>,
  { counts, checks }: Assessed,
  inUse: InUse,
): Status {
  if (owner === 'aws') {
    const note = `AWS does this. Its assurance reports speak of the services in their scope; whether ${serviceName} is in it was not looked up.`;
    return { status: 'out-of-scope', note };
  }
  const { pass = 0, fail = 0, unknown = 0, manual = 0 } = counts;
  const judged = pass + fail;
  const open = openEnds(reads, unread, attestation);
  if (judged > 0) {
    if (open === '' && unknown + manual === 0) {
      return { status: 'assessed', note: `Assessed by ${plural(checks.length, 'check')}.` };
    }
    return { status: 'partly-assessed', note: `Assessed in part.${open}${lost(unknown, manual)}` };
  }
  if (unknown > 0) return { status: 'unknown', note: `Nothing of it could be read.${open}` };
  if (manual > 0) {
    return { status: 'attestation', note: `Checks found that a person must look.${open}` };
  }
  if (checks.length > 0) {
    const status = withoutSubstance({ reads, unread }, attestation, inUse);
    const note = 'The checks found nothing to judge.';
    return { status, note: status === 'nothing-to-assess' ? note : `${note}${open}` };
  }
  if (asked === 'all') {
    return { status: 'attestation', note: 'No AWS API shows this; a person must attest it.' };
  }
  return { status: 'not-assessed', note: `No check of this scan covers it.${open}` };
}

/**
 * Of a line whose checks found nothing to judge. That there is nothing can be said only where all that the line names was
 * looked for: of a service that is not in use there is none of what no check reads either.
 */
function withoutSubstance(
  { reads, unread }: Pick<ResponsibilityLine, 'reads' | 'unread'>,
  attestation: string | undefined,
  inUse: InUse,
): ResponsibilityLine['status'] {
  if (reads.some(({ state }) => state !== 'nothing')) return 'not-assessed';
  if (inUse === 'no') return 'nothing-to-assess';
  if (unread.length > 0) return 'not-assessed';
  return attestation === undefined ? 'nothing-to-assess' : 'attestation';
}

/** What keeps a line from being assessed, in sentences that each begin with a blank. */
function openEnds(
  reads: readonly PartRead[],
  unread: readonly string[],
  attestation: string | undefined,
): string {
  const inState = (state: PartRead['state']) =>
    reads.filter((each) => each.state === state).map(({ part }) => part);
  const cut = inState('unknown');
  const left = inState('not-asked');
  return [
    ...(cut.length > 0 ? [` Not known in full: ${cut.join('; ')}.`] : []),
    ...(left.length > 0 ? [` Not asked for in full by this scan: ${left.join('; ')}.`] : []),
    ...(unread.length > 0 ? [` No check reads: ${unread.join('; ')}.`] : []),
    ...(attestation === undefined ? [] : [' A person must answer what no API tells.']),
  ].join('');
}

function lost(unknown: number, manual: number): string {
  const parts = [
    ...(unknown > 0 ? [`${plural(unknown, 'finding')} could not be read`] : []),
    ...(manual > 0 ? [`${plural(manual, 'finding')} a person must judge`] : []),
  ];
  return parts.length === 0 ? '' : ` ${parts.join('; ')}.`;
}

function plural(count: number, noun: string): string {
  return count === 1 ? `1 ${noun}` : `${count} ${noun}s`;
}
