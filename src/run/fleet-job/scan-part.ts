/** Scans what one function has the time for: to the end, or as far as the next one goes on from. */
import { join } from 'node:path';
import { continued } from '../../aws/evidence/continued.ts';
import { isAnswered, type KeptCalls } from '../../aws/evidence/kept-calls.ts';
import type { CallRecord } from '../../aws/evidence/ledger.ts';
import type { Sealed } from '../../aws/evidence/read.ts';
import type { EvidenceStart } from '../../aws/evidence/record.ts';
import { type EvidenceWriter, writeEvidence } from '../../aws/evidence/write.ts';
import { CredentialsLost, DeadlineReached, lateCredentialsCode } from '../../aws/faults.ts';
import { NotStarted } from '../../aws/live/explain-start.ts';
import type { ReportReader } from '../../report/model.ts';
import type { ScanRequest } from '../request.ts';
import { type ReadingEnd, scan, type ScanSource } from '../scan.ts';
import { version } from '../version.generated.ts';
import { placeOf } from './reading.ts';

export interface Part {
  /** From 1. */
  readonly number: number;
  /** Of which it is a part. */
  readonly reading: { readonly id: string; readonly account: string };
  /** How many may read one account. */
  readonly most: number;
  /** What those before it have read. */
  readonly earlier: { readonly calls: KeptCalls; readonly about: readonly Sealed[] };
  /** For the file of what this one reads. */
  readonly folder: string;
  /** Keeps that file for the next one. */
  keep(path: string): Promise<void>;
  /** Whether credentials came. */
  hasCredentials(): boolean;
  /** Whether what is left of the function's time may be too little to judge a large account and to write its reports. */
  isLate(): boolean;
}

/** Thrown through the scan, so that what was read is judged once, when it is whole. */
class ReadingGoesOn extends Error {}

/** What evidence of the scan begins with. */
export function startOf({ selection }: ScanRequest, source: ScanSource): EvidenceStart {
  const { startedAt, homeRegion, ownRegion } = source;
  return {
    tool: { name: 'srm-scan', version },
    startedAt: startedAt.toISOString(),
    homeRegion,
    ...(ownRegion === undefined ? {} : { ownRegion }),
    selection,
  };
}

/** What an account came to. */
export interface WholeScan {
  readonly report: ReportReader;
  /** Requests of earlier parts for what the report did not need after all, by service. */
  readonly besides: Readonly<Record<string, number>>;
}

/** Undefined where another function goes on with the next part. */
export async function scanPart(
  request: ScanRequest,
  live: ScanSource,
  part: Part,
): Promise<WholeScan | undefined> {
  const { earlier } = part;
  const transport = continued(earlier.calls, live.transport);
  const place = placeOf(earlier.about, part.reading);
  const writer = await writerOf(part, { ...startOf(request, live), part: place });
  const asked = { calls: 0, answers: 0 };
  const keep = (record: CallRecord) => {
    live.keep?.(record);
    if (!transport.isNew(record.id)) return;
    asked.calls += 1;
    if (isAnswered(record)) asked.answers += 1;
    writer.keep(record);
  };
  /** Why no other function goes on; undefined where one does. */
  const endOf = async (end: ReadingEnd): Promise<string | undefined> => {
    const { endedBy = 'it is not known why' } = end;
    const { reason } = live.signal ?? {};
    // A function has a session of its own: another one may get in.
    const mayGoOn = reason instanceof DeadlineReached || reason instanceof CredentialsLost;
    if (!mayGoOn && end.status === 'partial') return endedBy;
    if (part.number >= part.most) {
      return `${endedBy} in part ${part.number} of the reading, and FLEET_PARTS allows no further one`;
    }
    if (asked.answers === 0) {
      return `${endedBy}, and part ${part.number} of the reading brought nothing that was not known before`;
    }
    try {
      await part.keep(await writer.sealed(end));
      return undefined;
    } catch (error) {
      const words = error instanceof Error ? error.message : String(error);
      return `${endedBy}, and what was read could not be kept for another function: ${words}`;
    }
  };
  const first = earlier.about[0]?.start.startedAt;
  let wasRead = false;
  const source: ScanSource = {
    ...live,
    transport,
    keep,
    startedAt: first === undefined ? live.startedAt : new Date(first),
    ended: async () => {
      const end = { ...(await live.ended()) };
      const told = { ...end, ...partsOf(earlier.about, live.startedAt, end, asked.calls) };
      wasRead = end.status === 'complete';
      if (wasRead && !part.isLate()) return told;
      if (!wasRead && asked.answers === 0) refuseWithoutCredentials(live, part);
      const endedBy = await endOf(end);
      if (endedBy === undefined) throw new ReadingGoesOn();
      return wasRead ? told : { ...told, endedBy };
    },
  };
  try {
    const report = await scan(request, source);
    const besides = transport.sentBesides();
    const { status, endedBy, finishedAt } = report.scan;
    // The time was up while it was judged: the next one has all that was read, and its own time.
    if (status === 'complete' || !wasRead) return { report, besides };
    const why = await endOf({ status, finishedAt, ...(endedBy === undefined ? {} : { endedBy }) });
    if (why === undefined) return undefined;
    return { report: { ...report, scan: { ...report.scan, endedBy: why } }, besides };
  } catch (error) {
    if (error instanceof ReadingGoesOn) return undefined;
    throw error;
  } finally {
    await writer.close();
  }
}

