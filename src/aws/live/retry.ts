/**
 * Retries without the SDK's quota. The SDK's own strategies stop retrying when their 500 tokens are spent, which in a
 * throttled fan-out loses most of the calls; here the limiter slows the sends down and each call keeps its attempts.
 */
import type { RetryErrorInfo, RetryStrategyV2, RetryToken } from '@smithy/types';

/** Attempts in all. A throttled call is worth waiting for; a broken connection or a 5xx is tried three times. */
const attempts = { THROTTLING: 8, TRANSIENT: 3, SERVER_ERROR: 3, CLIENT_ERROR: 1 } as const;
/** Milliseconds of the first pause, at most; doubled each time. */
const firstPause = { THROTTLING: 500, TRANSIENT: 50, SERVER_ERROR: 100, CLIENT_ERROR: 0 } as const;
const longestPause = 8000;

/** Exponential pauses with full jitter. A pause that AWS asks for is honoured. */
export function patientRetry(random: () => number = Math.random): RetryStrategyV2 {
  return {
    acquireInitialRetryToken: () => Promise.resolve(token(0, 0)),
    refreshRetryTokenForRetry: (last, error) => {
      const made = last.getRetryCount() + 1;
      if (made >= attempts[error.errorType]) {
        return Promise.reject(new Error('no attempt is left'));
      }
      return Promise.resolve(token(made, pause(made, error, random)));
    },
    recordSuccess: () => undefined,
  };
}

function pause(made: number, error: RetryErrorInfo, random: () => number): number {
  const bound = Math.min(longestPause, firstPause[error.errorType] * 2 ** (made - 1));
  const asked = error.retryAfterHint ? error.retryAfterHint.getTime() - Date.now() : 0;
  return Math.max(Math.min(asked, longestPause), random() * bound);
}

function token(count: number, delay: number): RetryToken {
  return { getRetryCount: () => count, getRetryDelay: () => delay };
}
