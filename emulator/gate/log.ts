import type { Fault } from './faults.ts';
import type { AwsRequest } from './request.ts';

/** One request that the gate has answered. */
export interface Call {
  readonly service: string;
  readonly operation: string;
  readonly region: string;
  readonly accessKeyId: string;
  /** Equal for equal operation, method, path, query and body. */
  readonly inputHash: string;
  readonly status: number;
  /**
   * Who answered: moto, the gate in its place (from its own state or an answer of moto's that it kept), a generated
   * account, nobody (it has no such operation), or a fault.
   */
  readonly by: 'moto' | 'canned' | 'kept' | 'generated' | 'unanswered' | Fault['kind'];
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly milliseconds: number;
}

/** What the gate has seen since its start or the last `reset`. */
export interface CallLog {
  readonly list: () => readonly Call[];
  /** Number of calls by `service:Operation`. */
  readonly counts: () => Record<string, number>;
  /** Successful calls made more than once with the same input in the same region and with the same key. */
  readonly duplicates: () => { call: Call; times: number }[];
  /** The most requests that were open at one moment. */
  readonly maxInFlight: () => number;
  /** TCP connections that clients have opened. */
  readonly connections: () => number;
  readonly reset: () => void;
}

/** The log, and the gate's own hooks that fill it. */
export interface Recorder {
  readonly log: CallLog;
  readonly connected: () => void;
  /** Marks the beginning of a request; the function returned marks its end. */
  readonly begin: () => (request: AwsRequest, status: number, by: Call['by']) => void;
}

/** An empty log. */
export function createRecorder(): Recorder {
  let calls: Call[] = [];
  let inFlight = 0;
  let maxInFlight = 0;
  let connections = 0;
  const log: CallLog = {
    list: () => calls,
    counts: () => {
      const counts: Record<string, number> = {};
      for (const { service, operation } of calls) {
        const name = `${service}:${operation}`;
        counts[name] = (counts[name] ?? 0) + 1;
      }
      return counts;
    },
    duplicates: () => {
      const seen = new Map<string, { call: Call; times: number }>();
      for (const call of calls.filter(({ status }) => status < 300)) {
        const key = `${call.service} ${call.region} ${call.accessKeyId} ${call.inputHash}`;
        const entry = seen.get(key) ?? { call, times: 0 };
        entry.times += 1;
        seen.set(key, entry);
      }
      return [...seen.values()].filter(({ times }) => times > 1);
    },
    maxInFlight: () => maxInFlight,
    connections: () => connections,
    reset: () => {
      calls = [];
      maxInFlight = inFlight;
      connections = 0;
    },
  };
  return {
    log,
    connected: () => {
      connections += 1;
    },
    begin: () => {
      const at = Date.now();
      inFlight += 1;
      maxInFlight = Math.max(maxInFlight, inFlight);
      return ({ service, operation, region, accessKeyId, inputHash }, status, by) => {
        inFlight -= 1;
        const milliseconds = Date.now() - at;
        const whose = { service, operation, region, accessKeyId, inputHash };
        calls.push({ ...whose, status, by, at, milliseconds });
      };
    },
  };
}
