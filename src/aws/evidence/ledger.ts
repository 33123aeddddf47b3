/**
 * The ledger of a scan: every call that was made or given up, once. Ids come from what was asked, so the same call has
 * the same id in every scan and in every replay.
 */
import type { CallLine } from './call-line.ts';
import type { UnreadableReason } from '../../observe/observed.ts';
import type { OwnFault } from '../../observe/own-fault.ts';
import { canonical, sha256 } from './canonical.ts';
import type { Fault } from '../faults.ts';
import type { AnyOperation } from '../operation.ts';

/** What came of one call. Without `error` there is an answer, as canonical JSON. */
export interface Exchange {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly requestId: string | null;
  readonly attempts: number;
  readonly answer?: string;
  readonly error?: Fault;
}

/** One call with what came of it, as it is kept in the evidence. */
export interface CallRecord extends Exchange {
  readonly id: string;
  readonly service: string;
  readonly operation: string;
  readonly region: string;
  /** Canonical JSON of the input. */
  readonly input: string;
  readonly sha256: string;
}

export interface Ledger {
  readonly lines: readonly LedgerLine[];
  add(
    record: CallRecord,
    operation: AnyOperation,
    status: 'ok' | UnreadableReason,
    regional: boolean,
  ): void;
  /** Says that the call failed, but the same was asked in another Region, and answered. */
  answeredElsewhere(id: string): void;
  /** Our own faults, in the order in which they came. */
  readonly faults: readonly OwnFault[];
  /** Says that the call went well but what rests on it could not be told: by the check, or by the scan itself. */
  spoil(id: string, why: string, by: string): void;
  /** Says that a collector of the whole account rests on the call as well. */
  spansRegions(id: string): void;
  /** Says that the scanner itself failed: no call is to blame, and yet something was not judged. */
  fault(fault: OwnFault): void;
}

/** A call of the report, and the permission that it needs. */
export interface LedgerLine extends CallLine {
  readonly action: string;
  /** Whether a collector of that Region sent it, and not one of the whole account. */
  readonly regional: boolean;
  /** Nothing rests on it: another Region answered the same. */
  readonly answeredElsewhere?: true;
  /** Why the answer could not be used although the call went well, in the words of the first who said so. */
  readonly spoilt: string | undefined;
  /** Ids of the checks that could not do without. */
  readonly spoiltFor: readonly string[];
}

/** @param keep where records go as they come, for `--evidence` */
export function createLedger(keep: (record: CallRecord) => void = () => undefined): Ledger {
  const lines = new Map<string, LedgerLine>();
  const faults: OwnFault[] = [];
  return {
    get lines() {
      return [...lines.values()];
    },
    faults,
    spoil: (id, why, by) => {
      const line = lines.get(id);
      if (!line || line.spoiltFor.includes(by)) return;
      lines.set(id, { ...line, spoilt: line.spoilt ?? why, spoiltFor: [...line.spoiltFor, by] });
    },
    spansRegions: (id) => {
      const line = lines.get(id);
      if (line?.regional) lines.set(id, { ...line, regional: false });
    },
    answeredElsewhere: (id) => {
      const line = lines.get(id);
      if (line) lines.set(id, { ...line, answeredElsewhere: true });
    },
    fault: (fault) => {
      faults.push(fault);
    },
    add: (record, operation, status, regional) => {
      keep(record);
      const { id, service, region, at, requestId, attempts, error } = record;
      const input: Record<string, unknown> = JSON.parse(record.input);
      lines.set(id, {
        id,
        service,
        operation: operation.name,
        region,
        ...(Object.keys(input).length > 0 ? { input } : {}),
        at,
        requestId,
        attempts,
        sha256: record.sha256,
        status,
        ...(error ? { error: { code: error.code, message: error.message } } : {}),
        action: operation.action,
        regional,
        spoilt: undefined,
        spoiltFor: [],
      });
    },
  };
}

/** The id of a call: readable, and the same whenever the same thing is asked. `input` is canonical JSON. */
export function callId(service: string, operation: string, region: string, input: string): string {
  const what = `${service}:${operation}@${region}`;
  return input === '{}' ? what : `${what}#${sha256(input).slice(0, 12)}`;
}

/** The seal of an exchange: the hash of the answer, or of the error's code and message. */
export function seal(exchange: Pick<Exchange, 'answer' | 'error'>): string {
  return sha256(exchange.answer ?? canonical({ error: exchange.error }));
}
