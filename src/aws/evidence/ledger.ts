/**
 * The ledger of a scan: every call that was made or given up, once. Ids come from what was asked, so the same call has
 * the same id in every scan and in every replay.
 */
import type { UnreadableReason } from '../../observe/observed.ts';
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

/** A call as the report shows it. */
export interface CallLine {
  readonly id: string;
  readonly service: string;
  readonly operation: string;
  readonly region: string;
  readonly input?: Readonly<Record<string, unknown>>;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** Null when no answer came. */
  readonly requestId: string | null;
  readonly attempts: number;
  /** SHA-256 (hex) of the canonical answer, or of the error's code and message. */
  readonly sha256: string;
  readonly status: 'ok' | UnreadableReason;
  /** AWS's own words where the call did not give an answer, or answered that there is none. */
  readonly error?: { readonly code: string; readonly message: string };
}

export interface Ledger {
  readonly lines: readonly LedgerLine[];
  add(
    record: CallRecord,
    operation: AnyOperation,
    status: 'ok' | UnreadableReason,
    regional: boolean,
  ): void;
  /** Says that the call went well but its answer could not be used. */
  spoil(id: string, why: string): void;
}

/** A call of the report, and the permission that it needs. */
export interface LedgerLine extends CallLine {
  readonly action: string;
  /** Whether a collector of that Region sent it, and not one of the whole account. */
  readonly regional: boolean;
  /** Why the answer could not be used although the call went well. */
  readonly spoilt: string | undefined;
}

/** @param keep where records go as they come, for `--evidence` */
export function createLedger(keep: (record: CallRecord) => void = () => undefined): Ledger {
  const lines = new Map<string, LedgerLine>();
  return {
    get lines() {
      return [...lines.values()];
    },
    spoil: (id, why) => {
      const line = lines.get(id);
      if (line && line.spoilt === undefined) lines.set(id, { ...line, spoilt: why });
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
