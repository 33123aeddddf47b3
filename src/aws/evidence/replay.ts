/** Answers from kept evidence: no call to AWS. */
import { notRecordedCode } from '../faults.ts';
import type { Transport } from '../transport.ts';
import type { CallRecord, Exchange } from './ledger.ts';

/** @param startedAt stands for the time of a call that was never made (ISO 8601, UTC) */
export function replayTransport(
  calls: ReadonlyMap<string, CallRecord>,
  startedAt: string,
): Transport {
  return {
    exchange: (_operation, _region, _input, call) => {
      const record = calls.get(call.id);
      return Promise.resolve(record ? exchangeOf(record) : notRecorded(call.id, startedAt));
    },
    again: () => Promise.resolve(false),
  };
}

function exchangeOf(record: CallRecord): Exchange {
  const { at, requestId, attempts, answer, error } = record;
  return {
    at,
    requestId,
    attempts,
    ...(answer === undefined ? {} : { answer }),
    ...(error === undefined ? {} : { error }),
  };
}

function notRecorded(id: string, at: string): Exchange {
  const message = `the evidence does not hold the call ${id}`;
  return { at, requestId: null, attempts: 0, error: { code: notRecordedCode, message } };
}