/**
 * A later part learns from what was kept whose account it is, so nothing else tells that it was not let in. What was read before
 * is no scan that is done: throws a `NotStarted`, as the first part does.
 */
function refuseWithoutCredentials({ signal }: ScanSource, { number, hasCredentials }: Part): void {
  const { reason } = signal ?? {};
  const where = `part ${number} of the reading got no further`;
  if (reason instanceof CredentialsLost) {
    const { code, message } = reason.fault;
    throw new NotStarted(`${where}: ${message}`, `${code}: ${where}: ${message}`);
  }
  if (reason instanceof DeadlineReached && !hasCredentials()) {
    const why = `${where}: no credentials came before its time was up`;
    throw new NotStarted(why, `${lateCredentialsCode}: ${why}`);
  }
}

/** Of a reading that one function did nothing is said. */
function partsOf(
  earlier: readonly Sealed[],
  startedAt: Date,
  { finishedAt }: ReadingEnd,
  calls: number,
): Pick<ReadingEnd, 'parts'> {
  if (earlier.length === 0) return {};
  const before = earlier.map(({ start, end, seal }) => ({
    startedAt: start.startedAt,
    finishedAt: end.finishedAt,
    calls: seal.calls,
  }));
  return { parts: [...before, { startedAt: startedAt.toISOString(), finishedAt, calls }] };
}

interface PartWriter extends Pick<EvidenceWriter, 'keep'> {
  /** Ends it, and waits until it is on the disk. Returns its path; rejects where it could not be written. */
  sealed(end: ReadingEnd): Promise<string>;
  /** Whether it was sealed or not. */
  close(): Promise<void>;
}

/** The last part has nobody to write for. */
async function writerOf({ number, most, folder }: Part, start: EvidenceStart): Promise<PartWriter> {
  const path = join(folder, 'this.ndjson.gz');
  // What is thrown away in most accounts shall cost them little.
  const writer = number < most ? await writeEvidence(path, start, 1) : undefined;
  let isSealed = false;
  const seal = ({ status, endedBy, finishedAt }: Omit<ReadingEnd, 'parts' | 'evidence'>) => {
    if (!isSealed)
      writer?.seal({ status, finishedAt, ...(endedBy === undefined ? {} : { endedBy }) });
    isSealed = true;
    return writer?.written();
  };
  return {
    keep: (record) => {
      if (!isSealed) writer?.keep(record);
    },
    sealed: async (end) => {
      await seal(end);
      return path;
    },
    close: async () => {
      await seal({ status: 'partial', finishedAt: start.startedAt })?.catch(() => undefined);
    },
  };
}
