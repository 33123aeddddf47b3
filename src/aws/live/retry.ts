/**
 * Which requests are sent again, and when. The SDK's own strategies stop retrying when their 500 tokens are spent, which
 * in a throttled fan-out loses most of the calls; here each call keeps its attempts, and the dispatcher slows the sends.
 */
import {
  getRetryAfterHint,
  isServerError,
  isThrottlingError,
  isTransientError,
} from '@smithy/core/retry';
import type { SdkError } from '@smithy/types';
import { classify, toFault } from '../faults.ts';
import type { Verdict } from '../quota/dispatcher.ts';

/** Attempts in all. A throttled call is worth waiting for; a broken connection or a 5xx is tried three times. */
const attempts = { throttled: 8, transient: 3, server: 3 } as const;
/** Milliseconds of the first pause, at most; doubled each time. */
const firstPause = { throttled: 500, transient: 50, server: 100 } as const;
const longestPause = 8000;

/** Of what passes. */
export type PassingKind = keyof typeof attempts;

/** Exponential pauses with full jitter. A pause that AWS asks for is honoured. */
export function verdictOf(
  error: unknown,
  made: number,
  random: () => number = Math.random,
): Verdict {
  const kind = kindOf(error);
  const host = kind === 'throttled' ? kind : hostOf(error);
  const pause = kind && pauseAfter(kind, made, random);
  if (pause === undefined) return { host };
  return { host, rest: Math.max(Math.min(askedBy(error), longestPause), pause) };
}

/** Milliseconds until the next attempt; undefined where there is none. @param made attempts so far */
export function pauseAfter(
  kind: PassingKind,
  made: number,
  random: () => number = Math.random,
): number | undefined {
  if (made >= attempts[kind]) return undefined;
  return random() * Math.min(longestPause, firstPause[kind] * 2 ** (made - 1));
}

function kindOf(error: unknown): PassingKind | undefined {
  if (!isSdkError(error)) return undefined;
  if (isThrottlingError(error) || classify(toFault(error)) === 'throttled') return 'throttled';
  if (isTransientError(error)) return 'transient';
  return isServerError(error) ? 'server' : undefined;
}

function isSdkError(error: unknown): error is SdkError {
  if (!(error instanceof Error)) return false;
  return error.cause === undefined || error.cause instanceof Error;
}

/** What the error says of the host. An error with an HTTP status is an answer. */
function hostOf(error: unknown): Verdict['host'] {
  const { code, status } = toFault(error);
  if (code === 'TimeoutError' || code === 'ETIMEDOUT') return 'timed-out';
  return status === undefined ? 'unknown' : 'answered';
}

/** Milliseconds that AWS wants the caller to wait. */
function askedBy(error: unknown): number {
  if (!(error instanceof Error) || !('$response' in error)) return 0;
  const until = getRetryAfterHint(error.$response);
  return until ? until.getTime() - Date.now() : 0;
}
