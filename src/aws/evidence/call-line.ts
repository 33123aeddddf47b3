import type { UnreadableReason } from '../../observe/observed.ts';

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
